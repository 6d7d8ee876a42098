import { countHandedAsText, isExact } from './exact-number.ts';

/** `JSON.stringify` of what is JSON, to the digit: see `parseJson`. */
export function writeJson(value: unknown): string {
  const before = countHandedAsText();
  try {
    const text = JSON.stringify(value);
    if (countHandedAsText() === before) return text;
  } catch (error) {
    // What is no bigint fails again below.
    if (!(error instanceof TypeError)) throw error;
  }
  return writeToTheDigit(value) ?? 'null';
}

function writeToTheDigit(value: unknown): string | undefined {
  if (isExact(value)) return value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return writeToTheDigit(value.toJSON());
  if (Array.isArray(value)) return `[${value.map((item) => writeToTheDigit(item) ?? 'null').join(',')}]`;
  const members = Object.entries(value).flatMap(([name, inner]) => {
    const text = writeToTheDigit(inner);
    return text === undefined ? [] : `${JSON.stringify(name)}:${text}`;
  });
  return `{${members.join(',')}}`;
}
