import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { etablissements } from '../subgraph.ts';

// A campagne whose days are all past long before its last periods are over, as one may be opened.
const DEMANDE = {
  campagneCode: '2024-2025',
  etablissementCode: '11045119',
  ouverteLe: '2024-04-02T12:00:00.000Z',
  fermeeLe: '2024-12-02T12:00:00.000Z',
  echeanceRecommandee: null,
  echeance: '2024-06-30',
  cloture: '2024-07-15',
  territoires: ['01111'],
  periodes: ['2024-2025-P02', '2024-2025-P04', '2024-2025-P13'],
  cellules: [{ exigence: 'A-P5:AAOR', volet: null, annuelle: false }],
  exceptions: [],
  examens: [],
  origine: 'SAISIE',
};

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(etablissements);
});
afterAll(() => level.close());

it.each([
  // The second period ends on 26 May, the fourth on 21 July.
  ['2024-06-30', ['ATTENDUE', 'ATTENDUE', 'ATTENDUE']],
  ['2024-07-10', ['EN_RETARD', 'ATTENDUE', 'ATTENDUE']],
  ['2024-07-20', ['ABSENTE', 'ATTENDUE', 'ATTENDUE']],
  ['2024-07-22', ['ABSENTE', 'ABSENTE', 'ATTENDUE']],
  // Closed: nothing can come any more.
  ['2024-12-03', ['ABSENTE', 'ABSENTE', 'ABSENTE']],
])('on %s, what is not received is %j: nothing of a period that is not over is late', async (au, etats) => {
  const read = async (more: string) => {
    const { _entities } = await level.data<{
      _entities: [{ obligations: { nodes: { etat: string }[]; totalCount: number } }];
    }>(
      `query ($territoires: [_Any!]!) { _entities(representations: $territoires) {
        ... on TerritoireClsc { obligations(au: "${au}"${more}) { totalCount nodes { etat } } } } }`,
      { territoires: [{ __typename: 'TerritoireClsc', code: '01111', demandes: [DEMANDE] }] },
    );
    return _entities[0].obligations;
  };
  expect((await read('')).nodes.map(({ etat }) => etat)).toEqual(etats);
  for (const etat of ['ATTENDUE', 'EN_RETARD', 'ABSENTE'])
    expect((await read(`, etat: ${etat}`)).totalCount).toBe(etats.filter((one) => one === etat).length);
});
