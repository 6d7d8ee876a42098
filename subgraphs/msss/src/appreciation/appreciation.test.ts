import { type SubgraphUnderTest, openForTest, someoneOf } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';

const CAMPAGNE = '2026-2027';
const FIRST = '2027-06-01T14:00:00.000Z';
const SECOND = '2027-07-15T14:00:00.000Z';

/** What Santé Québec transmitted, seen through the graph. */
const transmissions: { readonly version: string; readonly transmiseLe: string }[] = [];
const sophie = someoneOf('MSSS', { subject: 'sophie' });

let level: SubgraphUnderTest;
beforeAll(async () => {
  const graph = (query: string) =>
    Promise.resolve(query.includes('BilansTransmis') ? { campagne: { transmissions } } : {});
  level = await openForTest(msss, undefined, undefined, { graph });
});
afterAll(() => level.close());

async function appreciationNow() {
  const { _entities } = await level.data<{ _entities: { appreciation: object }[] }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Campagne {
      appreciation { texte absence { motif doitRepondre { code } mandat { code } } } } } }`,
    {
      of: [
        { __typename: 'Campagne', code: CAMPAGNE, transmiseLe: transmissions.at(-1)?.transmiseLe ?? null },
      ],
    },
  );
  return _entities[0]?.appreciation;
}

const appreciate = (cle: string, texte: string) =>
  level.data(
    `mutation { apprecierBilan(cle: "${cle}", campagne: "${CAMPAGNE}", texte: "${texte}") { acte { numero } } }`,
    {},
    sophie,
  );

const owed = (said: string) => ({
  motif: expect.stringContaining(said) as string,
  doitRepondre: { code: 'MSSS' },
  mandat: { code: 'M6' },
});

it('an appreciation is owed of what was transmitted last, whatever was said of what was transmitted before', async () => {
  expect(await appreciationNow()).toMatchObject({ texte: null, absence: { doitRepondre: null } });
  transmissions.push({ version: 'un', transmiseLe: FIRST });
  expect(await appreciationNow()).toEqual({ texte: null, absence: owed('n’a pas encore apprécié') });
  await appreciate('a1', 'Délais à suivre.');
  expect(await appreciationNow()).toEqual({ texte: 'Délais à suivre.', absence: null });
  transmissions.push({ version: 'deux', transmiseLe: SECOND });
  expect(await appreciationNow()).toEqual({
    texte: 'Délais à suivre.',
    absence: owed(
      'transmis en dernier (2027-07-15) ; ce qu’il a dit est de ceux transmis avant (2027-06-01)',
    ),
  });
  await appreciate('a2', 'Corrigés.');
  expect(await appreciationNow()).toEqual({ texte: 'Corrigés.', absence: null });
});
