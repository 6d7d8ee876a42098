import 'reflect-metadata';
import { type SubgraphUnderTest, openToRead } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { etablissements } from '../subgraph.ts';

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openToRead(etablissements, { demonstration: 'CHARGEE' });
});
afterAll(() => level.close());

const rank = (given: string): string =>
  `classementTerritoires(${given}, periode: "2025-2026-P13") { exigence { code } ranges rangs { rang territoire { code } } }`;

it('an indicateur that counts one exigence is ranked as that exigence is', async () => {
  const { indicateur, exigence } = await level.data<Record<string, { ranges: number }>>(
    `{ indicateur: ${rank('indicateur: "I-A-P11"')} exigence: ${rank('exigence: "A-P11:INFO_SOCIAL"')} }`,
  );
  expect(indicateur).toEqual(exigence);
  expect(indicateur!.ranges).toBeGreaterThan(0);
});

it('of one that counts several, that which is named is ranked', async () => {
  const { both, alone } = await level.data<Record<string, object>>(
    `{ both: ${rank('indicateur: "I-A-P8", exigence: "A-P8:CONSULT_SOCIALE"')} alone: ${rank('exigence: "A-P8:CONSULT_SOCIALE"')} }`,
  );
  expect(both).toEqual(alone);
});

it.each([
  ['indicateur: "I-A-P8"', 'A-P8:CONSULT_PSY, A-P8:CONSULT_SOCIALE'],
  ['indicateur: "I-A-P11", exigence: "A-P5:AAOR"', 'il compte A-P11:INFO_SOCIAL'],
  ['indicateur: "I-A-P99"', 'I-A-P99'],
  ['n: 3', '`exigence`, ou `indicateur`'],
])('what is not one exigence is refused, and said: %s', async (given, said) => {
  const { errors } = await level.execute(`{ ${rank(given)} }`);
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining(said),
    extensions: { code: 'FILTRE_INVALIDE' },
  });
});

it('the measures of one territory are of the period that is asked, as those of all are', async () => {
  const given = 'exigence: "A-P11:INFO_SOCIAL", periode: "2025-2026-P03"';
  const { mesures, _entities } = await level.data<{ mesures: object; _entities: [{ mesures: object }] }>(
    `{ mesures(territoire: "06112", ${given}) { nodes { id } }
      _entities(representations: [{ __typename: "TerritoireClsc", code: "06112" }]) {
        ... on TerritoireClsc { mesures(${given}) { nodes { id } } } } }`,
  );
  expect(mesures).toEqual({ nodes: [{ id: '2025-2026-P03:06112:A-P11:INFO_SOCIAL' }] });
  expect(_entities[0].mesures).toEqual(mesures);
});
