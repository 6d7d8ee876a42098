import { describe, expect, it } from 'vitest';
import { ExactNumber } from './exact-number.ts';
import { mayHoldUnheld } from './held-numbers.ts';
import { parseJson } from './parse-json.ts';
import { writeJson } from './write-json.ts';

const FINE = '0.1000000000000000055511151231257827';

describe('JSON read to the digit', () => {
  it.each([
    '9007199254740993',
    '-9007199254740993',
    '[9007199254740993,9007199254740992,1]',
    '{"a":{"b":[18446744073709551616]}}',
    FINE,
    '1e400',
    '-1E-400',
    '4.94065645841247e-324',
    '12345678901234567890.0',
    `[${'9'.repeat(2_000)},${'9'.repeat(900)},0.${'3'.repeat(2_000)}]`,
    '{"9007199254740993":"9007199254740993, 9007199254740993","é’":"\\" 9007199254740993,"}',
  ])('is written again the same: %s', (text) => {
    expect(writeJson(parseJson(text))).toBe(text);
  });

  it('reads whole numbers as bigints, others as exact numbers, and doubles as doubles', () => {
    expect(parseJson(`[9007199254740993,${FINE},0.30000000000000004,1.10,1e3,-0,10000000000000000]`)).toEqual(
      [9_007_199_254_740_993n, new ExactNumber(FINE), 0.30000000000000004, 1.1, 1000, -0, 1e16],
    );
  });

  it('reads no double otherwise because another number is none', () => {
    const texts = [
      '1.0',
      '1.50',
      '0.00000000000000000001',
      '100000000000000000000',
      '1e21',
      '5e-324',
      '45.50169999999999',
    ];
    for (const text of texts)
      expect(parseJson(`[${text},9007199254740993]`)).toEqual([Number(text), 9_007_199_254_740_993n]);
  });

  it.each([
    '{9007199254740993:1}',
    '[09007199254740993]',
    '[9007199254740993.]',
    '[9007199254740993a]',
    '"a"9007199254740993',
    '[.9007199254740993]',
    '[--9007199254740993]',
  ])('refuses what is not JSON: %s', (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });
});

describe('texts that hold no such number', () => {
  it.each([
    '{"id":"9007199254740993","hash":"12345678901234567890123456789012"}',
    '["1e400","0b4e1234-8e12-4e99-9e12-000000000000","2026-11-28T12:00:00.000000000Z"]',
    '[45.50169999999999,-73.56739999999999,0.30000000000000004]',
    '[1.5e300,2e-300,1e21]',
    '{"text":"3e456 9007199254740993 and so on"}',
  ])('are known by a look, or by looking at the number: %s', (text) => {
    const held = !/e-?300/.test(text);
    expect(mayHoldUnheld(text)).toBe(!held);
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it('are found wherever a number begins', () => {
    for (let before = 0; before < 40; before += 1) {
      const text = `["${'x'.repeat(before)}",9007199254740993]`;
      expect(mayHoldUnheld(text), text).toBe(true);
      expect(mayHoldUnheld(text.replace('9007199254740993', '900719925474099')), text).toBe(false);
    }
  });
});

describe('JSON written by who does not know of exact numbers', () => {
  it('never changes them: a long decimal is its digits as a text, a bigint is refused', () => {
    expect(JSON.stringify({ a: new ExactNumber(FINE) })).toBe(`{"a":"${FINE}"}`);
    expect(() => JSON.stringify({ a: 9_007_199_254_740_993n })).toThrow(TypeError);
    expect(writeJson({ a: new ExactNumber(FINE), b: undefined, c: new Date(0), d: [undefined] })).toBe(
      `{"a":${FINE},"c":"1970-01-01T00:00:00.000Z","d":[null]}`,
    );
  });
});
