import { anyOf, givenRows } from '@palier/runtime/database';
import type { Acte } from '@palier/runtime/journal/acte';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { LigneSaisie } from './ligne-saisie.ts';
import { cedes } from './publication.queries.ts';
import { LIGNE_REDDITION_COLUMNS, REDDITION_COLUMNS } from './reddition.queries.ts';
import { JUDGED_COLUMNS, SAID_COLUMNS } from '../../tables/mesure.table.ts';
import type { RedditionTable } from '../../tables/reddition.table.ts';

export function findReddition(database: Kysely<Tables>, id: string) {
  return database.selectFrom('reddition').select(REDDITION_COLUMNS).where('id', '=', id).executeTakeFirst();
}

export function findDraft(database: Kysely<Tables>, etablissement: string, campagne: string) {
  return database
    .selectFrom('reddition')
    .select(REDDITION_COLUMNS)
    .where('etablissement_code', '=', etablissement)
    .where('campagne', '=', campagne)
    .where('etat', '=', 'SAISIE')
    .executeTakeFirst();
}

/** The version that came last: the draft, when there is one. */
export function findLastVersion(database: Kysely<Tables>, etablissement: string, campagne: string) {
  return lastOf(database, etablissement, campagne).executeTakeFirst();
}

/** The version that stands: the last that was submitted, and not withdrawn. */
export function findStandingVersion(database: Kysely<Tables>, etablissement: string, campagne: string) {
  return lastOf(database, etablissement, campagne).where('etat', '=', 'SOUMISE').executeTakeFirst();
}

/** The version that would stand without that one. */
export function findVersionBefore(
  database: Kysely<Tables>,
  {
    etablissement_code,
    campagne,
    version,
  }: Pick<RedditionTable, 'etablissement_code' | 'campagne' | 'version'>,
) {
  return lastOf(database, etablissement_code, campagne)
    .where('etat', '=', 'SOUMISE')
    .where('version', '<', version)
    .executeTakeFirst();
}

const lastOf = (database: Kysely<Tables>, etablissement: string, campagne: string) =>
  database
    .selectFrom('reddition')
    .select(['id', 'version', 'etat', 'revision'])
    .where('etablissement_code', '=', etablissement)
    .where('campagne', '=', campagne)
    .orderBy('version', 'desc')
    .limit(1);

export async function insertDraft(database: Kysely<Tables>, row: RedditionTable): Promise<void> {
  await database.insertInto('reddition').values(row).execute();
}

export async function touchDraft(database: Kysely<Tables>, id: string): Promise<void> {
  await database
    .updateTable('reddition')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

interface LignesToCopy {
  readonly from: string;
  readonly to: string;
  /** Only what a version that stands no more said otherwise: the measures carried over from it, and those that it did not say. */
  readonly instead?: { readonly of: string; readonly carried: readonly string[] };
}

/** The lines of a version, as those of the next: answers to what was sent back stay with the version they answered. */
export async function copyLignes(
  database: Kysely<Tables>,
  { from, to, instead }: LignesToCopy,
): Promise<void> {
  const kept = LIGNE_REDDITION_COLUMNS.filter(
    (column) => !['id', 'reddition_id', 'reponse', 'justification'].includes(column),
  ) as Exclude<(typeof LIGNE_REDDITION_COLUMNS)[number], 'id' | 'reddition_id'>[];
  await database
    .insertInto('ligne_reddition')
    .columns(['id', 'reddition_id', ...kept])
    .expression((builder) =>
      builder
        .selectFrom('ligne_reddition')
        .select(sql<string>`${to} || ':' || mesure_id`.as('id'))
        .select(sql<string>`${to}::text`.as('reddition_id'))
        .select(kept)
        .where('reddition_id', '=', from)
        .$if(instead !== undefined, (lignes) =>
          lignes.where(({ or, eb, selectFrom }) =>
            or([
              eb('mesure_id', '=', anyOf(instead!.carried)),
              eb(
                'mesure_id',
                'not in',
                selectFrom('ligne_reddition as said')
                  .select('said.mesure_id')
                  .where('said.reddition_id', 'in', [instead!.of, to]),
              ),
            ]),
          ),
        ),
    )
    .execute();
}

/** Takes out of a draft what it carried over from a version, and was not entered in it: the measures of these lines. */
export async function deleteCarried(
  database: Kysely<Tables>,
  { draft, from }: { readonly draft: string; readonly from: string },
): Promise<string[]> {
  const rows = await database
    .deleteFrom('ligne_reddition as carried')
    .using('ligne_reddition as said')
    .where('carried.reddition_id', '=', draft)
    .where('said.reddition_id', '=', from)
    .whereRef('said.mesure_id', '=', 'carried.mesure_id')
    // The act that entered it is told there.
    .whereRef('said.provenance', '=', 'carried.provenance')
    .returning('carried.mesure_id')
    .execute();
  return rows.map(({ mesure_id }) => mesure_id);
}

interface EnteredLignes {
  readonly reddition: string;
  readonly etablissement: string;
  readonly lignes: readonly LigneSaisie[];
  readonly provenance: ProvenanceRow;
}

/** Acts of before could name a volet by an empty text, beside the cell that it was of: nothing is made of it. */
const isNamed = ({ volet }: LigneSaisie): boolean => volet !== '';

/** One statement, whose text does not grow with the lines. What is entered again takes the place of what was. */
export async function upsertLignes(
  database: Kysely<Tables>,
  { reddition, etablissement, lignes, provenance }: EnteredLignes,
): Promise<void> {
  const named = lignes.filter(isNamed);
  if (named.length === 0) return;
  const given = givenRows(
    `mesure text, periode text, territoire text, exigence text, volet text, unite text, valeur double precision,
      numerateur double precision, denominateur double precision, statut text, justification text`,
    named,
  );
  await database
    .insertInto('ligne_reddition')
    .columns([
      'id',
      'reddition_id',
      'etablissement_code',
      'mesure_id',
      'mesure_version',
      ...SAID_COLUMNS,
      'justification',
      'provenance',
    ])
    .expression((builder) =>
      builder
        .selectFrom(given)
        .leftJoin('mesure', 'mesure.id', 'given.mesure')
        .select([
          sql<string>`${reddition} || ':' || given.mesure`.as('id'),
          sql<string>`${reddition}::text`.as('reddition_id'),
          sql<string>`${etablissement}::text`.as('etablissement_code'),
          'given.mesure as mesure_id',
          sql<number>`coalesce(mesure.version, 0) + 1`.as('mesure_version'),
          'given.periode',
          'given.territoire as territoire_code',
          'given.exigence as exigence_code',
          'given.volet',
          'given.unite',
          'given.valeur',
          besideValue('given.numerateur').as('numerateur'),
          besideValue('given.denominateur').as('denominateur'),
          'given.statut',
          'given.justification',
          sql<ProvenanceRow>`${JSON.stringify(provenance)}::jsonb`.as('provenance'),
        ]),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        mesure_version: ref('excluded.mesure_version'),
        valeur: ref('excluded.valeur'),
        numerateur: ref('excluded.numerateur'),
        denominateur: ref('excluded.denominateur'),
        statut: ref('excluded.statut'),
        justification: ref('excluded.justification'),
        provenance: ref('excluded.provenance'),
      })),
    )
    .execute();
}

/** What stands for a value stands for its fraction too, which acts of before could give beside it. */
const besideValue = (column: string) =>
  sql<number | null>`case when given.valeur is not null then ${sql.ref(column)} end`;

/** What a draft does not say any more. */
export async function deleteLignes(
  database: Kysely<Tables>,
  reddition: string,
  mesures: readonly string[],
): Promise<void> {
  if (mesures.length === 0) return;
  await database
    .deleteFrom('ligne_reddition')
    .where('reddition_id', '=', reddition)
    .where('mesure_id', '=', anyOf(mesures))
    .execute();
}

/** What is said of a measure with the version, whether or not it had been sent back. */
interface Reponse {
  readonly mesure: string;
  readonly reponse: 'CORRIGEE' | 'MAINTENUE' | null;
  readonly justification: string | null;
}

export async function submitDraft(
  database: Kysely<Tables>,
  id: string,
  { inscritLe, numero }: Pick<Acte, 'inscritLe' | 'numero'>,
  reponses: readonly Reponse[],
): Promise<void> {
  await database
    .updateTable('reddition')
    .set({ etat: 'SOUMISE', soumise_le: inscritLe, soumise_par: numero })
    .where('id', '=', id)
    .execute();
  if (reponses.length === 0) return;
  const given = givenRows('mesure text, reponse text, justification text', reponses);
  await database
    .updateTable('ligne_reddition')
    .from(given)
    .set(({ ref }) => ({ reponse: ref('given.reponse'), justification: ref('given.justification') }))
    .where('reddition_id', '=', id)
    .whereRef('mesure_id', '=', 'given.mesure')
    .execute();
}

export async function markWithdrawn(database: Kysely<Tables>, id: string, retireeLe: string): Promise<void> {
  await database
    .updateTable('reddition')
    .set({ etat: 'RETIREE', retiree_le: retireeLe })
    .where('id', '=', id)
    .execute();
}

/** Every line of a version, as rules judge it, and whether it leaves its place to what is published. */
export function listLignesToJudge(database: Kysely<Tables>, reddition: string) {
  return database
    .selectFrom('ligne_reddition')
    .select(['mesure_id as mesure', ...JUDGED_COLUMNS, 'justification'])
    .select((builder) => sql<boolean>`${cedes('ligne_reddition')(builder)}`.as('cede'))
    .where('reddition_id', '=', reddition)
    .orderBy('mesure_id')
    .execute();
}

/** What a version answered to what was sent back. */
export function findAnswers(database: Kysely<Tables>, reddition: string) {
  return database
    .selectFrom('ligne_reddition')
    .select(['mesure_id', 'justification'])
    .where('reddition_id', '=', reddition)
    .where('reponse', 'is not', null)
    .execute();
}

/** The lines of some measures in a version. */
export function findLignesOf(database: Kysely<Tables>, reddition: string, mesures: readonly string[]) {
  return database
    .selectFrom('ligne_reddition')
    .select(['mesure_id', 'valeur', 'numerateur', 'denominateur', 'statut', 'justification'])
    .where('reddition_id', '=', reddition)
    .where('mesure_id', '=', anyOf(mesures))
    .execute();
}
