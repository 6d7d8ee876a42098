import { toLocalDay } from '@palier/runtime/local-day';
import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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

interface Obligation {
  readonly etat: string;
  readonly recueLe: string | null;
  readonly exception: string | null;
  readonly reddition: { readonly id: string } | null;
}

/** What is due of the second period, of what is asked as said. */
async function readSecond(au: string, demande: object = {}): Promise<Obligation> {
  const { _entities } = await level.data<{ _entities: [{ obligations: { nodes: Obligation[] } }] }>(
    `query ($territoires: [_Any!]!) { _entities(representations: $territoires) {
      ... on TerritoireClsc { obligations(au: "${au}") { nodes { etat recueLe exception reddition { id } } } } } }`,
    {
      territoires: [{ __typename: 'TerritoireClsc', code: '01111', demandes: [{ ...DEMANDE, ...demande }] }],
    },
  );
  return _entities[0].obligations.nodes[0]!;
}

const MESURE = '2024-2025-P02:01111:A-P5:AAOR';
const COLUMNS = `'2024-2025-P02', '01111', 'A-P5:AAOR', 3, 'h', 'PROVISOIRE'`;

/** A version of another campagne, which says the measure of the second period. */
async function insertVersion(
  campagne: string,
  soumiseLe: string,
  retireeLe: string | null,
  acte: number | null = null,
): Promise<void> {
  const id = `${campagne}:11045119:V1`;
  const [etat, retiree] = retireeLe === null ? ['SOUMISE', 'null'] : ['RETIREE', `'${retireeLe}'`];
  await level.rows(`insert into etablissements.reddition
    (id, etablissement_code, campagne, version, etat, saisie_le, soumise_le, soumise_par, revision, retiree_le, provenance)
    values ('${id}', '11045119', '${campagne}', 1, '${etat}', '${soumiseLe}', '${soumiseLe}', ${acte}, 1, ${retiree}, '{}')`);
  await level.rows(`insert into etablissements.ligne_reddition
    (id, reddition_id, etablissement_code, mesure_id, mesure_version, periode, territoire_code, exigence_code, valeur, unite, statut, provenance)
    values ('${id}:${MESURE}', '${id}', '11045119', '${MESURE}', 1, ${COLUMNS}, '{}')`);
}

describe('a campagne that is closed', () => {
  afterEach(async () => {
    for (const table of ['ligne_reddition', 'reddition'])
      await level.rows(`delete from etablissements.${table}`);
  });

  it('received nothing that came after, by whatever campagne', async () => {
    await insertVersion('AUTRE', '2025-02-01T12:00:00Z', null);
    for (const au of ['2024-12-03', '2025-03-01', '2026-03-01'])
      expect(await readSecond(au), au).toMatchObject({ etat: 'ABSENTE', recueLe: null });
    expect(await readSecond('2025-03-01', { fermeeLe: null })).toMatchObject({ etat: 'EN_RETARD' });
  });

  it('received what was taken back after', async () => {
    await insertVersion('AUTRE', '2024-11-01T12:00:00Z', '2025-02-01T12:00:00Z');
    for (const au of ['2024-12-03', '2025-03-01'])
      expect(await readSecond(au), au).toMatchObject({ etat: 'EN_RETARD' });
    expect(await readSecond('2025-03-01', { fermeeLe: null })).toMatchObject({ etat: 'ABSENTE' });
  });
});

it('what three campagnes said was received with the first, whichever it is due to and whichever said it last', async () => {
  const of = (campagneCode: string) => ({ campagneCode, fermeeLe: null });
  const RECEIVED = { etat: 'A_TEMPS', recueLe: '2024-06-01T12:00:00.000Z' };
  await insertVersion('PREMIERE', '2024-06-01T12:00:00Z', null);
  for (const [campagne, soumiseLe] of [
    ['DEUXIEME', '2024-08-01T12:00:00Z'],
    ['TROISIEME', '2024-09-01T12:00:00Z'],
  ] as const) {
    await insertVersion(campagne, soumiseLe, null);
    for (const due of ['PREMIERE', 'DEUXIEME', 'TROISIEME', '2024-2025'])
      expect(await readSecond('2025-03-01', of(due)), `${due}, ${campagne}`).toMatchObject(RECEIVED);
  }
  // Taken back, the first is no reception.
  await level.rows(`update etablissements.reddition set etat = 'RETIREE', retiree_le = '2024-10-01T12:00:00Z'
    where campagne = 'PREMIERE'`);
  for (const due of ['DEUXIEME', '2024-2025'])
    expect(await readSecond('2025-03-01', of(due)), due).toMatchObject({
      etat: 'EN_RETARD',
      recueLe: '2024-08-01T12:00:00.000Z',
    });
  for (const table of ['ligne_reddition', 'reddition'])
    await level.rows(`delete from etablissements.${table}`);
});

it('what two campagnes said in one instant is what the later act said, whatever their names', async () => {
  for (const [campagne, acte] of [
    ['DERNIERE', 14],
    ['AVANT', 13],
  ] as const)
    await insertVersion(campagne, '2024-06-01T12:00:00Z', null, acte);
  expect(await readSecond('2025-03-01', { fermeeLe: null })).toMatchObject({
    reddition: { id: 'DERNIERE:11045119:V1' },
  });
  for (const table of ['ligne_reddition', 'reddition'])
    await level.rows(`delete from etablissements.${table}`);
});

/** Before and after midnight in Québec, in summer, in winter, and around both changes of hour. */
it.each([
  ['2024-07-01T03:59:59.999Z', '2024-06-30'],
  ['2024-07-01T04:00:00.000Z', '2024-07-01'],
  ['2024-12-01T04:59:59.999Z', '2024-11-30'],
  ['2024-12-01T05:00:00.000Z', '2024-12-01'],
  ['2024-03-10T04:59:59.999Z', '2024-03-09'],
  ['2024-03-10T05:00:00.000Z', '2024-03-10'],
  ['2024-03-11T03:59:59.999Z', '2024-03-10'],
  ['2024-03-11T04:00:00.000Z', '2024-03-11'],
  ['2024-11-03T03:59:59.999Z', '2024-11-02'],
  ['2024-11-03T04:00:00.000Z', '2024-11-03'],
  ['2024-11-04T04:59:59.999Z', '2024-11-03'],
  ['2024-11-04T05:00:00.000Z', '2024-11-04'],
])('what is received at %s is of %s, for whoever counts the day', async (instant, jour) => {
  expect(toLocalDay(instant)).toBe(jour);
  await insertVersion('AUTRE', instant, null);
  const eve = new Date(Date.parse(jour) - 86_400_000).toISOString().slice(0, 10);
  const asked = { ouverteLe: '2024-01-02T12:00:00.000Z', fermeeLe: null };
  for (const [echeance, etat] of [
    [jour, 'A_TEMPS'],
    [eve, 'EN_RETARD'],
  ] as const)
    expect(await readSecond('2025-03-01', { ...asked, echeance }), echeance).toMatchObject({ etat });
  for (const table of ['ligne_reddition', 'reddition'])
    await level.rows(`delete from etablissements.${table}`);
});

it('of two exceptions of one instant, the last one given holds', async () => {
  const accordeeLe = '2024-07-01T12:00:00.000Z';
  const exceptions = ['2024-07-18', '2024-07-25'].map((jusquAu) => ({ jusquAu, accordeeLe }));
  expect(await readSecond('2024-07-20', { exceptions })).toMatchObject({
    etat: 'EN_RETARD',
    exception: '2024-07-25',
  });
});

it.each([
  // The second period ends on 26 May, the fourth on 21 July.
  ['2024-06-30', ['ATTENDUE', 'ATTENDUE', 'ATTENDUE']],
  ['2024-07-10', ['EN_RETARD', 'ATTENDUE', 'ATTENDUE']],
  ['2024-07-20', ['ABSENTE', 'ATTENDUE', 'ATTENDUE']],
  ['2024-07-22', ['ABSENTE', 'ABSENTE', 'ATTENDUE']],
  // Closed: nothing can come any more, and nothing is asked of what had not ended.
  ['2024-12-03', ['ABSENTE', 'ABSENTE']],
  ['2025-12-03', ['ABSENTE', 'ABSENTE']],
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

describe('what is due on a day to come', () => {
  const demande = { fermeeLe: null, echeance: '2098-06-30', cloture: '2098-07-15' };
  const readOn = async (au: string, more: object = {}, known?: string) => {
    const territoires = [
      { __typename: 'TerritoireClsc', code: '01111', demandes: [{ ...DEMANDE, ...demande, ...more }] },
    ];
    const { _entities } = await level.data<{
      _entities: [{ obligations: { hypothese: string | null; nodes: { etat: string }[] } }];
    }>(
      `query ($territoires: [_Any!]!) { _entities(representations: $territoires) {
        ... on TerritoireClsc { obligations(au: "${au}") { hypothese nodes { etat } } } } }`,
      { territoires },
      undefined,
      known,
    );
    const { hypothese, nodes } = _entities[0].obligations;
    return { hypothese, etat: nodes[0]?.etat };
  };
  const supposed = (day: string) =>
    expect.stringMatching(`^Le ${day} est à venir.*connu maintenant`) as string;

  it.each([
    ['2098-06-30', 'ATTENDUE'],
    ['2098-07-01', 'EN_RETARD'],
    ['2098-07-01T12:00:00Z', 'EN_RETARD'],
    ['2098-07-16', 'ABSENTE'],
  ])('is %s what it would be if nothing came, %s, and says so', async (au, etat) => {
    expect(await readOn(au)).toEqual({ etat, hypothese: supposed(au.slice(0, 10)) });
  });

  it('supposes of the rest of today, which is not to come', async () => {
    const today = toLocalDay(new Date().toISOString());
    expect(await readOn(today)).toEqual({
      etat: 'ATTENDUE',
      hypothese: expect.stringMatching(`^Le ${today} n’est pas fini :`) as string,
    });
  });

  it('counts what was received, and the more time that was given', async () => {
    const exceptions = [{ jusquAu: '2098-08-01', accordeeLe: '2024-07-01T12:00:00.000Z' }];
    expect(await readOn('2098-07-16', { exceptions })).toMatchObject({ etat: 'EN_RETARD' });
    await insertVersion('AUTRE', '2024-06-01T12:00:00Z', null);
    expect(await readOn('2098-07-16')).toMatchObject({ etat: 'A_TEMPS' });
    for (const table of ['ligne_reddition', 'reddition'])
      await level.rows(`delete from etablissements.${table}`);
  });

  it('supposes nothing of a day that has come, and is asked of no past instant', async () => {
    expect(await readOn('2026-07-01')).toEqual({ etat: 'ATTENDUE', hypothese: null });
    await expect(readOn('2098-07-01', {}, new Date().toISOString())).rejects.toThrow(
      /vient après l’instant de la question/,
    );
  });
});

it('what was received on time, or after, is told whatever became of it since, and chosen and counted by it', async () => {
  // The last minute of 30 June, in Québec.
  await insertVersion('A', '2024-07-01T03:59:00Z', null);
  const returned = {
    redditionId: 'A:11045119:V1',
    consolidee: false,
    examineLe: '2024-07-05T12:00:00.000Z',
    mesuresRetournees: [MESURE],
  };
  const demandes = [
    { campagneCode: 'A', examens: [returned] },
    { campagneCode: 'B', echeance: '2024-06-29' },
    { campagneCode: 'C', echeance: null },
    { campagneCode: 'D', periodes: ['2024-2025-P04'] },
  ].map((one) => ({ ...DEMANDE, fermeeLe: null, periodes: ['2024-2025-P02'], ...one }));
  const read = async (choice: string) => {
    const { _entities } = await level.data<{
      _entities: [{ obligations: { totalCount: number; nodes: object[]; repartition: object[] } }];
    }>(
      `query ($territoires: [_Any!]!) { _entities(representations: $territoires) { ... on TerritoireClsc {
        obligations(au: "2025-03-01"${choice}) { totalCount nodes { campagne { code } etat } repartition(par: A_TEMPS) { cle nombre } } } } }`,
      { territoires: [{ __typename: 'TerritoireClsc', code: '01111', demandes }] },
    );
    return _entities[0].obligations;
  };
  const onTime = { campagne: { code: 'A' }, etat: 'RETOURNEE' };
  const late = { campagne: { code: 'B' }, etat: 'RETOURNEE' };
  expect(await read(', aTemps: true')).toMatchObject({ totalCount: 1, nodes: [onTime] });
  expect(await read(', aTemps: false')).toMatchObject({ totalCount: 1, nodes: [late] });
  const { nodes, repartition } = await read('');
  expect(nodes).toEqual([
    onTime,
    late,
    { campagne: { code: 'C' }, etat: 'RETOURNEE' },
    { campagne: { code: 'D' }, etat: expect.any(String) as string },
  ]);
  expect(repartition).toHaveLength(3);
  for (const group of [
    { cle: 'VRAI', nombre: 1 },
    { cle: 'FAUX', nombre: 1 },
    { cle: null, nombre: 2 },
  ])
    expect(repartition).toContainEqual(group);
  for (const table of ['ligne_reddition', 'reddition'])
    await level.rows(`delete from etablissements.${table}`);
});

it('what was made up had been received, whatever is submitted of it since', async () => {
  await level.rows(`insert into etablissements.mesure
    (id, campagne, periode, territoire_code, exigence_code, valeur, unite, statut, version, saisie_le, provenance)
    values ('${MESURE}', '2024-2025', ${COLUMNS}, 1, '2024-05-20T12:00:00Z', '{"origine":"DEMONSTRATION"}')`);
  const before = await readSecond('2024-07-01');
  expect(before).toMatchObject({ etat: 'A_TEMPS' });
  await level.rows(
    `update etablissements.mesure set etablissement_code = '11045119', saisie_le = '2024-08-01T12:00:00Z'`,
  );
  expect(await readSecond('2024-07-01')).toEqual(before);
});
