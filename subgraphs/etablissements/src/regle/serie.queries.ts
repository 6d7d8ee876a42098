import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import { cedes } from '../reddition/publication.queries.ts';
import type { Tables } from '../tables.ts';

interface SeriesAsked {
  readonly territoires: readonly string[];
  readonly exigences: readonly string[];
  /** Period from which they are read. */
  readonly from: string;
  /** Version whose lines come after what is published, to take its place. */
  readonly reddition: string | undefined;
}

const COLUMNS = [
  'periode',
  'territoire_code as territoire',
  'exigence_code as exigence',
  'volet',
  'valeur',
] as const;

/** What is published of some measures, then what a version says of them, but where another said it since. */
export async function listSerieValues(
  database: Kysely<Tables>,
  { territoires, exigences, from, reddition }: SeriesAsked,
) {
  const published = await database
    .selectFrom('mesure')
    .select(COLUMNS)
    .where('territoire_code', '=', anyOf(territoires))
    .where('exigence_code', '=', anyOf(exigences))
    .where('periode', '>=', from)
    .execute();
  if (reddition === undefined) return published;
  const said = await database
    .selectFrom('ligne_reddition')
    .select(COLUMNS)
    .where('reddition_id', '=', reddition)
    .where('exigence_code', '=', anyOf(exigences))
    .where('periode', '>=', from)
    .where((builder) => builder.not(cedes('ligne_reddition')(builder)))
    .execute();
  return [...published, ...said];
}
