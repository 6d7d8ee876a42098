import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** What some places were asked: of a campagne, of exigences, within periods; what is null narrows nothing. */
export interface AskedThere {
  readonly territoires: readonly string[];
  readonly campagne: string | null;
  readonly exigence: string | null;
  readonly indicateur: string | null;
  /** The first and the last period, both included, and the last of them that is over. */
  readonly de: string;
  readonly a: string;
  readonly finie: string;
}

/** DUE: some other place gave it, and one of these did not. */
type EtatDette = 'DUE' | 'SERVIE' | 'EN_AVANCE' | 'NON_DEMANDEE';

export interface DetteRow {
  readonly rank: number;
  readonly etat: EtatDette;
  /** Where they gave it all: the campagnes that published something of it first, in the order of their codes. */
  readonly servies: readonly string[] | null;
}

/**
 * Whether places that show nothing of what they were asked owe it, in one statement; in the order asked. What one was asked in a
 * campagne, all were; what a place gave in any campagne serves all those that ask it.
 */
export async function findOwed(database: Kysely<Tables>, asked: readonly AskedThere[]): Promise<DetteRow[]> {
  const mesure = sql`${database.selectFrom('mesure').selectAll()}`;
  const exigences = sql`${database.selectFrom('exigence_mesuree').selectAll()}`;
  const given = JSON.stringify(asked.map((one, index) => ({ ...one, rank: index + 1 })));
  const isOfWhat = sql`(asked.exigence is null or m.exigence_code = asked.exigence)
    and (asked.indicateur is null or m.exigence_code in (
      select e.code from ${exigences} as e where e.indicateur_code = asked.indicateur))`;
  // Identifiers begin with their period: those of the last one are before what follows « : ».
  const isUntil = (last: 'a' | 'finie') =>
    sql`m.id >= asked.de and m.id < ${sql.ref(`asked.${last}`)} || ';'`;
  const isSame = sql`${isOfWhat}
    and (asked.campagne is null or m.campagne = asked.campagne or asked.campagne = any(m.aussi))`;
  const isThere = sql`m.territoire_code in (select jsonb_array_elements_text(asked.territoires))
    and ${isOfWhat} and ${isUntil('finie')}`;
  const dites = sql`select asked.*, case
      when not exists (select from ${mesure} as m where ${isSame} and ${isUntil('finie')}) then
        case when exists (select from ${mesure} as m where ${isSame} and ${isUntil('a')})
          then 'EN_AVANCE' else 'NON_DEMANDEE' end
      when not exists (select from ${mesure} as m where ${isThere}) or exists (
        select from (
          select distinct m.periode, substr(m.id, length(m.periode) + length(m.territoire_code) + 2) as mesuree
          from ${mesure} as m where ${isSame} and ${isUntil('finie')}
        ) as cellule, jsonb_array_elements_text(asked.territoires) as t(code)
        where not exists (
          select from ${mesure} as m where m.id = cellule.periode || ':' || t.code || cellule.mesuree)
      ) then 'DUE' else 'SERVIE' end as etat
    from jsonb_to_recordset(${given}::text::jsonb) as asked(rank int, territoires jsonb, campagne text, exigence text,
      indicateur text, de text, a text, finie text)`;
  const found = sql<DetteRow>`select rank, etat, case when etat = 'SERVIE' then (
      select array_agg(distinct m.campagne order by m.campagne) from ${mesure} as m where ${isThere}) end as servies
    from (${dites}) as asked`;
  return database
    .selectFrom(sql<DetteRow>`(${found})`.as('found'))
    .selectAll()
    .orderBy('rank')
    .execute();
}
