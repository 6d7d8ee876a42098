import { expect } from 'vitest';

/** What a page says is left out. */
const LEFT_OUT = '…';
const DIGEST = /^([a-z]+-)?[0-9a-f]{8}-?…$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** The answers that a block of a page shows, shortened: as many values as it holds, one after the other. */
export function readShown(block: string): unknown[] {
  const values: unknown[] = [];
  const open: string[] = [];
  let text = '';
  let isString = false;
  let before = '';
  for (const letter of block) {
    const isEscaped = isString && before === '\\';
    before = isEscaped ? '' : letter;
    if (letter === '"' && !isEscaped) isString = !isString;
    if (isString || letter === '"') {
      text += letter;
      continue;
    }
    if (letter === '{' || letter === '[') open.push(letter);
    if (letter === LEFT_OUT) {
      const isMember = open.at(-1) === '{' && /[{,]\s*$/.test(text);
      text += isMember ? `"${LEFT_OUT}": true` : `"${LEFT_OUT}"`;
    } else text += letter;
    if (letter === '}' || letter === ']') open.pop();
    if (open.length > 0 || text.trim() === '') continue;
    values.push(JSON.parse(text.replace(/,(\s*[\]}])/g, '$1')));
    text = '';
  }
  return values;
}

/** What an answer has to be, to be the one that is shown. */
export function toExpected(shown: unknown): unknown {
  if (typeof shown === 'string') return toText(shown);
  if (Array.isArray(shown)) {
    const items = shown.filter((item) => item !== LEFT_OUT).map(toExpected);
    return items.length === shown.length ? items : (expect.arrayContaining(items) as unknown);
  }
  if (typeof shown !== 'object' || shown === null) return shown;
  const { [LEFT_OUT]: more, ...members } = shown as Record<string, unknown>;
  const expected = Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, toExpected(value)]),
  );
  return more === undefined ? expected : (expect.objectContaining(expected) as unknown);
}

function toText(shown: string): unknown {
  if (shown === LEFT_OUT) return expect.anything();
  if (INSTANT.test(shown)) return expect.stringMatching(INSTANT);
  // Of a digest, or of the number of a request, the beginning alone is shown.
  if (DIGEST.test(shown)) return expect.stringMatching(/^([a-z]+-)?[0-9a-f-]{36,}$/);
  // Instants are said within texts too.
  const parts = shown
    .replace(/[0-9a-f]{8}…/g, LEFT_OUT)
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, LEFT_OUT)
    .split(LEFT_OUT);
  if (parts.length === 1) return shown;
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  return expect.stringMatching(new RegExp(`^${pattern}$`, 's'));
}
