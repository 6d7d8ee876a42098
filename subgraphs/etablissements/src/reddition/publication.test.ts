import 'reflect-metadata';
import type { Identity } from '@palier/calls/identity';
import { act } from '@palier/runtime/acts/act';
import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { createEphemeralKeys } from '@palier/runtime/journal/journal-keys';
import type { Subgraph } from '@palier/runtime/subgraph';
import { openForTest, someoneOf, type SubgraphUnderTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { up } from '../../migrations/011-figures-seules.ts';
import { up as numberSubmissions } from '../../migrations/014-acte-de-soumission.ts';
import { etablissements } from '../subgraph.ts';
import { retirerReddition, saisirMesures, soumettreReddition } from './reddition.actes.ts';

/** Each test has an exercice, and so measures, of its own. */
const SETTINGS = { demonstration: 'ABSENTE' } as const;
const ETABLISSEMENT = '11045119';
const OTHER = '11045127';
const [luc, omar] = [ETABLISSEMENT, OTHER].map((etablissement) =>
  someoneOf('ETABLISSEMENT', { subject: etablissement, etablissement }),
) as [Identity, Identity];

let level: SubgraphUnderTest;
let program: Subgraph;
beforeAll(async () => {
  level = await openForTest(etablissements, SETTINGS);
  program = await etablissements.open(level.database, SETTINGS, { keys: createEphemeralKeys() });
});
afterAll(() => level.close());

let keys = 0;
function write(definition: ActeDefinition, contenu: object, who = luc): Promise<unknown> {
  keys += 1;
  return act(program.createContext(who), {
    definition,
    cle: String(keys),
    asked: contenu,
    prepare: () => contenu,
    versionAttendue: 0,
  });
}

type Said = number | 'SUPPRIMEE' | 'AUCUN_CAS' | 'NON_DISPONIBLE';
/** What is said, or a value and its numerator. */
type Entered = Said | readonly [valeur: number, numerateur: number];
const mesureOf = (periode: string): string => `${periode}:01111:A-P5:AAOR`;
const toLigne = (periode: string, said: Said, fraction: number | null = null) => ({
  mesure: mesureOf(periode),
  periode,
  territoire: '01111',
  exigence: 'A-P5:AAOR',
  volet: null,
  unite: 'h',
  valeur: typeof said === 'number' ? said : null,
  numerateur: fraction,
  denominateur: fraction === null ? null : 5,
  statut: typeof said === 'number' ? 'PROVISOIRE' : said,
});

/** The versions that one campagne has received of an établissement, each entered and submitted at once. */
class Campagne {
  readonly #code: string;
  readonly #who: Identity;
  #last = 0;
  #stands: string | null = null;

  constructor(code: string, who = luc) {
    this.#code = code;
    this.#who = who;
  }

  version(number: number): string {
    return `${this.#code}:${this.#who.etablissement}:V${number}`;
  }

  async enter(given: Readonly<Record<string, Entered>>, ...retraits: readonly string[]): Promise<void> {
    const contenu = {
      campagne: this.#code,
      version: this.#last + 1,
      revision: null,
      suit: this.#stands,
      lignes: Object.entries(given).map(([periode, said]) =>
        typeof said === 'object' ? toLigne(periode, ...said) : toLigne(periode, said),
      ),
      ...(retraits.length > 0 && { retraits: retraits.map(mesureOf) }),
    };
    await write(saisirMesures, contenu, this.#who);
  }

  async submit(said: object = { cede: true, histoire: true, rang: true }): Promise<void> {
    const version = this.#last + 1;
    const contenu = {
      campagne: this.#code,
      version,
      revision: version,
      jusquAu: null,
      reponses: [],
      ...said,
    };
    await write(soumettreReddition, contenu, this.#who);
    this.#last = version;
    this.#stands = this.version(version);
  }

  /** Takes the last version back, so that another stands again. */
  async withdraw(retablit: number | null, said?: object): Promise<void> {
    const again = retablit === null ? null : this.version(retablit);
    const contenu = said ?? { brouillon: null, retablit: again, histoire: true, rang: true };
    await write(retirerReddition, { reddition: this.#stands, raison: 'Erreur.', ...contenu }, this.#who);
    this.#stands = again;
  }
}

/** Acts written together: they arrive while another établissement's is being written. */
async function together<const Acts extends readonly (() => Promise<unknown>)[]>(
  ...acts: Acts
): Promise<PromiseSettledResult<unknown>[]> {
  const third = someoneOf('ETABLISSEMENT', { subject: 'zoe', etablissement: '11045135' });
  groups += 1;
  const [, ...settled] = await Promise.allSettled([
    new Campagne(`2040-2041-Z${groups}`, third).enter({ '2040-2041-P03': 1 }),
    ...acts.map((written) => written()),
  ]);
  const instants = await level.rows<{ inscrit_le: unknown }>(
    `select distinct inscrit_le from etablissements.journal
     where numero > (select max(numero) from etablissements.journal) - ${settled.filter(({ status }) => status === 'fulfilled').length}`,
  );
  expect(instants).toHaveLength(1);
  return settled;
}
let groups = 0;

const shownOf = async (periode: string, au?: string) =>
  (
    await level.data<{ mesure: { valeur: number; version: number; campagnes: string[] } | null }>(
      `{ mesure(id: "${mesureOf(periode)}") { valeur campagnes } }`,
      {},
      undefined,
      au,
    )
  ).mesure;
const valeurOf = async (periode: string): Promise<number | null | undefined> =>
  (await shownOf(periode))?.valeur;
const contradictionsOf = async (reddition: string): Promise<Record<string, string | null>> =>
  Object.fromEntries(
    (
      await level.data<{
        reddition: { lignes: { nodes: { mesureId: string; contradiction: string | null }[] } };
      }>(`{ reddition(id: "${reddition}") { lignes { nodes { mesureId contradiction } } } }`, {}, luc)
    ).reddition.lignes.nodes.map(({ mesureId, contradiction }) => [mesureId, contradiction]),
  );
const now = async (): Promise<string> => {
  const [row] = await level.rows<{ au: Date }>(`select date_trunc('milliseconds', clock_timestamp()) as au`);
  await new Promise((resolve) => setTimeout(resolve, 5));
  return new Date(row!.au).toISOString();
};

describe('a version that is withdrawn', () => {
  const [P01, P02] = ['2031-2032-P01', '2031-2032-P02'];

  it('gives back what it had taken out, in each campagne, and what was known of it at each instant is kept', async () => {
    const [a, b] = [new Campagne('2031-2032-A'), new Campagne('2031-2032-B')];
    await a.enter({ [P01]: 3, [P02]: 4 });
    await a.submit();
    const before = await now();
    await a.enter({ [P02]: 5 }, P01);
    await a.submit();
    const without = await now();
    expect(await shownOf(P01)).toBeNull();
    await a.withdraw(1);
    expect([await valeurOf(P01), await valeurOf(P02)]).toEqual([3, 4]);
    expect([await valeurOf(P01), (await shownOf(P01, before))?.valeur]).toEqual([3, 3]);
    expect(await shownOf(P01, without)).toBeNull();
    const { mesure } = await level.data<{ mesure: object }>(
      `{ mesure(id: "${mesureOf(P01)}") { versions { valeur parActe { natureActe } finiParActe { natureActe } } } }`,
    );
    expect(mesure).toMatchObject({
      versions: [
        { valeur: 3, parActe: { natureActe: 'retirerReddition' }, finiParActe: null },
        { valeur: 3, finiParActe: { natureActe: 'soumettreReddition' } },
      ],
    });
    // Another campagne says it too: it is of both again.
    await b.enter({ [P01]: 3 });
    await b.submit();
    await a.enter({}, P01);
    await a.submit();
    expect(await shownOf(P01)).toEqual({ valeur: 3, campagnes: ['2031-2032-B'] });
    await a.withdraw(1);
    expect(await shownOf(P01)).toEqual({ valeur: 3, campagnes: ['2031-2032-A', '2031-2032-B'] });
  });

  it('of the acts of before, left it out until another version says it', async () => {
    const period = '2032-2033-P01';
    const a = new Campagne('2032-2033-A');
    await a.enter({ [period]: 3 });
    await a.submit({});
    await a.enter({}, period);
    await a.submit({});
    await a.withdraw(1, {});
    expect(await shownOf(period)).toBeNull();
    await a.enter({ '2032-2033-P02': 4 });
    await a.submit();
    expect(await valeurOf(period)).toBe(3);
  });
});

it('a version is not withdrawn past the last day to submit another, whenever that was asked', async () => {
  const a = new Campagne('2041-2042-A');
  await a.enter({ '2041-2042-P01': 3 });
  await a.submit();
  const asked = { brouillon: null, retablit: null, histoire: true };
  await expect(a.withdraw(null, { ...asked, jusquAu: '2026-05-15' })).rejects.toMatchObject({
    extensions: { code: 'ACTE_REFUSE', regle: 'RETIRER_AVANT_CLOTURE' },
  });
  const b = new Campagne('2041-2042-B');
  await b.enter({ '2041-2042-P02': 3 });
  await b.submit();
  await b.withdraw(null, { ...asked, jusquAu: '2999-05-15' });
});

it('what a draft carries is read by its établissement and by Santé Québec alone', async () => {
  const a = new Campagne('2042-2043-A');
  await a.enter({ '2042-2043-P01': 3 });
  const carriedFor = async (who?: Identity) =>
    (
      await level.data<{ reddition: { cellulesPortees: string[] } }>(
        `{ reddition(id: "${a.version(1)}") { cellulesPortees } }`,
        {},
        who,
      )
    ).reddition.cellulesPortees;
  const carried = ['2042-2043-P01:A-P5:AAOR/'];
  expect([await carriedFor(), await carriedFor(omar), await carriedFor(luc)]).toEqual([[], [], carried]);
  await a.submit();
  expect(await carriedFor()).toEqual(carried);
});

describe('a measure that two campagnes do not say alike', () => {
  it('is what was said last: a line that is carried over takes no place, and says so', async () => {
    const [P01, P02] = ['2033-2034-P01', '2033-2034-P02'];
    const [a, b] = [new Campagne('2033-2034-A'), new Campagne('2033-2034-B')];
    await a.enter({ [P01]: 3 });
    await a.submit();
    expect(await contradictionsOf(a.version(1))).toEqual({ [mesureOf(P01)]: null });
    await b.enter({ [P01]: 5 });
    await b.submit();
    await a.enter({ [P02]: 4 });
    const contradiction = expect.stringMatching(`la version ${b.version(1)}.*, et soumettez\\.$`) as string;
    expect(await contradictionsOf(a.version(2))).toEqual({
      [mesureOf(P01)]: contradiction,
      [mesureOf(P02)]: null,
    });
    await a.submit();
    expect(await shownOf(P01)).toEqual({ valeur: 5, campagnes: ['2033-2034-A', '2033-2034-B'] });
    expect(await valeurOf(P02)).toBe(4);
    expect((await contradictionsOf(a.version(2)))[mesureOf(P01)]).toEqual(contradiction);
    // What a later version took the place of contradicts nothing.
    expect((await contradictionsOf(a.version(1)))[mesureOf(P01)]).toBeNull();
    // The other is withdrawn, or this one says it again: it is this one's.
    await b.withdraw(null);
    expect(await shownOf(P01)).toEqual({ valeur: 3, campagnes: ['2033-2034-A'] });
    await b.enter({ [P01]: 6 });
    await b.submit();
    await a.enter({ [P01]: 3 });
    expect((await contradictionsOf(a.version(3)))[mesureOf(P01)]).toBeNull();
    await a.submit();
    expect(await valeurOf(P01)).toBe(3);
    expect((await contradictionsOf(b.version(2)))[mesureOf(P01)]).toContain(a.version(3));
    // Withdrawn, it leaves what the other said last, whichever version was submitted last.
    await a.withdraw(2);
    expect(await valeurOf(P01)).toBe(6);
  });

  it('is, of two of one instant, what the later act said, whatever the number of its version', async () => {
    const of = async (name: string, said: object): Promise<object> => {
      const periode = '2045-2046-P01';
      const period = `${periode.slice(0, -1)}${name}`;
      const [a, b] = [new Campagne(`2045-2046-A${name}`), new Campagne(`2045-2046-B${name}`)];
      await a.enter({ [period]: 5 });
      await a.submit(said);
      await a.enter({ [period]: 6 });
      await b.enter({ [period]: 'SUPPRIMEE' });
      await together(
        () => a.submit(said),
        () => b.submit(said),
      );
      const { mesure } = await level.data<{ mesure: object }>(
        `{ mesure(id: "${mesureOf(period)}") { valeur statut versions { valeur statut } } }`,
      );
      return mesure;
    };
    const suppressed = { valeur: null, statut: 'SUPPRIMEE' };
    expect(await of('1', { cede: true, histoire: true, rang: true })).toEqual({
      ...suppressed,
      versions: [suppressed, suppressed, suppressed],
    });
    // By the acts of before, the one of the higher number.
    expect(await of('2', { cede: true, histoire: true })).toMatchObject({ valeur: 6, statut: 'REVISEE' });
  });

  it('was, by the acts of before, what was submitted last', async () => {
    const [P01, P02] = ['2034-2035-P01', '2034-2035-P02'];
    const [a, b] = [new Campagne('2034-2035-A'), new Campagne('2034-2035-B')];
    await a.enter({ [P01]: 3 });
    await a.submit({});
    await b.enter({ [P01]: 5 });
    await b.submit({});
    await a.enter({ [P02]: 4 });
    await a.submit({});
    expect(await valeurOf(P01)).toBe(3);
    await a.enter({ [P02]: 6 });
    await a.submit();
    expect(await valeurOf(P01)).toBe(5);
  });
});

describe('what is suppressed', () => {
  const P = (number: number): string => `2037-2038-P${String(number).padStart(2, '0')}`;
  const refused = (periode: string, by: { readonly regle: string }) => ({
    message: expect.stringContaining(mesureOf(periode)) as string,
    extensions: { code: 'ACTE_REFUSE', ...by },
  });

  it('is not published again by a withdrawal, of the same campagne or of another', async () => {
    const [a, b] = [new Campagne('2037-2038-A'), new Campagne('2037-2038-B')];
    await a.enter({ [P(1)]: 3, [P(2)]: 4 });
    await a.submit();
    await a.enter({ [P(1)]: 'SUPPRIMEE', [P(2)]: 5 });
    await a.submit();
    await expect(a.withdraw(1)).rejects.toMatchObject(refused(P(1), { regle: 'RETIRER_SANS_DEVOILER' }));
    expect([await valeurOf(P(1)), await valeurOf(P(2))]).toEqual([null, 5]);
    // Said again, it is read again; suppressed by another campagne, it is withheld there too.
    await a.enter({ [P(1)]: 6 });
    await a.submit();
    expect(await valeurOf(P(1))).toBe(6);
    await b.enter({ [P(1)]: 'SUPPRIMEE' });
    await b.submit();
    await expect(b.withdraw(null)).rejects.toMatchObject(refused(P(1), { regle: 'RETIRER_SANS_DEVOILER' }));
    await b.enter({ [P(3)]: 1 }, P(1));
    await expect(b.submit()).rejects.toMatchObject(refused(P(1), { regle: 'OTER_SANS_DEVOILER' }));
    expect(await valeurOf(P(1))).toBeNull();
    await b.enter({ [P(1)]: 'SUPPRIMEE' });
    await b.submit({ cede: true, histoire: true, revision: 3 });
    expect(await valeurOf(P(1))).toBeNull();
  });

  it('nor by the withdrawal of a version that said nothing of it, whether it is there still or no more', async () => {
    const [a, b] = [new Campagne('2037-2038-C'), new Campagne('2037-2038-D')];
    await b.enter({ [P(4)]: 'SUPPRIMEE', [P(5)]: 1 });
    await b.submit();
    await a.enter({ [P(4)]: 3, [P(5)]: 1 });
    await a.submit();
    expect(await valeurOf(P(4))).toBe(3);
    await a.enter({}, P(4));
    await a.submit();
    expect(await valeurOf(P(4))).toBeNull();
    await expect(a.withdraw(1)).rejects.toMatchObject(refused(P(4), { regle: 'RETIRER_SANS_DEVOILER' }));
    await b.enter({}, P(4));
    await b.submit();
    expect(await shownOf(P(4))).toBeNull();
    await expect(a.withdraw(1)).rejects.toMatchObject(refused(P(4), { regle: 'RETIRER_SANS_DEVOILER' }));
  });

  it('is told alike in differences, whatever it was: a value, zero, a fraction, or that there was no case', async () => {
    const a = new Campagne('2037-2038-G');
    const said: readonly Entered[] = [2, 0, 'AUCUN_CAS', [2, 10], 'NON_DISPONIBLE'];
    const periodes = said.map((_, rank) => `2047-2048-${P(rank + 1).slice(-3)}`);
    const enterAll = (figures: readonly Entered[]) =>
      a.enter(Object.fromEntries(periodes.map((periode, rank) => [periode, figures[rank]!])));
    const instants = [await now()];
    for (const figures of [said, [...said.slice(1), 3], periodes.map(() => 'SUPPRIMEE' as const)]) {
      await enterAll(figures);
      await a.submit();
      instants.push(await now());
    }
    const [from, first, second, to] = instants;
    interface Told {
      readonly totalCount: number;
      readonly nodes: readonly { readonly code: string; readonly champ: string }[];
    }
    const toldBetween = async (range: string, who?: Identity): Promise<[string, number][]> => {
      const { page } = await level.data<{ page: Told }>(
        `{ page: differencesEtablissements(${range}, first: 1000) {
          totalCount nodes { type code champ nature avant apres acte { numero } } } }`,
        {},
        who,
      );
      expect(page.totalCount).toBe(page.nodes.length);
      return periodes.map((periode) => {
        const own = page.nodes.filter(({ code }) => code.endsWith(mesureOf(periode)));
        return [JSON.stringify(own).replaceAll(periode, '#'), own.length];
      });
    };
    for (const range of [
      [from, first],
      [from, second],
      [first, second],
      [first, to],
      [second, to],
      [from, to],
    ] as const) {
      const between = `de: "${range[0]}", a: "${range[1]}"`;
      const told = await toldBetween(between);
      expect(new Set(told.map(([rows]) => rows)).size, between).toBe(1);
      expect(told[0]![0], between).not.toMatch(/"champ":"(valeur|numerateur|denominateur)"/);
      const all = await toldBetween(between, luc);
      expect(new Set(all.map(([rows]) => rows)).size, between).toBeGreaterThan(1);
    }
    // That it was suppressed, when and by which act, is told.
    expect((await toldBetween(`de: "${second}", a: "${to}"`))[0]![0]).toContain(
      '"champ":"statut","nature":"CHANGEMENT","avant":"\\"SUPPRIMEE\\"","apres":"\\"SUPPRIMEE\\""',
    );
  });

  it.each([
    ['NON_DISPONIBLE', P(11)],
    ['AUCUN_CAS', P(12)],
  ] as const)('stays so whoever says %s next, until a value is said', async (statut, periode) => {
    const [a, b] = [new Campagne(`2037-2038-${statut}-A`), new Campagne(`2037-2038-${statut}-B`)];
    await b.enter({ [periode]: 3 });
    await b.submit();
    await a.enter({ [periode]: 3 });
    await a.submit();
    const au = await now();
    for (const said of ['SUPPRIMEE', statut] as const) {
      await a.enter({ [periode]: said });
      await a.submit();
    }
    const READ = `{ mesure(id: "${mesureOf(periode)}") { valeur statut versions { valeur statut } }
      V1: reddition(id: "${a.version(1)}") { lignes { nodes { valeur statut versions { valeur } } } }
      V3: reddition(id: "${a.version(3)}") {
        lignes { nodes { valeur statut } } ecartsDepuis(version: 1) { valeurAvant statutAvant valeurApres statutApres } } }`;
    const [said, suppressed] = [
      { valeur: null, statut },
      { valeur: null, statut: 'SUPPRIMEE' },
    ];
    expect(await level.data(READ)).toEqual({
      // Published by one campagne, then by both.
      mesure: { ...said, versions: [said, suppressed, suppressed, suppressed] },
      V1: { lignes: { nodes: [{ ...suppressed, versions: [{ valeur: null }] }] } },
      V3: {
        lignes: { nodes: [said] },
        ecartsDepuis: [
          { valeurAvant: null, statutAvant: 'SUPPRIMEE', valeurApres: null, statutApres: statut },
        ],
      },
    });
    const past = `{ mesure(id: "${mesureOf(periode)}") { valeur statut } }`;
    expect(await level.data(past, {}, undefined, au)).toEqual({ mesure: suppressed });
    expect(await level.data(READ, {}, luc)).toMatchObject({
      mesure: { versions: [said, suppressed, { valeur: 3 }, { valeur: 3 }] },
      V1: { lignes: { nodes: [{ valeur: 3 }] } },
    });
    // Nor is it by what another campagne says, once this one says nothing of it.
    await a.enter({ [P(13)]: 1 }, periode);
    await expect(a.submit()).rejects.toMatchObject(refused(periode, { regle: 'OTER_SANS_DEVOILER' }));
    await a.enter({ [periode]: 5 });
    await a.submit({ cede: true, histoire: true, revision: 5 });
    expect(await level.data(past, {}, undefined, au)).toEqual({
      mesure: { valeur: 3, statut: 'PROVISOIRE' },
    });
    expect(await level.data(READ)).toMatchObject({ V1: { lignes: { nodes: [{ valeur: 3 }] } } });
  });

  it('is published by no two acts together that could not one after the other', async () => {
    const period = '2040-2041-P01';
    const [x, y] = [new Campagne('2040-2041-X', luc), new Campagne('2040-2041-Y', luc)];
    const other = new Campagne('2040-2041-X', omar);
    await x.enter({ [period]: 4 });
    await x.submit();
    await y.enter({ [period]: 'SUPPRIMEE' });
    await y.submit();
    await other.enter({ [period]: 'SUPPRIMEE' });
    await other.submit();
    await y.enter({ '2040-2041-P02': 1 }, period);
    const both = await together(
      () => other.withdraw(null),
      () => y.submit(),
    );
    expect(both.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await valeurOf(period)).toBeNull();
  });

  it('stays so where something else is said of it in the same instant', async () => {
    const periode = '2044-2045-P01';
    const [a, b, c] = ['A', 'B', 'C'].map((name) => new Campagne(`2044-2045-${name}`)) as [
      Campagne,
      Campagne,
      Campagne,
    ];
    await a.enter({ [periode]: 3 });
    await a.submit();
    const au = await now();
    await c.enter({ [periode]: 'SUPPRIMEE' });
    await b.enter({ [periode]: 'AUCUN_CAS' });
    await together(
      () => c.submit(),
      () => b.submit(),
    );
    const [said, suppressed] = ['AUCUN_CAS', 'SUPPRIMEE'].map((statut) => ({ valeur: null, statut }));
    expect(
      await level.data(`{ mesure(id: "${mesureOf(periode)}") { valeur statut versions { valeur statut } }
        reddition(id: "${a.version(1)}") { lignes { nodes { valeur statut } } } }`),
    ).toEqual({
      mesure: { ...said, versions: [said, suppressed, suppressed] },
      reddition: { lignes: { nodes: [suppressed] } },
    });
    const past = `{ mesure(id: "${mesureOf(periode)}") { valeur statut } }`;
    expect(await level.data(past, {}, undefined, au)).toEqual({ mesure: suppressed });
    // Nor by a version that takes it out, nor by a withdrawal.
    await c.enter({ '2044-2045-P02': 1 }, periode);
    await expect(c.submit()).rejects.toMatchObject(refused(periode, { regle: 'OTER_SANS_DEVOILER' }));
  });

  it('is withdrawn where nothing of it is published for that', async () => {
    const [a, b] = [new Campagne('2037-2038-E'), new Campagne('2037-2038-F')];
    await a.enter({ [P(6)]: 3, [P(7)]: 'SUPPRIMEE' });
    await a.submit();
    await a.enter({ [P(6)]: 'SUPPRIMEE', [P(8)]: 'SUPPRIMEE' });
    await a.submit();
    // Another says it since.
    await b.enter({ [P(6)]: 9 });
    await b.submit();
    await a.withdraw(1);
    expect([await valeurOf(P(6)), await valeurOf(P(7)), await shownOf(P(8))]).toEqual([9, null, null]);
  });
});

it('a difference of two versions says all that changed of a figure, but to those from whom it is withheld', async () => {
  const periode = '2040-2041-P01';
  const a = new Campagne('2040-2041-A');
  await a.enter({ [periode]: [2, 10] });
  await a.submit();
  await a.enter({ [periode]: [2, 20] });
  await a.submit();
  const READ = `{ reddition(id: "${a.version(2)}") { ecartsDepuis(version: 1) {
    nature valeurAvant numerateurAvant denominateurAvant valeurApres numerateurApres denominateurApres } } }`;
  const told = {
    reddition: {
      ecartsDepuis: [
        {
          nature: 'CHANGEE',
          ...{ valeurAvant: 2, numerateurAvant: 10, denominateurAvant: 5 },
          ...{ valeurApres: 2, numerateurApres: 20, denominateurApres: 5 },
        },
      ],
    },
  };
  expect(await level.data(READ)).toEqual(told);
  await a.enter({ [periode]: 'SUPPRIMEE' });
  await a.submit();
  // Nor that it changed.
  expect(await level.data(READ)).toEqual({ reddition: { ecartsDepuis: [] } });
  expect(await level.data(READ, {}, luc)).toEqual(told);
});

it('a line found by its identifier is what who asks reads of it in its version', async () => {
  const periode = '2059-2060-P01';
  const a = new Campagne('2059-2060-A');
  const lineOf = async (version: number, who?: Identity) =>
    (
      await level.data<{ _entities: [object | null] }>(
        `{ _entities(representations: [{ __typename: "LigneReddition", id: "${a.version(version)}:${mesureOf(periode)}" }]) {
          ... on LigneReddition { valeur unite statut } } }`,
        {},
        who,
      )
    )._entities[0];
  await a.enter({ [periode]: 3 });
  expect([await lineOf(1), await lineOf(1, luc)]).toMatchObject([null, { valeur: 3, unite: 'h' }]);
  await a.submit();
  expect(await lineOf(1)).toMatchObject({ valeur: 3 });
  await a.enter({ [periode]: 'SUPPRIMEE' });
  await a.submit();
  expect([await lineOf(1), await lineOf(1, luc)]).toMatchObject([
    { valeur: null, statut: 'SUPPRIMEE' },
    { valeur: 3 },
  ]);
});

it('a territory that passed to another établissement says what that one says, whatever the former carries over', async () => {
  const [P01, P02] = ['2038-2039-P01', '2038-2039-P02'];
  const [a, b] = [new Campagne('2038-2039', luc), new Campagne('2038-2039', omar)];
  await a.enter({ [P01]: 5 });
  await a.submit();
  await b.enter({ [P01]: 9 });
  await b.submit();
  await a.enter({ [P02]: 4 });
  await a.submit();
  expect([await valeurOf(P01), await valeurOf(P02)]).toEqual([9, 4]);
  expect(await contradictionsOf(a.version(2))).toEqual({
    [mesureOf(P01)]: expect.stringMatching(
      `la version ${b.version(1)}.* n’est plus le vôtre, ôtez-la .*retraits`,
    ) as string,
    [mesureOf(P02)]: null,
  });
  await a.enter({}, P01);
  await a.submit();
  expect(await valeurOf(P01)).toBe(9);
});

it('a measure that was withdrawn goes on from the version it had; by the acts of before, it began again', async () => {
  const versionOf = async (periode: string) =>
    (await level.data<{ mesure: object }>(`{ mesure(id: "${mesureOf(periode)}") { valeur version statut } }`))
      .mesure;
  const [P01, P02] = ['2039-2040-P01', '2039-2040-P02'];
  const a = new Campagne('2039-2040-A');
  await a.enter({ [P01]: 5 });
  await a.submit();
  expect(await versionOf(P01)).toEqual({ valeur: 5, version: 1, statut: 'PROVISOIRE' });
  await a.withdraw(null);
  await a.enter({ [P01]: 8 });
  await a.submit();
  expect(await versionOf(P01)).toEqual({ valeur: 8, version: 2, statut: 'REVISEE' });
  const b = new Campagne('2039-2040-B');
  await b.enter({ [P02]: 5 });
  await b.submit({ cede: true });
  await b.withdraw(null, { brouillon: null, retablit: null });
  await b.enter({ [P02]: 8 });
  await b.submit({ cede: true });
  expect(await versionOf(P02)).toEqual({ valeur: 8, version: 1, statut: 'PROVISOIRE' });
});

it.each([
  ['SUPPRIMEE', '2035-2036-P01'],
  ['AUCUN_CAS', '2035-2036-P02'],
  ['NON_DISPONIBLE', '2035-2036-P03'],
] as const)(
  'a fraction that an act of before gave beside %s is in nothing that is read',
  async (statut, periode) => {
    const campagne = periode;
    await write(saisirMesures, { campagne, revision: null, lignes: [toLigne(periode, statut, 2)] });
    await write(soumettreReddition, { campagne, version: 1, revision: 1, jusquAu: null, reponses: [] });
    const figures = '{ statut valeur numerateur denominateur }';
    const nothing = { statut, valeur: null, numerateur: null, denominateur: null };
    expect(
      await level.data(
        `{ mesure(id: "${mesureOf(periode)}") { statut valeur numerateur denominateur versions ${figures} lignes ${figures} }
          mesuresTouchees(expression: "numerateur <> 2", exigences: ["A-P5:AAOR"]) { touchees } }`,
        {},
        luc,
      ),
    ).toEqual({
      mesure: { ...nothing, versions: [nothing], lignes: [nothing] },
      mesuresTouchees: { touchees: 0 },
    });
  },
);

it('a base of before holds no fraction beside what stands for a value any more, now or of then', async () => {
  const [tables, periode] = [['mesure', 'ligne_reddition'], '2036-2037-P01'];
  const a = new Campagne('2036-2037-A');
  for (const said of ['SUPPRIMEE', 3, 'AUCUN_CAS'] as const) {
    await a.enter({ [periode]: said });
    await a.submit();
  }
  for (const table of tables) {
    const past = `etablissements.${table}_histoire`;
    await level.rows(`alter table etablissements.${table} drop constraint ${table}_figures_seules`);
    await level.rows(`alter table etablissements.${table} disable trigger retenir_change`);
    for (const each of [past, `etablissements.${table}`])
      await level.rows(`update ${each} set numerateur = 2, denominateur = 5 where valeur is null`);
  }
  await up(level.database.kysely.withSchema('etablissements') as Parameters<typeof up>[0]);
  for (const table of tables) {
    await level.rows(`alter table etablissements.${table} enable trigger retenir_change`);
    expect(
      await level.rows(`select id from etablissements.${table} where valeur is null and numerateur is not null
        union all select id from etablissements.${table}_histoire where valeur is null and numerateur is not null`),
    ).toEqual([]);
  }
});

it('a base of before finds in its journal which act submitted each version, now and of then', async () => {
  const a = new Campagne('2046-2047-A');
  await a.enter({ '2046-2047-P01': 3 });
  await a.submit();
  await a.withdraw(null);
  const tables = ['reddition', 'reddition_histoire'];
  const read = () =>
    Promise.all(
      tables.map((table) =>
        level.rows(`select id, etat, soumise_par from etablissements.${table} order by connu_depuis, id`),
      ),
    );
  const numbered = await read();
  await level.rows('alter table etablissements.reddition disable trigger retenir_change');
  for (const table of tables) await level.rows(`alter table etablissements.${table} drop column soumise_par`);
  await numberSubmissions(level.database.kysely.withSchema('etablissements'));
  await level.rows('alter table etablissements.reddition enable trigger retenir_change');
  expect(await read()).toEqual(numbered);
});

describe('what was made up', () => {
  let house: SubgraphUnderTest;
  beforeAll(async () => {
    house = await openForTest(etablissements, { demonstration: 'CHARGEE' });
  });
  // What was made up stands again each time that the acts are played: closing plays them.
  afterAll(() => house.close());

  it.each([
    ['something else', (valeur: number) => valeur + 1],
    ['the same', (valeur: number) => valeur],
  ])('stands again once the version that said %s is withdrawn', async (_, sayOf) => {
    const own = program;
    program = await etablissements.open(
      house.database,
      { demonstration: 'CHARGEE' },
      { keys: createEphemeralKeys() },
    );
    const columns = 'campagne, aussi, valeur, statut, etablissement_code, provenance, saisie_le';
    const [made] = await house.rows<{ id: string; periode: string; valeur: number }>(
      `select id, periode, valeur from etablissements.mesure
       where territoire_code = '01111' and exigence_code = 'A-P5:AAOR' and valeur is not null order by id limit 1`,
    );
    const rowOf = async () =>
      (await house.rows<object>(`select ${columns} from etablissements.mesure where id = '${made!.id}'`))[0];
    const before = await rowOf();
    const a = new Campagne(`2025-2026-${String(sayOf(0))}`);
    await a.enter({ [made!.periode]: sayOf(made!.valeur) });
    await a.submit();
    expect(await rowOf()).not.toEqual(before);
    await a.withdraw(null);
    program = own;
    expect(await rowOf()).toEqual(before);
  });

  it('keeps the campagne for which it was, whichever of its versions is withdrawn', async () => {
    const own = program;
    const settings = { demonstration: 'CHARGEE' } as const;
    program = await etablissements.open(house.database, settings, { keys: createEphemeralKeys() });
    const [made] = await house.rows<{ id: string; periode: string; campagne: string }>(
      `select id, periode, campagne from etablissements.mesure
       where territoire_code = '01111' and exigence_code = 'A-P5:AAOR' and valeur is not null order by id desc limit 1`,
    );
    const campagnesOf = async () =>
      (
        await house.rows<{ campagne: string; aussi: string[] }>(
          `select campagne, aussi from etablissements.mesure where id = '${made!.id}'`,
        )
      )[0];
    const a = new Campagne('2025-2026-A');
    for (const said of [7, 8]) {
      await a.enter({ [made!.periode]: said });
      await a.submit();
    }
    expect(await campagnesOf()).toEqual({ campagne: made!.campagne, aussi: ['2025-2026-A'] });
    await a.withdraw(1);
    program = own;
    expect(await campagnesOf()).toEqual({ campagne: made!.campagne, aussi: ['2025-2026-A'] });
  });
});
