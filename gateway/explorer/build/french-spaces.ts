import type { Plugin } from 'vite';

const OWN = /\/gateway\/(?:explorer\/src|pages\/script)\/.+\.tsx?$/;
/** A space that no line is to end or begin at. */
const HELD = / (?=[:;?!»%])|(?<=«) /g;

/** Sets what the page says itself, as those of the server are set (document/set-text.ts): by the space of its texts, once they are written. */
export function frenchSpaces(): Plugin {
  return {
    name: 'french-spaces',
    enforce: 'post',
    transform(code, id) {
      if (!OWN.test(id.split('?')[0]!.replaceAll('\\', '/'))) return null;
      const set = code.split('');
      for (const [start, end] of listTexts(this.parse(code)))
        for (const { index } of code.slice(start, end).matchAll(HELD)) set[start + index] = '\u00a0';
      // No longer and no shorter: what is mapped to its source still is.
      return { code: set.join(''), map: null };
    },
  };
}

/** Where each text of a program begins and ends. */
function listTexts(node: unknown): readonly (readonly [number, number])[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, start, end, value } = node as Readonly<Record<string, unknown>>;
  const isText = type === 'TemplateElement' || (type === 'Literal' && typeof value === 'string');
  return isText ? [[Number(start), Number(end)]] : Object.values(node).flatMap(listTexts);
}
