import { DEFAULT_WORK } from '@palier/federation/work/work';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openHostileGraph, type HostileGraph } from '../../src/testing/hostile-subgraph.ts';

describe('the answer of a level that comes as text', () => {
  let graph: HostileGraph;
  afterEach(() => graph.close());
  const free = (value: string): string => `{"data":{"libre":${value}}}`;

  it.each([
    ['lists in lists', free('['.repeat(60_000) + ']'.repeat(60_000)), 'REPONSE_INVALIDE'],
    ['objects in objects', free('{"a":'.repeat(30_000) + '1' + '}'.repeat(30_000)), 'REPONSE_INVALIDE'],
    ['empty lists, millions', free(`[${'[],'.repeat(2_000_000)}0]`), 'REPONSE_TROP_GRANDE'],
    ['ones, millions', free(`[${'1,'.repeat(3_000_000)}0]`), 'REPONSE_TROP_GRANDE'],
  ])('is not read when it would take too long: %s', async (_, text, code) => {
    graph = await openHostileGraph(text);
    const parse = vi.spyOn(JSON, 'parse');
    const { errors } = await graph.ask('{ libre }');
    const longest = Math.max(...parse.mock.calls.map(([read]) => String(read).length));
    parse.mockRestore();
    expect(errors[0]?.extensions['code']).toBe(code);
    expect(longest).toBeLessThan(text.length);
  });

  it.each([
    ['in one answer', '{ libre }', 40_000],
    ['in the answer to a field asked twice', '{ libre a: libre }', 40_000],
    ['however few its values are', '{ texte: libre }', 1],
  ])('counts for the operation that asked for it: %s', async (_, query, items) => {
    const list = Array.from({ length: items }, () => 'x'.repeat(400_000 / items));
    graph = await openHostileGraph(`{"data":${JSON.stringify({ libre: list, a: list, texte: list })}}`, {
      work: { ...DEFAULT_WORK, values: 10_000 },
    });
    const { errors, data } = await graph.ask(query);
    expect([data, errors.length]).toEqual([null, 1]);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'TRAVAIL_EXCESSIF',
      mesure: 'valeurs',
      limite: 10_000,
    });
  });

  it.each([
    ['a text', '{ texte }', JSON.stringify({ texte: 'x'.repeat(30_000) })],
    ['a scalar that is a list', '{ libre }', JSON.stringify({ libre: Array(10_000).fill(12) })],
    [
      'many texts',
      '{ a: texte b: texte c: texte d: texte }',
      JSON.stringify(Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, 'x'.repeat(6_000)]))),
    ],
  ])('is refused while it is shaped, when the whole would be too long: %s', async (_, query, data) => {
    graph = await openHostileGraph(`{"data":${data}}`, { work: { ...DEFAULT_WORK, bytes: 20_000 } });
    const { errors, text } = await graph.ask(query);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'TRAVAIL_EXCESSIF',
      mesure: 'octets',
      limite: 20_000,
    });
    expect(text.length).toBeLessThan(500);
  });

  it('that is too much for one operation opens no breaker for the others', async () => {
    graph = await openHostileGraph(free(`[${'1,'.repeat(400_000)}0]`));
    for (let rank = 0; rank < 25; rank += 1) await graph.ask(`{ a${rank}: libre }`);
    expect(graph.calls()).toBe(25);
  });
});
