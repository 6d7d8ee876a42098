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
  return JSON.stringify(value) ?? 'null';
}
