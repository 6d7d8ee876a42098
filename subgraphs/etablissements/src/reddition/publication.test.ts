import 'reflect-metadata';
import { act } from '@palier/runtime/journal/act';
import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { createEphemeralKeys } from '@palier/runtime/journal/journal-keys';
import { replayJournal } from '@palier/runtime/journal/replay-journal';
import type { Subgraph } from '@palier/runtime/subgraph';
import { openForTest, someoneOf, type SubgraphUnderTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { up } from '../../migrations/011-figures-seules.ts';
import { etablissements } from '../subgraph.ts';
import { retirerReddition, saisirMesures, soumettreReddition } from './reddition.actes.ts';

/** Each test has an exercice, and so measures, of its own. */
const SETTINGS = { demonstration: 'ABSENTE' } as const;
const ETABLISSEMENT = '11045119';
const luc = someoneOf('ETABLISSEMENT', { subject: 'luc', etablissement: ETABLISSEMENT });

let level: SubgraphUnderTest;
let program: Subgraph;
beforeAll(async () => {
  level = await openForTest(etablissements, SETTINGS);
  program = await etablissements.open(level.database, SETTINGS, { keys: createEphemeralKeys() });
});
afterAll(() => level.close());

let keys = 0;
function write(definition: ActeDefinition, contenu: object): Promise<unknown> {
  keys += 1;
  return act(program.createContext(luc), {
    definition,
    cle: String(keys),
    asked: contenu,
    prepare: () => contenu,
    versionAttendue: 0,
  });
}

type Said = number | 'SUPPRIMEE' | 'AUCUN_CAS' | 'NON_DISPONIBLE';
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

/** The versions that one campagne has received, each entered and submitted at once. */
class Campagne {
  readonly #code: string;
  #last = 0;
  #stands: string | null = null;

  constructor(code: string) {
    this.#code = code;
  }

  version(number: number): string {
    return `${this.#code}:${ETABLISSEMENT}:V${number}`;
  }

  async enter(given: Readonly<Record<string, Said>>, ...retraits: readonly string[]): Promise<void> {
    await write(saisirMesures, {
      campagne: this.#code,
      version: this.#last + 1,
      revision: null,
      suit: this.#stands,
      lignes: Object.entries(given).map(([periode, said]) => toLigne(periode, said)),
      ...(retraits.length > 0 && { retraits: retraits.map(mesureOf) }),
    });
  }

  async submit(said: object = { cede: true }): Promise<void> {
    this.#last += 1;
    await write(soumettreReddition, {
      campagne: this.#code,
      version: this.#last,
      revision: this.#last,
      jusquAu: null,
      reponses: [],
      ...said,
    });
    this.#stands = this.version(this.#last);
  }

  /** Takes the last version back, so that another stands again. */
  async withdraw(retablit: number | null, said?: object): Promise<void> {
    const again = retablit === null ? null : this.version(retablit);
    const contenu = said ?? { brouillon: null, retablit: again };
    await write(retirerReddition, { reddition: this.#stands, raison: 'Erreur.', ...contenu });
    this.#stands = again;
  }
}

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
    const contradiction = expect.stringContaining(`la version ${b.version(1)}`) as string;
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
      await level.rows(`select id from etablissements.${table} where numerateur is not null
        union all select id from etablissements.${table}_histoire where numerateur is not null`),
    ).toEqual([]);
  }
});

describe('what was made up', () => {
  let house: SubgraphUnderTest;
  beforeAll(async () => {
    house = await openForTest(etablissements, { demonstration: 'CHARGEE' });
  });
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

  it('does so each time that its acts are played', async () => {
    const replayed = await replayJournal({
      source: house.database.kysely,
      definition: etablissements,
      settings: { demonstration: 'CHARGEE' },
    });
    expect(replayed.fautes).toEqual([]);
  });
});

it('the same acts, played again, give the same tables', async () => {
  const replayed = await replayJournal({
    source: level.database.kysely,
    definition: etablissements,
    settings: SETTINGS,
  });
  expect(replayed.fautes).toEqual([]);
});
