import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { etablissements } from '../subgraph.ts';

// Two campagnes of one exercice, of which the one opened last has nothing of the last period, beside one of the exercice before.
const [BEFORE, LAST, OTHER] = ['2023-2024', '2024-2025', '2024-2025-B'];
const [TERRITOIRE, ELSEWHERE, NOTHING] = ['01111', '01121', '06112'];
const EXIGENCE = 'A-P5:AAOR';
const MESURES = [
  [BEFORE, `${BEFORE}-P12`, TERRITOIRE],
  [BEFORE, `${BEFORE}-P13`, TERRITOIRE],
  [OTHER, `${LAST}-P03`, TERRITOIRE],
  [OTHER, `${LAST}-P03`, ELSEWHERE],
  [LAST, `${LAST}-P05`, TERRITOIRE],
] as const;

const insert = (campagne: string, periode: string, territoire: string): Promise<unknown> =>
  level.rows(`insert into etablissements.mesure values ('${periode}:${territoire}:${EXIGENCE}', '${campagne}', '${periode}',
    '${territoire}', '${EXIGENCE}', null, 2, 'h', 'FINALE', 1, '2025-05-09T14:00:00Z', '{"origine":"SAISIE"}')`);

const ABSENCE = 'absence { motif doitRepondre { code } }';
const LIST = `totalCount exerciceChoisi nodes { periode { code } } ${ABSENCE}`;

interface List {
  readonly totalCount: number;
  readonly exerciceChoisi: string | null;
  readonly nodes: readonly { readonly periode: { readonly code: string } }[];
  readonly absence: { readonly motif: string; readonly doitRepondre: object | null } | null;
}

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(etablissements);
});
afterAll(() => level.close());

const given = (args: string): string => (args === '' ? '' : `(${args})`);

const listAll = async (args = ''): Promise<List> =>
  (await level.data<{ mesures: List }>(`{ mesures${given(args)} { ${LIST} } }`)).mesures;

const listOf = async (territoire: string, args = ''): Promise<List> => {
  const { _entities } = await level.data<{ _entities: [{ mesures: List }] }>(
    `{ _entities(representations: [{ __typename: "TerritoireClsc", code: "${territoire}" }]) {
      ... on TerritoireClsc { mesures${given(args)} { ${LIST} } } } }`,
  );
  return _entities[0].mesures;
};

const periodesOf = ({ nodes }: List): string[] => nodes.map(({ periode }) => periode.code);

it('where nothing is measured, no exercice is chosen', async () => {
  for (const list of [await listAll(), await listOf(TERRITOIRE)])
    expect(list).toMatchObject({ totalCount: 0, exerciceChoisi: null });
});

describe('measures asked without a campagne', () => {
  beforeAll(async () => {
    for (const [campagne, periode, territoire] of MESURES) await insert(campagne, periode, territoire);
  });

  it('are of the whole of the last exercice measured, which is said', async () => {
    const all = await listAll();
    expect(all).toMatchObject({ totalCount: 3, exerciceChoisi: LAST, absence: null });
    expect(new Set(periodesOf(all))).toEqual(new Set([`${LAST}-P03`, `${LAST}-P05`]));
    const own = await listOf(TERRITOIRE);
    expect(own).toMatchObject({ totalCount: 2, exerciceChoisi: LAST, absence: null });
    expect(periodesOf(own)).toEqual([`${LAST}-P03`, `${LAST}-P05`]);
  });

  it('say of which exercice they are where there is none', async () => {
    for (const list of [
      await listAll(`territoire: "${NOTHING}"`),
      await listOf(NOTHING),
      await listAll('exigence: "A-P6:AAOR"'),
      await listOf(TERRITOIRE, 'exigence: "A-P6:AAOR"'),
    ])
      expect(list).toMatchObject({
        totalCount: 0,
        exerciceChoisi: LAST,
        absence: { motif: expect.stringMatching(/^Sans campagne, .* l’exercice 2024-2025, le plus récent/) },
      });
    const named = await listAll(`territoire: "${NOTHING}", exercice: "${LAST}"`);
    expect(named.absence?.motif).toMatch(/^Aucune mesure pour cette sélection/);
    expect(named.absence?.doitRepondre).not.toBeNull();
  });

  it.each([
    [`periode: "${BEFORE}-P13"`, 1],
    [`exercice: "${BEFORE}"`, 2],
    [`periodeA: "${BEFORE}-P12"`, 1],
    [`periodeDe: "${BEFORE}-P13"`, 4],
    [`periodeDe: "${BEFORE}-P13", periodeA: "${LAST}-P03"`, 3],
    [`exercice: "${BEFORE}", periodeDe: "${BEFORE}-P13"`, 1],
    [`exercice: "${BEFORE}", campagne: "${LAST}"`, 0],
    [`campagne: "${OTHER}"`, 2],
    [`campagne: "${LAST}"`, 1],
  ])('are all those of the moment asked, and none is chosen: %s', async (args, count) => {
    expect(await listAll(args)).toMatchObject({ totalCount: count, exerciceChoisi: null });
  });

  it.each([
    [`exercice: "${BEFORE}"`, [`${BEFORE}-P12`, `${BEFORE}-P13`]],
    [`periodeA: "${LAST}-P03"`, [`${BEFORE}-P12`, `${BEFORE}-P13`, `${LAST}-P03`]],
    [`exercice: "${BEFORE}", periodeDe: "${BEFORE}-P13"`, [`${BEFORE}-P13`]],
    [`exercice: "${LAST}", campagne: "${OTHER}"`, [`${LAST}-P03`]],
  ])('are those of the territory at the moment asked: %s', async (args, periodes) => {
    const list = await listOf(TERRITOIRE, args);
    expect(periodesOf(list)).toEqual(periodes);
    expect(list).toMatchObject({ totalCount: periodes.length, exerciceChoisi: null });
  });

  it('are ranked whatever their campagne, and one campagne alone where it is named', async () => {
    const rank = async (args: string): Promise<unknown> =>
      (
        await level.data<{ classementTerritoires: unknown }>(
          `{ classementTerritoires(exigence: "${EXIGENCE}", reseauTerritorial: "011", ${args}) {
            campagne ranges exclus { cle nombre } absence { motif doitRepondre { code } } } }`,
        )
      ).classementTerritoires;
    const SANS_MESURE = expect.objectContaining({ cle: 'SANS_MESURE' }) as object;
    expect(await rank(`periode: "${LAST}-P03"`)).toEqual({
      campagne: null,
      ranges: 2,
      exclus: [SANS_MESURE],
      absence: null,
    });
    expect(await rank(`periode: "${LAST}-P03", campagne: "${LAST}"`)).toMatchObject({
      campagne: LAST,
      ranges: 0,
      exclus: [SANS_MESURE, { cle: 'AUTRE_CAMPAGNE', nombre: 2 }],
    });
    expect(await rank(`periode: "${BEFORE}-P13"`)).toMatchObject({
      campagne: null,
      ranges: 1,
      absence: null,
    });
  });

  it('of a campagne that others serve, are said to be of each of them', async () => {
    await level.rows(
      `update etablissements.mesure set aussi = '{2024-2025-C}' where territoire_code = '${ELSEWHERE}'`,
    );
    await insert('2024-2025-C', `${LAST}-P05`, NOTHING);
    const { totalCount, absence } = await listAll(
      `campagne: "2024-2025-C", territoire: "${TERRITOIRE}", exigence: "${EXIGENCE}"`,
    );
    expect([totalCount, absence?.doitRepondre]).toEqual([0, null]);
    expect(absence?.motif).toContain(
      `servi par la campagne ${LAST}, par la campagne ${OTHER}, et une mesure`,
    );
  });
});
