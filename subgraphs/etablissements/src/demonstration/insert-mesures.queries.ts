import type { ProvenanceRow } from '@palier/runtime/provenance';
import { type Kysely, sql } from 'kysely';
import type { MesureFictive } from './make-mesures.ts';

/**
 * Inserts all the measures in one statement, from one array a column: twenty times fewer parameters to write than rows
 * by rows. A period is said to be entered ten days after its end, counting four weeks each from 1 April.
 */
export async function insertMesures(
  database: Kysely<unknown>,
  level: string,
  { campagne, provenance }: { readonly campagne: string; readonly provenance: ProvenanceRow },
  mesures: readonly MesureFictive[],
): Promise<void> {
  const debut = `${campagne.slice(0, 4)}-04-11T14:00:00Z`;
  await sql`
    insert into ${sql.table(`${level}.mesure`)}
      (id, campagne, periode, territoire_code, exigence_code, volet, valeur, unite, statut, version, saisie_le, provenance)
    select id, ${campagne}::text, periode, territoire, exigence, volet, valeur, unite, statut, version,
      ${debut}::timestamptz + rang * interval '28 days', ${JSON.stringify(provenance)}::jsonb
    from unnest(
      ${mesures.map(({ id }) => id)}::text[],
      ${mesures.map(({ periode }) => periode)}::text[],
      ${mesures.map(({ territoire_code }) => territoire_code)}::text[],
      ${mesures.map(({ exigence_code }) => exigence_code)}::text[],
      ${mesures.map(({ volet }) => volet)}::text[],
      ${mesures.map(({ valeur }) => valeur)}::float8[],
      ${mesures.map(({ unite }) => unite)}::text[],
      ${mesures.map(({ statut }) => statut)}::text[],
      ${mesures.map(({ version }) => version)}::int[],
      ${mesures.map(({ rang }) => rang)}::int[]
    ) as made(id, periode, territoire, exigence, volet, valeur, unite, statut, version, rang)`.execute(
    database,
  );
}
