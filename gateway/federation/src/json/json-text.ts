import { parseJson } from '@palier/calls/json/parse-json';
import { writeJson } from '@palier/calls/json/write-json';
// Quotes, backslashes, control characters and lone surrogates are what JSON must escape.
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

export function stringText(value: string): string {
  return NEEDS_ESCAPE.test(value) ? JSON.stringify(value) : `"${value}"`;
}

/** The JSON text of any value that came as JSON. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (value === undefined) return 'null';
  return writeJson(value);
}

/** A value that was made as JSON text. `JSON.stringify` still understands it; `jsonTextOf` does not read it again. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    return parseJson(this.text);
  }
}

/** The JSON text of an object whose values may be `JsonText`s. */
export function jsonTextOf(answer: object): string {
  const entries = Object.entries(answer) as [string, unknown][];
  if (!entries.some(([, value]) => value instanceof JsonText)) return writeJson(answer);
  const members = entries.flatMap(([key, value]) => {
    if (value === undefined) return [];
    return `${JSON.stringify(key)}:${value instanceof JsonText ? value.text : writeJson(value)}`;
  });
  return `{${members.join(',')}}`;
}
