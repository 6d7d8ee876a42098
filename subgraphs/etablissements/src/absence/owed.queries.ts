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
  /** The campagnes that first published what was given there of it, in the order of their codes; null where nothing was. */
  readonly servies: readonly string[] | null;
}

/**
 * Whether places that show nothing of what they were asked owe it, in one statement; in the order asked. What one was asked in a
 * campagne, all were; what a place gave in any campagne serves all those that ask it. What was said is read once for all the
 * places that were asked the same.
 */
export async function findOwed(database: Kysely<Tables>, asked: readonly AskedThere[]): Promise<DetteRow[]> {
  const mesure = sql`${database.selectFrom('mesure').selectAll()}`;
  const exigences = sql`${database.selectFrom('exigence_mesuree').selectAll()}`;
  const given = JSON.stringify(asked.map((one, index) => ({ ...one, rank: index + 1 })));
  const found = sql<DetteRow>`with asked as materialized (
    select dense_rank() over (order by campagne, exigence, indicateur, de, a, finie) as sorte, given.*
    from jsonb_to_recordset(${given}::text::jsonb) as given(rank int, territoires jsonb, campagne text, exigence text,
      indicateur text, de text, a text, finie text)
  ), sorte as materialized (
    select distinct sorte, campagne, exigence, indicateur, de, a, finie from asked
  ), dite as materialized (
    -- Identifiers begin with their period: those of the last one are before what follows « : ».
    select sorte.sorte, m.territoire_code as territoire, m.campagne, m.periode,
      substr(m.id, length(m.periode) + length(m.territoire_code) + 2) as mesuree, m.id < sorte.finie || ';' as finie,
      sorte.campagne is null or m.campagne = sorte.campagne or sorte.campagne = any(m.aussi) as demandee
    from sorte join ${mesure} as m on m.id >= sorte.de and m.id < sorte.a || ';'
      and (sorte.exigence is null or m.exigence_code = sorte.exigence)
      and (sorte.indicateur is null or m.exigence_code in (
        select e.code from ${exigences} as e where e.indicateur_code = sorte.indicateur))
  ), cellule as materialized (
    select distinct sorte, periode, mesuree from dite where finie and demandee
  ), donnee as materialized (
    select sorte, territoire, count(*) as cellules from dite join cellule using (sorte, periode, mesuree) where finie
    group by sorte, territoire
  ), servie as materialized (
    select distinct sorte, territoire, campagne from dite where finie
  ), demandee as materialized (
    select sorte, count(cellule.mesuree) as cellules
    from (select distinct sorte from dite where demandee) as demandee left join cellule using (sorte) group by sorte
  )
  select asked.rank, servies.servies, case
      when demandee.sorte is null then 'NON_DEMANDEE'
      when demandee.cellules = 0 then 'EN_AVANCE'
      when servies.servies is null or not donnees.toutes then 'DUE' else 'SERVIE' end as etat
  from asked left join demandee using (sorte), lateral (
    select array_agg(distinct servie.campagne order by servie.campagne) as servies
    from servie where servie.sorte = asked.sorte and asked.territoires ? servie.territoire
  ) as servies, lateral (
    select coalesce(bool_and(donnee.cellules is not distinct from demandee.cellules), true) as toutes
    from jsonb_array_elements_text(asked.territoires) as t(code)
    left join donnee on donnee.sorte = asked.sorte and donnee.territoire = t.code
  ) as donnees`;
  return database
    .selectFrom(sql<DetteRow>`(${found})`.as('found'))
    .selectAll()
    .orderBy('rank')
    .execute();
}
