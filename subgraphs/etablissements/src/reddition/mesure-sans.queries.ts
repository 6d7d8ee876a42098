import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import { type Kysely, sql } from 'kysely';
import { findSuppressed } from '../mesure/mesure.queries.ts';
import type { StatutFigure } from '../mesure/mesure-enums.ts';
import type { Reading, Tables } from '../tables.ts';
import { type Left, madeUp, publishing } from './publication.queries.ts';

interface MesureSansRow {
  readonly id: string;
  readonly territoire_code: string;
  readonly exigence_code: string;
  readonly volet: string | null;
  readonly periode: string;
  readonly valeur: number | null;
  readonly unite: string;
  /** Null where nothing would be published. */
  readonly statut: StatutFigure | null;
  readonly provenance: ProvenanceRow;
}

/**
 * What would be published of each measure that these versions touch, without them: what they say, and what they took out. What is
 * suppressed stays as it is published, whatever a former version said of it.
 */
export async function listMesuresSans(
  { database, history }: Reading,
  versions: readonly string[],
): Promise<MesureSansRow[]> {
  const left: Left = (name) => sql<boolean>`${sql.ref(`${name}.id`)} <> all(${[...versions]}::text[])`;
  const touched = await listTouched(database, versions);
  const ids = touched.map(({ id }) => id);
  const said = await publishing(database, 'DITE', left).where('ligne.mesure_id', '=', anyOf(ids)).execute();
  const made = await listMadeUp(database, ids);
  const without = new Map<string, Omit<MesureSansRow, 'id'>>([
    ...made.map((row) => [row.id, row] as const),
    ...said.map((row) => [row.mesure_id, row] as const),
  ]);
  const suppressed = new Set((await findSuppressed(history, ids)).map(({ id }) => id));
  return touched.flatMap((row) =>
    suppressed.has(row.id)
      ? []
      : [{ ...row, valeur: null, statut: null, ...without.get(row.id), id: row.id }],
  );
}

/** The measures of the versions of the same campagnes and établissements, as one of their lines names them. */
const listTouched = (database: Kysely<Tables>, versions: readonly string[]) =>
  database
    .selectFrom('reddition as apart')
    .innerJoin('reddition as version', (join) =>
      join
        .onRef('version.etablissement_code', '=', 'apart.etablissement_code')
        .onRef('version.campagne', '=', 'apart.campagne')
        .on('version.etat', '=', 'SOUMISE'),
    )
    .innerJoin('ligne_reddition as ligne', 'ligne.reddition_id', 'version.id')
    .where('apart.id', '=', anyOf(versions))
    .distinctOn('ligne.mesure_id')
    .select([
      'ligne.mesure_id as id',
      'ligne.territoire_code',
      'ligne.exigence_code',
      'ligne.volet',
      'ligne.periode',
      'ligne.unite',
      'ligne.provenance',
    ])
    .orderBy('ligne.mesure_id')
    .execute();

/** What was made up of these measures, be it still published or not: no version said it. */
async function listMadeUp(database: Kysely<Tables>, ids: readonly string[]) {
  const past = await madeUp(database, anyOf(ids)).selectAll('past').execute();
  const present = await database
    .selectFrom('mesure')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .where('etablissement_code', 'is', null)
    .execute();
  return [...past, ...present];
}
