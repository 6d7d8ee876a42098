import { expect, it } from 'vitest';
import { decodeText, readText } from './decode-text.ts';
import { withSpooled } from './spool.ts';

const windows1252 = (text: string): Buffer => Buffer.from(text.replaceAll('’', '\x92'), 'latin1');
const UTF8 = 'code;nom\n1;Point d’accès n° 1\n2;Érablière\n';
const STRAY = windows1252('3;CLSC d’Amqui, été\n');
const MIXED = Buffer.concat([Buffer.from(UTF8), STRAY, Buffer.from('4;Témiscouata\n')]);

const readSpooled = (bytes: Uint8Array): Promise<string> =>
  withSpooled([bytes], async (file) => {
    let text = '';
    for await (const part of readText(file)) text += part;
    return text;
  });

it.each([
  ['whole', (bytes: Uint8Array) => Promise.resolve().then(() => decodeText(bytes))],
  ['by parts', readSpooled],
])('reads a text %s in its encoding, and refuses one of two', async (_, read) => {
  expect(await read(Buffer.from(UTF8))).toBe(UTF8);
  expect(await read(STRAY)).toBe('3;CLSC d’Amqui, été\n');
  await expect(read(MIXED)).rejects.toThrow(/UTF-8, sauf à la ligne 4 et peut-être à d’autres\./);
});

const MOSTLY_1252 = Buffer.concat([
  windows1252('code;nom\n1;Délai mesuré à la clinique\n'),
  Buffer.from('2;Comptée\n'),
]);

it('refuses a text of two encodings whichever is the larger part, by the line of the other', async () => {
  const said = /le texte est en Windows-1252, sauf à la ligne 3\./;
  expect(() => decodeText(MOSTLY_1252)).toThrow(said);
  await expect(readSpooled(MOSTLY_1252)).rejects.toThrow(said);
});

it.each(['« Fermé » par l’équipe, été', 'À É\u00a0» CHÂTEAU : l’été\u00a0», É’', 'à’ â\u00a0»'])(
  'takes for Windows-1252 two letters that follow one another in French: %s',
  (text) => {
    expect(decodeText(windows1252(text))).toBe(text);
  },
);

it.each([
  ['a Mac', 'V\x8erifi\x8e au registre'],
  ['a Mac', 'par t\x8el\x8ephone'],
  ['MS-DOS', 'V\x82rifi\x82 au registre'],
  ['MS-DOS', 'derni\x8are p\x82riode'],
])('refuses the letters of %s, which would become others, by their line', async (_, text) => {
  const bytes = Buffer.from(`code;nom\n${text}\n`, 'latin1');
  const said = /ni en UTF-8 ni en Windows-1252 : à la ligne 2,/;
  expect(() => decodeText(bytes)).toThrow(said);
  await expect(readSpooled(bytes)).rejects.toThrow(said);
});

it('reads by its mark a text that has one', () => {
  const marked = Buffer.concat([
    Buffer.from('\ufeffcode;nom\n1;'),
    windows1252('Été à Amqui'),
    Buffer.from('\n'),
  ]);
  expect(() => decodeText(marked)).toThrow(/UTF-8, sauf à la ligne 2 et/);
});

it.each(['utf16le', 'utf16be'])('refuses half a pair, and half a letter, in %s', async (encoding) => {
  const bytesOf = (text: string): Buffer => {
    const bytes = Buffer.from(text, 'utf16le');
    return encoding === 'utf16le' ? bytes : bytes.swap16();
  };
  const whole = bytesOf('\ufeffcode;nom\n1;Été 😀\n');
  expect(decodeText(whole)).toBe('code;nom\n1;Été 😀\n');
  for (const bytes of [bytesOf('\ufeffab\ud83dcd\n'), whole.subarray(0, -1)]) {
    expect(() => decodeText(bytes)).toThrow(/UTF-16/);
    await expect(readSpooled(bytes)).rejects.toThrow(/UTF-16/);
  }
});

it('tells an archive, which a workbook is, from a text', async () => {
  const bytes = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), STRAY, Buffer.from(UTF8)]);
  const said = /c’est une archive, comme l’est un classeur \.xlsx\./;
  expect(() => decodeText(bytes)).toThrow(said);
  await expect(readSpooled(bytes)).rejects.toThrow(said);
});
