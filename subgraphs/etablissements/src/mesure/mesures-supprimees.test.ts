import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { etablissements } from '../subgraph.ts';

const EXERCICE = '2025-2026';
const TERRITOIRE = '06112';

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(etablissements);
});
afterAll(() => level.close());

const idOf = (periode: string, exercice = EXERCICE): string =>
  `${exercice}-${periode}:${TERRITOIRE}:A-P5:AAOR`;

/** What is said of a figure, one after the other; nothing where it is taken out. */
async function say(
  periode: string,
  said: readonly (number | string | null)[],
  exercice?: string,
): Promise<void> {
  const id = idOf(periode, exercice);
  await level.rows(`insert into etablissements.mesure values ('${id}', '${EXERCICE}', '${id.slice(0, 13)}', '${TERRITOIRE}',
    'A-P5:AAOR', null, 2, 'h', 'FINALE', 1, '2025-05-09T14:00:00Z', '{"origine":"SAISIE"}')`);
  for (const value of said)
    await level.rows(
      value === null
        ? `delete from etablissements.mesure where id = '${id}'`
        : `update etablissements.mesure set version = version + 1, ${
            typeof value === 'number'
              ? `statut = 'FINALE', valeur = ${value}`
              : `statut = '${value}', valeur = null`
          } where id = '${id}'`,
    );
}

it('are all those of an exercice of which no value was said since, whether or not they are still there', async () => {
  await say('P01', []);
  await say('P02', ['SUPPRIMEE']);
  await say('P03', ['SUPPRIMEE', 'NON_DISPONIBLE']);
  await say('P04', ['SUPPRIMEE', 3]);
  await say('P05', ['SUPPRIMEE', null]);
  await say('P06', ['SUPPRIMEE', 'NON_DISPONIBLE', null]);
  await say('P07', ['SUPPRIMEE', 3, null]);
  await say('P08', ['SUPPRIMEE', 3, 'SUPPRIMEE', null]);
  await say('P02', ['SUPPRIMEE'], '2024-2025');
  const statements = await level.statementsOf(async () => {
    const { mesuresSupprimees } = await level.data<{ mesuresSupprimees: readonly object[] }>(
      `{ mesuresSupprimees(exercice: "${EXERCICE}") { territoire exigence volet periode } }`,
    );
    expect(mesuresSupprimees).toEqual(
      ['P02', 'P03', 'P05', 'P06', 'P08'].map((periode) => ({
        territoire: TERRITOIRE,
        exigence: 'A-P5:AAOR',
        volet: null,
        periode: `${EXERCICE}-${periode}`,
      })),
    );
  });
  expect(statements).toHaveLength(1);
});
