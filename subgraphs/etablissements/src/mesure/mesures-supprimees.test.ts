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

it('says when a figure that was published was last suppressed, of those that still are', async () => {
  const last = async () =>
    (await level.data<{ derniereSuppressionMesures: string | null }>('{ derniereSuppressionMesures }'))
      .derniereSuppressionMesures;
  const change = (periode: string, set: string) =>
    level.rows(
      `update etablissements.mesure set version = version + 1, ${set} where id = '${idOf(periode)}'`,
    );
  const suppressed = `statut = 'SUPPRIMEE', valeur = null`;
  await say('P10', []);
  const before = await last();
  // Never published otherwise: nobody kept anything of it.
  await level.rows(`insert into etablissements.mesure values ('${idOf('P09')}', '${EXERCICE}', '${EXERCICE}-P09', '${TERRITOIRE}',
    'A-P5:AAOR', null, null, 'h', 'SUPPRIMEE', 1, '2025-05-09T14:00:00Z', '{"origine":"SAISIE"}')`);
  expect(await last()).toBe(before);
  await change('P10', suppressed);
  const first = await last();
  expect(first! > (before ?? '')).toBe(true);
  // Said of it again, and of what stands for a value: it was suppressed then.
  await change('P10', suppressed);
  await change('P10', `statut = 'NON_DISPONIBLE'`);
  expect(await last()).toBe(first);
  await change('P10', suppressed);
  expect((await last())! > first!).toBe(true);
  // Said again: it is suppressed no more.
  await change('P10', `statut = 'FINALE', valeur = 2`);
  expect(await last()).toBe(before);
});
