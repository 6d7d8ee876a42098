import { expect, it } from 'vitest';
import { Bytes } from './bytes.ts';

const TEXTS = ['', 'ascii', 'Dépendance à l’établissement — « été »', '😀', '\u00ff\u0100', '\ud800'];

it.each(TEXTS.flatMap((text) => [text, text.repeat(20_000)]))('is a text in UTF-8, to the byte', (text) => {
  const bytes = Bytes.ofText(text);
  const utf8 = Buffer.from(text, 'utf8');
  expect(bytes.toBuffer().equals(utf8)).toBe(true);
  expect(bytes.length).toBe(utf8.length);
  expect(Bytes.of(utf8).toBuffer().equals(utf8)).toBe(true);
});

it('is a string as long as it is short', () => {
  expect(Bytes.ofText('é'.repeat(8_192)).content).toBeTypeOf('string');
  expect(Bytes.ofText('é'.repeat(8_193)).content).toBeInstanceOf(Buffer);
});
