import { describe, expect, it } from 'vitest';
import { cutInLines, digestLines, listWords, toLines } from './text-lines.ts';

const TEXT = 'Un CLSC répond.\n\n  70 %  des appels,\tdit-on.\nFin';
const digest = (text: string): string => digestLines(toLines(text));

describe('the digest of a text', () => {
  it.each([
    ['ends of lines', TEXT.replaceAll('\n', '\r\n')],
    ['old ends of lines', TEXT.replaceAll('\n', '\r')],
    ['a mark of UTF-8', `\uFEFF${TEXT}`],
    ['letters and accents apart', TEXT.normalize('NFD')],
    ['other spaces', TEXT.replace('70 %', '70\u00a0%').replace('\t', ' ')],
    ['a last end of line', `${TEXT}\n`],
  ])('is the same whatever its %s', (_what, text) => {
    expect(digest(text)).toBe(digest(TEXT));
  });

  it.each([
    ['a word', TEXT.replace('appels', 'appel')],
    ['a sign', TEXT.replace('%', '$')],
    ['a capital', TEXT.replace('Fin', 'fin')],
    ['a line that is not there', TEXT.replace('\n\n', '\n')],
    ['a word that went to the next line', TEXT.replace('répond.\n', '\nrépond.')],
    ['a mark of direction', TEXT.replace('Fin', '\u202eFin')],
  ])('differs by %s', (_what, text) => {
    expect(digest(text)).not.toBe(digest(TEXT));
  });
});

it('makes a space of what a terminal would obey', () => {
  expect(toLines('a\u001b[31mb\tc\u2028d')).toEqual(['a [31mb\tc d']);
});

it('cuts the same words in the lines of another cut, and no others', () => {
  const lines = toLines(TEXT);
  const counts = lines.map((line) => listWords(line).length);
  const cut = cutInLines(listWords(TEXT), counts);
  expect(digestLines(cut ?? [])).toBe(digest(TEXT));
  expect(cutInLines([...listWords(TEXT), 'encore'], counts)).toBeUndefined();
  expect(cutInLines(listWords(TEXT).slice(1), counts)).toBeUndefined();
});
