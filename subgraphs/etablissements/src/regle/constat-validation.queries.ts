import type { ProvenanceRow } from '@palier/runtime/provenance';
import { anyOf, givenRows } from '@palier/runtime/database';
import { type Kysely, sql } from 'kysely';
import { everSuppressed } from '../mesure/mesure.queries.ts';
import type { Reading, Tables } from '../tables.ts';

export const CONSTAT_VALIDATION_COLUMNS = [
  'id',
  'reddition_id',
  'mesure_id',
  'regle_id',
  'etablissement_code',
  'severite',
  'message',
  'operandes',
  'justification',
  'provenance',
] as const;

/** The rules that judged each version. */
export function findReglesAppliquees(database: Kysely<Tables>, redditions: readonly string[]) {
  return database
    .selectFrom('regle_appliquee')
    .select(['reddition_id', 'regle_id'])
    .where('reddition_id', '=', anyOf(redditions))
    .orderBy('regle_id')
    .execute();
}

/** A measure of a version, of which what rules say tells something of a figure that is suppressed. */
export type WithheldRow = Pick<Tables['constat_validation'], 'reddition_id' | 'mesure_id'>;

/**
 * The measures of each version that are suppressed, or that rules compare with one that is: with those of the same series in the
 * thirteen periods before. Rules may have said something of them, or nothing.
 */
export async function findWithheld(
  { database, level }: Pick<Reading['history'], 'database' | 'level'>,
  redditions: readonly string[],
): Promise<WithheldRow[]> {
  // As `yearBefore` says of a text.
  const yearBefore = sql`concat_ws('-', left(ligne.periode, 4)::int - 1, substr(ligne.periode, 6, 4)::int - 1,
    substr(ligne.periode, 11))`;
  const isOfTheirs = sql`territoire_code = any(array(select distinct said.territoire_code
    from ${sql.table(`${level}.ligne_reddition`)} as said where said.reddition_id = ${anyOf(redditions)}))`;
  const { rows } = await sql<WithheldRow>`
    with suppressed as materialized (${everSuppressed(level, isOfTheirs)})
    select ligne.reddition_id, ligne.mesure_id from ${sql.table(`${level}.ligne_reddition`)} as ligne
    where ligne.reddition_id = ${anyOf(redditions)} and exists (
      select from suppressed
      where suppressed.territoire_code = ligne.territoire_code and suppressed.exigence_code = ligne.exigence_code
        and suppressed.volet is not distinct from ligne.volet
        and suppressed.periode <= ligne.periode and suppressed.periode >= ${yearBefore})
    order by ligne.reddition_id, ligne.mesure_id`.execute(database);
  return rows;
}

/** What was justified in a version, by measure and rule. */
export function findJustifications(database: Kysely<Tables>, reddition: string) {
  return database
    .selectFrom('constat_validation')
    .select(['mesure_id', 'regle_id', 'justification'])
    .where('reddition_id', '=', reddition)
    .where('justification', 'is not', null)
    .execute();
}

interface Jugement {
  readonly reddition: string;
  readonly etablissement: string;
  readonly provenance: ProvenanceRow;
  readonly regles: readonly { readonly id: string }[];
  readonly constats: readonly {
    readonly mesure: string;
    readonly regle: string;
    readonly severite: string;
    readonly message: string;
    readonly operandes: readonly string[];
    readonly justification: string | null;
  }[];
}

/** By which rules a version was judged, and what they said: two statements, whose texts do not grow. */
export async function insertJugement(
  database: Kysely<Tables>,
  { reddition, etablissement, provenance, regles, constats }: Jugement,
): Promise<void> {
  const said = sql<ProvenanceRow>`${JSON.stringify(provenance)}::jsonb`;
  await database
    .insertInto('regle_appliquee')
    .columns(['reddition_id', 'regle_id', 'etablissement_code', 'provenance'])
    .expression((builder) =>
      builder
        .selectFrom(
          sql<{ id: string }>`unnest(${regles.map(({ id }) => id)}::text[])`.as<'regle'>(sql`regle(id)`),
        )
        .select([
          sql<string>`${reddition}::text`.as('reddition_id'),
          'regle.id as regle_id',
          sql<string>`${etablissement}::text`.as('etablissement_code'),
          said.as('provenance'),
        ]),
    )
    .execute();
  if (constats.length === 0) return;
  const given = givenRows(
    'mesure text, regle text, severite text, message text, operandes text[], justification text',
    constats,
  );
  await database
    .insertInto('constat_validation')
    .columns([...CONSTAT_VALIDATION_COLUMNS])
    .expression((builder) =>
      builder
        .selectFrom(given)
        .select([
          sql<string>`${reddition} || ':' || given.mesure || ':' || given.regle`.as('id'),
          sql<string>`${reddition}::text`.as('reddition_id'),
          'given.mesure as mesure_id',
          'given.regle as regle_id',
          sql<string>`${etablissement}::text`.as('etablissement_code'),
          'given.severite',
          'given.message',
          'given.operandes',
          'given.justification',
          said.as('provenance'),
        ]),
    )
    .execute();
}
