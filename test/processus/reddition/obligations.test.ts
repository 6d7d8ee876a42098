import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveDays } from '../move-days.ts';
import { type HouseOfPeople, openHouseOfPeople, type Person } from '../people.ts';

/**
 * Who owes what, as three campagnes that ask the same exigence make it, and as acts change it: one whose days are to come, one
 * whose closing has passed, one that is late and never closes. Each test goes on from the one before.
 */
const BAS_SAINT_LAURENT = '11045119';
const TERRITOIRE = '01111';
const A_VENIR = '2026-2027';
const CLOSE = '2026-2027-P01';
const EN_RETARD = '2026-2027-R';
const P01 = '2026-2027-P01';
const P02 = '2026-2027-P02';
const ID_P01 = `${P01}:${TERRITOIRE}:A-P5:AAOR`;

let people: HouseOfPeople;
let marie: Person;
let luc: Person;
beforeAll(async () => {
  people = await openHouseOfPeople();
  marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
  luc = await people.person({ sub: 'luc', palier: 'ETABLISSEMENT', etablissement: BAS_SAINT_LAURENT });
});
afterAll(async () => {
  await move(OPENED_WITH);
  await people.close();
});

/** Nothing opens whose days are past: they pass since. */
const OPENED_WITH = { echeance: '2098-05-01', cloture: '2098-05-15' };
async function move({ echeance, cloture }: typeof OPENED_WITH): Promise<void> {
  const place = { database: people.database, gateways: [people.house.gateway] };
  await moveDays(place, CLOSE, { echeance, cloture });
  await moveDays(place, EN_RETARD, { echeance });
}

interface Groupe {
  readonly cle: string;
  readonly libelle: string;
  readonly nombre: number;
  readonly fictifs: number;
  readonly dont: readonly Groupe[];
}

interface Obligation {
  readonly id: string;
  readonly campagne: { readonly code: string };
  readonly exigence: { readonly code: string };
  readonly periode: { readonly code: string };
  readonly etat: string;
  readonly aTemps: boolean | null;
  readonly recueLe: string | null;
  readonly reddition: { readonly id: string } | null;
}

const FIELDS = `totalCount nodes { id etat aTemps recueLe echeance cloture exception mesureId campagne { code nom } territoire { code nom }
  exigence { code statut } periode { code } etablissement { code abrege } reddition { id campagne } mandat { code enonce }
  fondement { origine lignes document { code } } provenance { origine note } }
  pageInfo { hasNextPage endCursor } absence { motif doitRepondre { code } mandat { code } }`;

const owedBy = async (given = '', code = TERRITOIRE, headers: Readonly<Record<string, string>> = {}) =>
  (
    await luc.read<{ territoireClsc: { obligations: { totalCount: number; nodes: Obligation[] } } }>(
      `{ territoireClsc(code: "${code}") { obligations(first: 1000${given}) { ${FIELDS} } } }`,
      {},
      headers,
    )
  ).territoireClsc.obligations;

/** The state of each measure due of the territory, by campagne and period. */
const statesOf = async (given = ''): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await owedBy(`, ${given}`)).nodes
      .filter(({ id }) => !id.startsWith('2025-2026/'))
      .map(({ id, etat }) => [id.split(`:${TERRITOIRE}`)[0] ?? '', etat]),
  );

const act = (person: Person, mutation: string) => person.read(`mutation { ${mutation} { acte { numero } } }`);
const enter = (cle: string, campagne: string, periode: string, valeur: number) =>
  act(
    luc,
    `saisirMesures(cle: "${cle}", campagne: "${campagne}", mesures: [
      { territoire: "${TERRITOIRE}", exigence: "A-P5:AAOR", periode: "${periode}", valeur: ${valeur} }])`,
  );
const submit = (cle: string, campagne: string) =>
  act(luc, `soumettreReddition(cle: "${cle}", campagne: "${campagne}")`);

describe('before anything is received', () => {
  it('what the campagnes ask is expected, late or absent, by the day it is', async () => {
    await act(
      marie,
      'publierCanevas(cle: "c", exercice: "2026-2027", indicateurs: ["I-A-P5", "I-F-A1"], exigences: ["A-P5:AAOR", "F-A1:CRISE"])',
    );
    for (const [code, days] of [
      [
        A_VENIR,
        'periodes: ["2026-2027-P01", "2026-2027-P02"], echeance: "2099-01-01", cloture: "2099-02-01"',
      ],
      [CLOSE, 'periodes: ["2026-2027-P01"], echeance: "2098-05-01", cloture: "2098-05-15"'],
      [EN_RETARD, 'periodes: ["2026-2027-P01"], echeance: "2098-05-01"'],
    ])
      await act(marie, `ouvrirCampagne(cle: "${code}", code: "${code}", canevas: "2026-2027-V1", ${days})`);
    await move({ echeance: '2026-05-01', cloture: '2026-05-15' });
    expect(await statesOf()).toEqual({
      [`${A_VENIR}/${P01}`]: 'ATTENDUE',
      [`${A_VENIR}/${P02}`]: 'ATTENDUE',
      [`${CLOSE}/${P01}`]: 'ABSENTE',
      [`${EN_RETARD}/${P01}`]: 'EN_RETARD',
    });
  });

  it('each says by when, from which text, and what is made up', async () => {
    const { nodes } = await owedBy(`, campagne: "${CLOSE}"`);
    expect(nodes).toEqual([
      {
        id: `${CLOSE}/${ID_P01}`,
        etat: 'ABSENTE',
        aTemps: null,
        recueLe: null,
        echeance: '2026-05-01',
        cloture: '2026-05-15',
        exception: null,
        mesureId: ID_P01,
        campagne: { code: CLOSE, nom: `Campagne ${CLOSE}` },
        territoire: { code: TERRITOIRE, nom: expect.any(String) as string },
        exigence: { code: 'A-P5:AAOR', statut: 'FIXE' },
        periode: { code: P01 },
        etablissement: { code: BAS_SAINT_LAURENT, abrege: expect.any(String) as string },
        reddition: null,
        mandat: { code: 'E11', enonce: expect.any(String) as string },
        fondement: { origine: 'INFERENCE', lignes: 'L1864-1866', document: { code: '004' } },
        provenance: { origine: 'DEMONSTRATION', note: `demandée par la campagne ${CLOSE}` },
      },
    ]);
  });

  it('an exception puts the closing off, for who it was given to', async () => {
    await act(
      marie,
      `accorderException(cle: "e", campagne: "${CLOSE}", etablissement: "${BAS_SAINT_LAURENT}", jusquAu: "2099-01-01", motif: "Panne.")`,
    );
    expect(await statesOf(`campagne: "${CLOSE}"`)).toEqual({ [`${CLOSE}/${P01}`]: 'EN_RETARD' });
    const other = await owedBy(`, campagne: "${CLOSE}"`, '02111');
    expect(other.nodes.map(({ etat }) => etat)).toEqual(['ABSENTE']);
  });

  it('nothing is due of a yearly exigence but at its period, nor of who is not territorial', async () => {
    await act(marie, `ouvrirCampagne(cle: "an", code: "2026-2027-AN", canevas: "2026-2027-V1")`);
    const { nodes } = await owedBy(', campagne: "2026-2027-AN"');
    expect(nodes).toHaveLength(14);
    expect(nodes.filter(({ id }) => id.includes('F-A1')).map(({ id }) => id)).toEqual([
      `2026-2027-AN/2026-2027-P13:${TERRITOIRE}:F-A1:CRISE`,
    ]);
    const early = await luc.ask(`mutation { saisirMesures(cle: "tot", campagne: "2026-2027-AN", mesures: [
      { territoire: "${TERRITOIRE}", exigence: "F-A1:CRISE", periode: "2026-2027-P05", valeur: 1 }]) { acte { numero } } }`);
    expect(early.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/F-A1:CRISE se mesure une fois par exercice/) as string,
      extensions: { code: 'CONTENU_INVALIDE' },
    });
    const nordique = await owedBy('', '17011');
    expect(nordique).toMatchObject({ totalCount: 0, absence: { doitRepondre: null, mandat: null } });
    const { etablissement } = await luc.read<{ etablissement: object }>(
      `{ etablissement(code: "11042918") { demandes { campagneCode } obligations { totalCount absence { motif doitRepondre { code } } } } }`,
    );
    expect(etablissement).toEqual({
      demandes: [],
      obligations: {
        totalCount: 0,
        absence: { motif: expect.stringContaining('n’en est pas un') as string, doitRepondre: null },
      },
    });
  });
});

describe('one return', () => {
  let before: string;

  it('serves every campagne that asks the same, and is late or not in each', async () => {
    before = new Date().toISOString();
    await enter('s1', A_VENIR, P01, 3);
    expect((await statesOf())[`${A_VENIR}/${P01}`]).toBe('ATTENDUE');
    await submit('v1', A_VENIR);
    expect(await statesOf()).toMatchObject({
      [`${A_VENIR}/${P01}`]: 'A_TEMPS',
      [`${A_VENIR}/${P02}`]: 'ATTENDUE',
      [`${CLOSE}/${P01}`]: 'EN_RETARD',
      [`${EN_RETARD}/${P01}`]: 'EN_RETARD',
      [`2026-2027-AN/${P01}`]: 'RECUE',
    });
    const { nodes } = await owedBy(`, campagne: "${CLOSE}"`);
    expect(nodes).toMatchObject([
      { aTemps: false, reddition: { id: `${A_VENIR}:${BAS_SAINT_LAURENT}:V1`, campagne: A_VENIR } },
    ]);
    const { reddition } = await luc.read<{ reddition: { satisfaitAussi: object[] } }>(
      `{ reddition(id: "${A_VENIR}:${BAS_SAINT_LAURENT}:V1") { satisfaitAussi { campagne { code } exigences { code } periodes cellules } } }`,
    );
    expect(reddition.satisfaitAussi).toEqual(
      ['2026-2027-AN', CLOSE, EN_RETARD].map((code) => ({
        campagne: { code },
        exigences: [{ code: 'A-P5:AAOR' }],
        periodes: [P01],
        cellules: 1,
      })),
    );
  });

  it('leaves the measure to the campagne that published it when another does too', async () => {
    await enter('s2', EN_RETARD, P01, 4);
    await submit('v2', EN_RETARD);
    const read = () =>
      luc.read<Record<string, unknown>>(`{
        mesure(id: "${ID_P01}") { valeur version campagne campagnes }
        a: mesures(campagne: "${A_VENIR}", territoire: "${TERRITOIRE}") { nodes { id } }
        b: mesures(campagne: "${EN_RETARD}", territoire: "${TERRITOIRE}") { nodes { id } }
        territoireClsc(code: "${TERRITOIRE}") { mesures(campagne: "${A_VENIR}") { totalCount nodes { id } } }
      }`);
    expect(await read()).toEqual({
      mesure: { valeur: 4, version: 2, campagne: A_VENIR, campagnes: [A_VENIR, EN_RETARD] },
      a: { nodes: [{ id: ID_P01 }] },
      b: { nodes: [{ id: ID_P01 }] },
      territoireClsc: { mesures: { totalCount: 1, nodes: [{ id: ID_P01 }] } },
    });
    await act(
      luc,
      `retirerReddition(cle: "r2", reddition: "${EN_RETARD}:${BAS_SAINT_LAURENT}:V1", motif: "Erreur.")`,
    );
    expect(await read()).toMatchObject({
      mesure: { valeur: 3, version: 3, campagne: A_VENIR, campagnes: [A_VENIR] },
      b: { nodes: [] },
    });
    expect((await statesOf())[`${EN_RETARD}/${P01}`]).toBe('EN_RETARD');
  });

  it('is sent back, then consolidated, in each campagne that it serves', async () => {
    await act(
      marie,
      `retournerReddition(cle: "rr", reddition: "${A_VENIR}:${BAS_SAINT_LAURENT}:V1", cellules: [
        { mesure: "${ID_P01}", motif: "Bas.", attendu: "Vérifier." }])`,
    );
    expect(await statesOf()).toMatchObject({
      [`${A_VENIR}/${P01}`]: 'RETOURNEE',
      [`${CLOSE}/${P01}`]: 'RETOURNEE',
    });
    await enter('s3', A_VENIR, P01, 5);
    await submit('v3', A_VENIR);
    expect((await statesOf())[`${A_VENIR}/${P01}`]).toBe('A_TEMPS');
    await act(marie, `consoliderReddition(cle: "cc", reddition: "${A_VENIR}:${BAS_SAINT_LAURENT}:V2")`);
    expect(await statesOf()).toMatchObject({
      [`${A_VENIR}/${P01}`]: 'CONSOLIDEE',
      [`${CLOSE}/${P01}`]: 'CONSOLIDEE',
    });
  });

  it('is no longer one of a measure that the version that stands does not say', async () => {
    const received = new Date().toISOString();
    await act(
      luc,
      `saisirMesures(cle: "s4", campagne: "${A_VENIR}", mesures: [
        { territoire: "${TERRITOIRE}", exigence: "A-P5:AAOR", periode: "${P02}", valeur: 1 }], retraits: [
        { territoire: "${TERRITOIRE}", exigence: "A-P5:AAOR", periode: "${P01}" }])`,
    );
    await submit('v4', A_VENIR);
    const removed = new Date().toISOString();
    expect(await statesOf()).toMatchObject({
      [`${A_VENIR}/${P01}`]: 'ATTENDUE',
      [`${CLOSE}/${P01}`]: 'EN_RETARD',
      [`2026-2027-AN/${P01}`]: 'ATTENDUE',
    });
    const { nodes } = await owedBy(`, campagne: "${CLOSE}"`);
    expect(nodes).toMatchObject([{ recueLe: null, reddition: null }]);
    expect((await statesOf(`au: "${received}"`))[`${A_VENIR}/${P01}`]).toBe('CONSOLIDEE');
    await act(
      luc,
      `retirerReddition(cle: "r4", reddition: "${A_VENIR}:${BAS_SAINT_LAURENT}:V3", motif: "Erreur.")`,
    );
    expect((await statesOf())[`${A_VENIR}/${P01}`]).toBe('CONSOLIDEE');
    // What stands again is what is published, of the campagne that published it first.
    const published = `mesure(id: "${ID_P01}") { valeur campagnes }`;
    expect(await luc.read(`{ ${published} }`)).toEqual({ mesure: { valeur: 5, campagnes: [A_VENIR] } });
    const [then, gone] = await Promise.all(
      [received, removed].map((au) => luc.read(`{ ${published} }`, {}, { 'palier-au': au })),
    );
    expect([then, gone]).toEqual([{ mesure: { valeur: 5, campagnes: [A_VENIR] } }, { mesure: null }]);
  });

  it('is known as it was known at each instant, by the acts written by then', async () => {
    const { journalEtablissements } = await luc.read<{
      journalEtablissements: { nodes: { natureActe: string; inscritLe: string }[] };
    }>('{ journalEtablissements { nodes { natureActe inscritLe } } }');
    const submitted = journalEtablissements.nodes.find(
      ({ natureActe }) => natureActe === 'soumettreReddition',
    );
    const at = async (au: string) => (await statesOf(`au: "${au}"`))[`${A_VENIR}/${P01}`];
    expect(await at(before)).toBe('ATTENDUE');
    expect(await at(submitted?.inscritLe ?? '')).toBe('A_TEMPS');
    expect(await at(new Date().toISOString())).toBe('CONSOLIDEE');
    const { nodes } = await owedBy('', TERRITOIRE, { 'palier-au': submitted!.inscritLe });
    expect(nodes).toEqual((await owedBy(`, au: "${submitted!.inscritLe}"`)).nodes);
    const later = await luc.ask(
      `{ territoireClsc(code: "${TERRITOIRE}") { obligations(au: "${new Date().toISOString()}") { totalCount } } }`,
      {},
      { 'palier-au': submitted!.inscritLe },
    );
    expect(later.errors?.[0]?.extensions).toMatchObject({ code: 'FILTRE_INVALIDE' });
    for (const au of ['2026-01-01T00:00:00Z', '2026-01-01'])
      expect(await statesOf(`au: "${au}"`)).toEqual({});
  });
});

describe('the list', () => {
  it('is narrowed, counted and paged for an établissement as for its territories', async () => {
    const page = async (given: string) =>
      (
        await luc.read<{
          etablissement: {
            territoires: unknown[];
            obligations: {
              totalCount: number;
              nodes: Obligation[];
              pageInfo: { hasNextPage: boolean; endCursor: string };
            };
          };
        }>(
          `{ etablissement(code: "${BAS_SAINT_LAURENT}") { territoires { code } obligations(${given}) { totalCount nodes { id etat } pageInfo { hasNextPage endCursor } } } }`,
        )
      ).etablissement;
    const { territoires, obligations } = await page(`campagne: "${A_VENIR}", etat: ATTENDUE, first: 3`);
    expect(obligations.totalCount).toBe(2 * territoires.length - 1);
    const ids = new Set(obligations.nodes.map(({ id }) => id));
    let { hasNextPage, endCursor } = obligations.pageInfo;
    while (hasNextPage) {
      const next = await page(`campagne: "${A_VENIR}", etat: ATTENDUE, first: 3, after: "${endCursor}"`);
      for (const { id, etat } of next.obligations.nodes) {
        expect(etat).toBe('ATTENDUE');
        expect(ids.has(id)).toBe(false);
        ids.add(id);
      }
      ({ hasNextPage, endCursor } = next.obligations.pageInfo);
    }
    expect(ids.size).toBe(obligations.totalCount);
  });

  it('is counted whole, by what its rows say one by one', async () => {
    const list = await owedBy();
    const count = async (given: string) =>
      (
        await luc.read<{ territoireClsc: { obligations: { repartition: Groupe[] } } }>(
          `{ territoireClsc(code: "${TERRITOIRE}") { obligations(first: 1) { repartition(${given}) {
            cle libelle nombre fictifs dont { cle nombre fictifs } } } } }`,
        )
      ).territoireClsc.obligations.repartition;
    const saidBy = (keyOf: (one: Obligation) => string): Record<string, number> =>
      list.nodes.reduce<Record<string, number>>(
        (counts, one) => ({ ...counts, [keyOf(one)]: (counts[keyOf(one)] ?? 0) + 1 }),
        {},
      );
    const countedBy = async (par: string) =>
      Object.fromEntries((await count(`par: ${par}`)).map(({ cle, nombre }) => [cle, nombre]));
    expect(await countedBy('ETAT')).toEqual(saidBy(({ etat }) => etat));
    expect(await countedBy('CAMPAGNE')).toEqual(saidBy(({ campagne }) => campagne.code));
    expect(await countedBy('PERIODE')).toEqual(saidBy(({ periode }) => periode.code));
    expect(await countedBy('EXIGENCE')).toEqual(saidBy(({ exigence }) => exigence.code));
    expect(await countedBy('TERRITOIRE')).toEqual({ [TERRITOIRE]: list.totalCount });
    const [first, ...rest] = await count('par: CAMPAGNE, puis: ETAT');
    expect([first, ...rest].every((group) => group?.fictifs === group?.nombre)).toBe(true);
    expect(first).toMatchObject({ cle: '2025-2026', libelle: 'Campagne 2025-2026' });
    const { nodes } = await owedBy(`, campagne: "${A_VENIR}"`);
    const ofOne = rest.find(({ cle }) => cle === A_VENIR);
    expect(ofOne?.dont.map(({ cle, nombre }) => [cle, nombre])).toEqual([
      ['ATTENDUE', nodes.filter(({ etat }) => etat === 'ATTENDUE').length],
      ['CONSOLIDEE', nodes.filter(({ etat }) => etat === 'CONSOLIDEE').length],
    ]);
  });

  it('leaves out of its groups what its filters leave out', async () => {
    const { territoireClsc } = await luc.read<{
      territoireClsc: { obligations: { totalCount: number; repartition: Groupe[] } };
    }>(
      `{ territoireClsc(code: "${TERRITOIRE}") { obligations(campagne: "${CLOSE}", etat: ABSENTE) { totalCount repartition(par: ETAT) { cle nombre } absence { motif } } } }`,
    );
    expect(territoireClsc.obligations).toMatchObject({
      totalCount: 0,
      repartition: [],
      absence: { motif: expect.stringContaining('aucune ne répond') as string },
    });
  });

  it.each([
    ['no instant', 'au: "hier"', 'FILTRE_INVALIDE'],
    ['a day that is none', 'au: "2026-02-31"', 'FILTRE_INVALIDE'],
    ['no campagne', 'campagne: "P01"', 'CODE_INVALIDE'],
  ])('refuses %s, in French', async (_what, given, code) => {
    const { errors } = await luc.ask(
      `{ territoireClsc(code: "${TERRITOIRE}") { nom obligations(${given}) { totalCount } } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code });
  });
});
