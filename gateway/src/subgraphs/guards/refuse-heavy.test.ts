import { expect, it } from 'vitest';
import { refuseHeavy } from './refuse-heavy.ts';

const LONG = 70_000;
const nest = (opening: string, closing: string): string => {
  const levels = LONG / opening.length;
  return `${opening.repeat(levels)}1${closing.repeat(levels)}`;
};

it.each([
  ['lists in lists', nest('[', ']')],
  ['objects in objects', nest('{"a":', '}')],
  ['either, after brackets of strings', `["${']'.repeat(LONG)}",${nest('[', ']')}]`],
])('refuses %s', (_, text) => {
  expect(() => refuseHeavy(text)).toThrow(expect.objectContaining({ code: 'REPONSE_INVALIDE' }));
});

it('refuses more values than an answer has', () => {
  const text = `[${'1,'.repeat(1_100_000)}1]`;
  expect(() => refuseHeavy(text)).toThrow(expect.objectContaining({ code: 'REPONSE_TROP_GRANDE' }));
});

it.each([
  [
    'rows',
    JSON.stringify(Array.from({ length: 5_000 }, (_, rank) => ({ code: `c${rank}`, [`n${rank}`]: rank }))),
  ],
  ['short rows', JSON.stringify(Array.from({ length: 20_000 }, (_, a) => ({ a })))],
  ['brackets of strings', JSON.stringify(['['.repeat(LONG), '{'.repeat(LONG)])],
  ['fewer values than an answer has', `[${'1,'.repeat(900_000)}1]`],
  ['what is short', '['.repeat(60_000)],
])('lets %s be read', (_, text) => {
  expect(() => refuseHeavy(text)).not.toThrow();
});
