import { parseJson } from '@palier/calls/json/parse-json';
import { expect, it } from 'vitest';
import { toWritable } from './exact-text.ts';

it('loses no digit of an answer, though its editor writes it by JSON.stringify', () => {
  const text = '{"data":{"a":[9007199254740993,"é",1.5,null]}}';
  const written = JSON.stringify(toWritable(parseJson(text)));
  expect(written).toMatch(/\{"data":\{"a":\["?9007199254740993"?,"é",1.5,null\]\}\}/);
  const plain = { a: 1 };
  expect(toWritable(plain)).toBe(plain);
});
