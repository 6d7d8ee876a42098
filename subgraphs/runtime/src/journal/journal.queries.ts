import { type ExpressionBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { countOf, whereGiven } from '../data/narrowing.ts';
import { insertionOf } from '../data/birth.ts';
import { toInstant } from '../base/instant.ts';
import { repeatedByLevel } from '../data/postgres/repeated-statement.ts';
import { tablesOf } from '../data/tables-of.ts';
import { clockOf, nextInstant } from '../data/clock.ts';
import type { Acte } from './acte.ts';
import type { JournalNoeudTable, JournalPointTable, JournalTable, JournalTables } from './journal-tables.ts';
import { EMPTY_ROOT, type MerkleNode, type NodePlace, type Nodes, nodeKey } from './merkle.ts';

type Tables = Kysely<JournalTables>;

const ACTE_COLUMNS = [
  'numero',
  'nature',
  'version',
  'auteur',
  'palier',
  'etablissement',
  'cle',
  'motif',
  'inscrit_le',
  'origine',
  'contenu',
  'demande',
  'precedente',
  'empreinte',
] as const satisfies readonly (keyof JournalTable)[];

const POINT_COLUMNS = ['taille', 'racine', 'sommets', 'signature', 'signe_le'] as const;

/** All but the content. */
const SAID_COLUMNS = ACTE_COLUMNS.filter((column) => column !== 'contenu');

/** What the next act follows. */
export interface Head {
  readonly taille: number;
  readonly racine: string;
  readonly sommets: readonly string[];
  readonly empreinte: string;
  readonly inscritLe: string;
}

const BEGINNING: Head = {
  taille: 0,
  racine: EMPTY_ROOT,
  sommets: [],
  empreinte: '',
  inscritLe: '1970-01-01T00:00:00.000Z',
};

/** One writer a level at a time, in whatever process it is: until the transaction ends. */
export const lockingJournal = (level: string): RawBuilder<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`palier.journal.${level}`}, 0))`;

export const lockJournal = repeatedByLevel(lockingJournal);

/** What a group begins with: what it follows, and the acts that its names already name. One statement. */
export async function findHead(
  database: Kysely<unknown>,
  level: string,
  names: readonly ActeName[],
): Promise<{ readonly head: Head; readonly known: readonly JournalTable[]; readonly clock: number }> {
  const [row] = await findingHead(level).read(database, toArrays(names));
  const { head, known, clock } = row!;
  return {
    head: head === null ? BEGINNING : { ...head, inscritLe: toInstant(head.inscrit_le) },
    known,
    clock,
  };
}

const findingHead = repeatedByLevel((level, database) => {
  const tables = tablesOf<JournalTables>(database, level);
  return tables.selectNoFrom(({ selectFrom }) => [
    jsonObjectFrom(
      selectFrom((last) =>
        last.selectFrom('journal_point').selectAll().orderBy('taille', 'desc').limit(ONE).as('point'),
      )
        .innerJoinLateral(
          (following) =>
            following
              .selectFrom('journal')
              .select(['numero', 'empreinte', 'inscrit_le'])
              .whereRef('numero', '>=', 'point.taille')
              .orderBy('numero')
              .limit(ONE)
              .as('acte'),
          (join) => join.onRef('acte.numero', '=', 'point.taille'),
        )
        .select(['point.taille', 'point.racine', 'point.sommets', 'acte.empreinte', 'acte.inscrit_le']),
    ).as('head'),
    jsonArrayFrom(findingByNames(tables, [])).as('known'),
    clockOf(level).as('clock'),
  ]);
});

/** Who named an act, and by what. */
export interface ActeName {
  readonly auteur: string;
  readonly cle: string;
}

export const findActesByNames = (tables: Tables, names: readonly ActeName[]) =>
  findingByNames(tables, names).execute();

/**
 * Each is the first row from its name on, if it has that name: of an index, the first is read at no cost. So the server finds no better
 * way, in a short journal either, and none to be looked for anew at each act: what it keeps must do for a long one.
 */
const findingByNames = (tables: Tables, names: readonly ActeName[]) =>
  tables
    .selectFrom(askedNames(names))
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('journal')
          .select(ACTE_COLUMNS)
          .where(({ eb, refTuple }) =>
            eb(refTuple('journal.auteur', 'journal.cle'), '>=', refTuple('asked.auteur', 'asked.cle')),
          )
          .orderBy('journal.auteur')
          .orderBy('journal.cle')
          .limit(ONE)
          .as('acte'),
      (join) => join.onRef('acte.auteur', '=', 'asked.auteur').onRef('acte.cle', '=', 'asked.cle'),
    )
    .selectAll('acte');

/** In the text of a statement: a number that is given apart says nothing to who plans it for all that may be given. */
const ONE = sql<number>`1`;

const toArrays = (names: readonly ActeName[]): readonly [readonly string[], readonly string[]] => [
  names.map(({ auteur }) => auteur),
  names.map(({ cle }) => cle),
];

function askedNames(names: readonly ActeName[]) {
  const [auteurs, cles] = toArrays(names);
  return sql<ActeName>`unnest(${auteurs}::text[], ${cles}::text[])`.as<'asked'>(sql`asked(auteur, cle)`);
}

/** The contents of acts: read only when asked, for one may hold a whole year of measures. */
export function findContenus(tables: Tables, numeros: readonly number[]) {
  return tables
    .selectFrom('journal')
    .select(['numero', 'contenu'])
    .where('numero', '=', sql<number>`any(${[...numeros]}::bigint[])`)
    .execute();
}

/** The acts from one number on, whole, as they are played again and verified. */
export function listWholeActes(tables: Tables, page: { readonly after: number; readonly limit: number }) {
  return tables
    .selectFrom('journal')
    .select(ACTE_COLUMNS)
    .where('numero', '>', page.after)
    .orderBy('numero')
    .limit(page.limit)
    .execute();
}

/** What narrows a list of acts; null does not. */
export interface ActesChoice {
  readonly nature: string | null;
  readonly auteur: string | null;
  readonly etablissement: string | null;
  /** Instants, ISO 8601: from the first, before the second. */
  readonly depuis: string | null;
  readonly avant: string | null;
}

export function listActes(
  tables: Tables,
  choice: ActesChoice,
  page: { readonly after: number | undefined; readonly limit: number; readonly isFromLast: boolean },
) {
  const { after, limit, isFromLast } = page;
  return chosen(tables, choice)
    .select(SAID_COLUMNS)
    .select(empreinteContenu)
    .$if(after !== undefined, (query) => query.where('numero', isFromLast ? '<' : '>', after ?? 0))
    .orderBy('numero', isFromLast ? 'desc' : 'asc')
    .limit(limit)
    .execute();
}

/** An act without its content, which is told by a digest. */
export type SaidActeRow = Omit<JournalTable, 'contenu'> & { readonly empreinte_contenu: string };

const empreinteContenu = sql<string>`encode(sha256(convert_to(contenu, 'UTF8')), 'hex')`.as(
  'empreinte_contenu',
);

export function findActes(tables: Tables, numeros: readonly number[]): Promise<SaidActeRow[]> {
  return tables
    .selectFrom('journal')
    .select(SAID_COLUMNS)
    .select(empreinteContenu)
    .where('numero', '=', sql<number>`any(${[...numeros]}::bigint[])`)
    .execute();
}

export function countActes(tables: Tables, choice: ActesChoice): Promise<number> {
  return countOf(chosen(tables, choice));
}

function chosen(tables: Tables, { nature, auteur, etablissement, depuis, avant }: ActesChoice) {
  return tables
    .selectFrom('journal')
    .$call((actes) => whereGiven(actes, { nature, auteur, etablissement }))
    .$if(depuis !== null, (query) => query.where('inscrit_le', '>=', depuis ?? ''))
    .$if(avant !== null, (query) => query.where('inscrit_le', '<', avant ?? ''));
}

/** What a group of acts adds. */
export interface Group {
  readonly actes: readonly Acte<string>[];
  readonly nodes: readonly MerkleNode[];
  readonly point: JournalPointTable;
}

/** All of it in one statement, whose text does not grow with it. */
export async function insertGroup(
  transaction: Kysely<unknown>,
  level: string,
  { actes, nodes, point }: Group,
): Promise<void> {
  // The leaves are in the acts.
  const inner = nodes.filter(({ height }) => height > 0);
  const rows = [actes.map(toRow), inner.map(toNodeRow), [point]];
  await insertingGroup(level).executeAhead(
    transaction,
    rows.map((some) => JSON.stringify(some)),
  );
}

const insertingGroup = repeatedByLevel(
  (level) => sql`with actes as (${insertionOf(level, 'journal', [], ACTE_COLUMNS)}),
    noeuds as (${insertionOf(level, 'journal_noeud', [], NOEUD_COLUMNS)})
    ${insertionOf(level, 'journal_point', [], POINT_COLUMNS)}`,
);

const NOEUD_COLUMNS = [
  'hauteur',
  'rang',
  'empreinte',
] as const satisfies readonly (keyof JournalNoeudTable)[];

const toNodeRow = ({ height, rank, digest }: MerkleNode): Readonly<Record<string, unknown>> =>
  ({ hauteur: height, rang: rank, empreinte: digest }) satisfies JournalNoeudTable;

const toRow = (acte: Acte<string>): Readonly<Record<string, unknown>> =>
  ({
    numero: acte.numero,
    nature: acte.nature,
    version: acte.version,
    auteur: acte.auteur,
    palier: acte.palier,
    etablissement: acte.etablissement,
    cle: acte.cle,
    motif: acte.motif,
    inscrit_le: acte.inscritLe,
    origine: acte.origine,
    contenu: acte.contenu,
    demande: acte.demande,
    precedente: acte.precedente,
    empreinte: acte.empreinte,
  }) satisfies JournalTable;

/** @param niveau the level whose journal it is */
export function toActe({ inscrit_le, ...row }: JournalTable, niveau: Acte['niveau']): Acte<string> {
  return { ...row, niveau, inscritLe: toInstant(inscrit_le) };
}

/** The digests of the nodes named, leaves included, in one statement. */
export async function findNodes(tables: Tables, places: readonly NodePlace[]): Promise<Nodes> {
  const leaves = places.filter(({ height }) => height === 0).map(({ rank }) => rank + 1);
  const inner = places.filter(({ height }) => height > 0);
  const rows = await tables
    .selectFrom('journal')
    .select([sql<number>`0`.as('hauteur'), sql<number>`numero - 1`.as('rang'), 'empreinte'])
    .where('numero', '=', sql<number>`any(${leaves}::bigint[])`)
    .unionAll(
      tables
        .selectFrom('journal_noeud')
        .innerJoin(
          sql<NodePlace>`unnest(${inner.map(({ height }) => height)}::int[], ${inner.map(({ rank }) => rank)}::bigint[])`.as<'asked'>(
            sql`asked(height, rank)`,
          ),
          (join) =>
            join
              .onRef('journal_noeud.hauteur', '=', 'asked.height')
              .onRef('journal_noeud.rang', '=', 'asked.rank'),
        )
        .select(['journal_noeud.hauteur', 'journal_noeud.rang', 'journal_noeud.empreinte']),
    )
    .execute();
  return new Map(
    rows.map(({ hauteur, rang, empreinte }) => [nodeKey({ height: hauteur, rank: rang }), empreinte]),
  );
}

/** A checkpoint, and who else signed it. */
export interface SignedPoint extends JournalPointTable {
  readonly contresignatures: readonly { readonly temoin: string; readonly signature: string }[];
}

/**
 * For each act, the checkpoint that its receipt is made of: the first that holds it and that all the witnesses signed; or
 * else that one of them signed; or else the first that holds it.
 */
export async function findPointsOf(
  tables: Tables,
  numeros: readonly number[],
  witnesses: number,
): Promise<Map<number, SignedPoint>> {
  const rows = await tables
    .selectFrom(sql<{ numero: number }>`unnest(${[...numeros]}::bigint[])`.as<'asked'>(sql`asked(numero)`))
    .innerJoin('journal_point', (join) =>
      join.on('journal_point.taille', '=', ({ fn, selectFrom }) =>
        fn.coalesce(
          selectFrom('journal_contresignature as all_signed')
            .select('all_signed.taille')
            .whereRef('all_signed.taille', '>=', 'asked.numero')
            .groupBy('all_signed.taille')
            .having(({ fn: { countAll } }) => countAll(), '>=', witnesses)
            .orderBy('all_signed.taille')
            .limit(1),
          selectFrom('journal_contresignature as one_signed')
            .select(({ fn: { min } }) => min('one_signed.taille').as('taille'))
            .whereRef('one_signed.taille', '>=', 'asked.numero'),
          selectFrom('journal_point as first')
            .select(({ fn: { min } }) => min('first.taille').as('taille'))
            .whereRef('first.taille', '>=', 'asked.numero'),
        ),
      ),
    )
    .select(POINT_COLUMNS.map((column) => `journal_point.${column}` as const))
    .select(countersignatures)
    .select('asked.numero')
    .execute();
  return new Map(rows.map(({ numero, ...point }) => [numero, point]));
}

export function findLastPoint(tables: Tables): Promise<SignedPoint | undefined> {
  return tables
    .selectFrom('journal_point')
    .select(POINT_COLUMNS.map((column) => `journal_point.${column}` as const))
    .select(countersignatures)
    .orderBy('journal_point.taille', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const countersignatures = ({ selectFrom }: ExpressionBuilder<JournalTables, 'journal_point'>) =>
  jsonArrayFrom(
    selectFrom('journal_contresignature as signed')
      .select(['signed.temoin', 'signed.signature'])
      .whereRef('signed.taille', '=', 'journal_point.taille')
      .orderBy('signed.temoin'),
  ).as('contresignatures');

export async function insertCountersignature(
  tables: Tables,
  level: string,
  row: Omit<JournalTables['journal_contresignature'], 'recue_le'>,
): Promise<void> {
  await tables
    .insertInto('journal_contresignature')
    .values({ ...row, recue_le: nextInstant(level) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What this level saw last of the journal of another. */
export function findSeen(tables: Tables, journal: string) {
  return tables
    .selectFrom('journal_temoin')
    .select(['taille', 'racine'])
    .where('journal', '=', journal)
    .orderBy('taille', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertSeen(
  tables: Tables,
  level: string,
  row: Omit<JournalTables['journal_temoin'], 'vu_le'>,
): Promise<void> {
  await tables
    .insertInto('journal_temoin')
    .values({ ...row, vu_le: nextInstant(level) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** All that this level saw of the journal of another. */
export function listSeen(tables: Tables, journal: string) {
  return tables
    .selectFrom('journal_temoin')
    .select(['taille', 'racine'])
    .where('journal', '=', journal)
    .orderBy('taille')
    .execute();
}

export async function listKeys(tables: Tables): Promise<string[]> {
  const rows = await tables.selectFrom('journal_cle').select('publique').orderBy('depuis_le').execute();
  return rows.map(({ publique }) => publique);
}

/** Whether this level signed anything: a checkpoint of its own, or of another level. */
export async function hasSigned(tables: Tables): Promise<boolean> {
  const own = await tables.selectFrom('journal_point').select('taille').limit(1).executeTakeFirst();
  const seen = await tables.selectFrom('journal_temoin').select('taille').limit(1).executeTakeFirst();
  return (own ?? seen) !== undefined;
}

export async function insertKey(tables: Tables, row: JournalTables['journal_cle']): Promise<void> {
  await tables
    .insertInto('journal_cle')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function listPoints(tables: Tables) {
  return tables
    .selectFrom('journal_point')
    .select(['taille', 'racine', 'sommets', 'signature'])
    .orderBy('taille')
    .execute();
}

export function listNodes(tables: Tables) {
  return tables.selectFrom('journal_noeud').select(['hauteur', 'rang', 'empreinte']).execute();
}

export function listCountersignatures(tables: Tables) {
  return tables
    .selectFrom('journal_contresignature')
    .select(['taille', 'temoin', 'signature'])
    .orderBy('taille')
    .orderBy('temoin')
    .execute();
}
