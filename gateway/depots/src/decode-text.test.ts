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

it('takes for Windows-1252 a text where two letters happen to be one of UTF-8', () => {
  expect(decodeText(windows1252('« Ã© » est mal lu, à côté\n'))).toBe('« Ã© » est mal lu, à côté\n');
});
