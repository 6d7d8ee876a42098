import { type SubgraphUnderTest, openToRead } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';

let level: SubgraphUnderTest;

beforeAll(async () => {
  level = await openToRead(msss);
});

afterAll(() => level.close());

interface Named {
  readonly code: string;
}

it('the écarts of an indicateur are those of the exigences that it counts', async () => {
  const { exigences, ecarts, repartitionEcarts } = await level.data<{
    exigences: { nodes: { code: string; ecarts: Named[] }[] };
    ecarts: Named[];
    repartitionEcarts: { nombre: number }[];
  }>(`{
    exigences(filtre: { indicateur: "I-A-P8" }) { nodes { code ecarts { code } } }
    ecarts(filtre: { indicateur: "I-A-P8" }) { code }
    repartitionEcarts(par: GRAVITE, filtre: { indicateur: "I-A-P8" }) { nombre }
  }`);
  const expected = new Set(exigences.nodes.flatMap((exigence) => exigence.ecarts.map(({ code }) => code)));
  expect(expected.size).toBeGreaterThan(0);
  expect(ecarts.map(({ code }) => code)).toEqual([...expected].sort());
  expect(repartitionEcarts.reduce((sum, { nombre }) => sum + nombre, 0)).toBe(expected.size);
});

it('an indicateur that nobody counts is refused by its name', async () => {
  const { errors } = await level.execute('{ ecarts(filtre: { indicateur: "I-A-P99" }) { code } }');
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('I-A-P99'),
    extensions: { code: 'FILTRE_INVALIDE' },
  });
});
