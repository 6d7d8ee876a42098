import type { DemandeCampagne } from '@palier/runtime/demande-campagne.type';
import { lastEndedPeriode } from '@palier/runtime/exercice';
import { selectPast } from '@palier/runtime/data/remembered-tables';
import { lastDayToSubmit } from '@palier/runtime/last-day';
import { toLocalDay } from '@palier/runtime/local-day';
import type { RankedGroupRow } from '@palier/runtime/groups';
import type { ParentBounds } from '@palier/runtime/list';
import type { Origine } from '@palier/runtime/provenance';
import type { RepartitionAsked } from '@palier/runtime/repartition';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { DimensionObligation, EtatObligation } from './obligation.type.ts';

/** What is asked of one établissement or territory, as it was known at an instant. */
export interface ObligationsChoice {
  /** As Santé Québec gives them, of every campagne: a return in one may serve another. */
  readonly demandes: readonly DemandeCampagne[];
  /** The campagne wanted; null for all. */
  readonly campagne: string | null;
  /** Instant; null for now. */
  readonly au: string | null;
  /** The day it is then in Québec. */
  readonly jour: string;
  readonly etat: EtatObligation | null;
  /** Received by its day, or later; null for all. */
  readonly aTemps: boolean | null;
}

type ObligationsPage = ObligationsChoice & ParentBounds;

/** Days and instants are text, as Postgres writes them. */
export interface ObligationRow {
  readonly rank: number;
  readonly id: string;
  readonly campagne: string;
  readonly etablissement: string;
  readonly territoire: string;
  readonly exigence: string;
  readonly volet: string | null;
  readonly periode: string;
  readonly mesure: string;
  readonly echeance_recommandee: string | null;
  readonly echeance: string | null;
  readonly cloture: string | null;
  readonly exception: string | null;
  readonly etat: EtatObligation;
  readonly recue_le: string | null;
  readonly a_temps: boolean | null;
  readonly reddition: string | null;
  readonly origine: Origine;
}

/** One page of each choice, in the order of ids, in one statement. `rank`, from 1, says of which. */
export async function findObligations(
  database: Kysely<Tables>,
  pages: readonly ObligationsPage[],
): Promise<ObligationRow[]> {
  const found = sql<ObligationRow & { readonly place: number }>`with ${obligations(database, pages)}
    select * from (
      select obligation.*, row_number() over (partition by rank order by id collate "C") as place
      from obligation where obligation.after is null or id collate "C" > obligation.after
    ) as ranked where place <= size`;
  return select(database, found).orderBy('rank').orderBy('place').execute();
}

/** What each obligation is counted by. */
const DIMENSIONS: Readonly<Record<DimensionObligation, RawBuilder<string | null>>> = {
  ETAT: sql.ref('etat'),
  A_TEMPS: sql`case a_temps when true then 'VRAI' when false then 'FAUX' end`,
  CAMPAGNE: sql.ref('campagne'),
  TERRITOIRE: sql.ref('territoire'),
  EXIGENCE: sql.ref('exigence'),
  PERIODE: sql.ref('periode'),
};

/** The groups of each choice, counted alike, in one statement. */
export async function countObligationGroups(
  database: Kysely<Tables>,
  choices: readonly ObligationsChoice[],
  { par, puis }: RepartitionAsked,
): Promise<RankedGroupRow[]> {
  const keyOf = (name: string) => DIMENSIONS[name as DimensionObligation];
  const counted = sql<RankedGroupRow>`with ${obligations(database, whole(choices))}
    select rank, cle, puis, null as raison, count(*) as nombre, count(*) filter (where fictif) as fictifs
    from (
      select rank, ${keyOf(par)} as cle, ${puis == null ? sql`null::text` : keyOf(puis)} as puis,
        origine = 'DEMONSTRATION' as fictif
      from obligation
    ) as counted group by rank, cle, puis`;
  return select(database, counted).execute();
}

/** The rows of a text, as a statement of the builders: only those are read at a past instant. */
const select = <Row>(database: Kysely<Tables>, rows: RawBuilder<Row>) =>
  database.selectFrom(sql<Row>`(${rows})`.as('found')).selectAll();

/** All that was chosen, whatever the page. */
const whole = (choices: readonly ObligationsChoice[]): ObligationsPage[] =>
  choices.map((choice) => ({ ...choice, afterKey: null, limit: 0 }));

/**
 * What is due, and what became of it by the facts known at the instant: what a campagne opened by then asks, of each territory,
 * for each exigence that this level measures; the versions submitted by then and not withdrawn, of which the last of a campagne
 * says what is received in it; what Santé Québec had done of them. A version of another campagne serves where that of the same
 * has not the measure, and it is received since the first that said it, whichever said it again. Of a period that is not over,
 * nothing is late. Once the campagne is closed, nothing more is received in it, nor taken back: what it counts stands, and what was
 * not received of a period that had not ended is asked no more.
 */
function obligations(database: Kysely<Tables>, pages: readonly ObligationsPage[]) {
  const given = JSON.stringify(
    pages.map(({ demandes, campagne, au, jour, etat, aTemps, afterKey, limit }, index) => ({
      rank: index + 1,
      demandes: demandes.map((demande) => withLastDay(demande, au)),
      campagne,
      au,
      jour,
      finie: lastEndedPeriode(jour),
      etat,
      a_temps: aTemps,
      after: afterKey,
      size: limit,
    })),
  );
  return sql`asked as materialized (
    select * from jsonb_to_recordset(${given}::text::jsonb)
      as a(rank int, demandes jsonb, campagne text, au timestamptz, jour date, finie text, etat text, a_temps boolean,
        after text, size int)
  ), demande as materialized (
    select a.rank, coalesce(a.au, 'infinity') as au, a.jour, a.finie,
      a.campagne is null or a.campagne = d."campagneCode" as voulue, d.*,
      least(coalesce(a.au, 'infinity'), d."fermeeLe") as borne
    from asked as a, jsonb_to_recordset(a.demandes) as d("campagneCode" text, "etablissementCode" text,
      "ouverteLe" timestamptz, "fermeeLe" timestamptz, "echeanceRecommandee" date, echeance date, cloture date,
      territoires jsonb, periodes jsonb, cellules jsonb, exception date, dernier date, "finieALaFermeture" text, examens jsonb,
      origine text)
    where d."ouverteLe" <= coalesce(a.au, 'infinity')
  ), due as (
    select d.*, t.value as territoire, p.value as periode, c.exigence, c.volet,
      concat_ws(':', p.value, t.value, c.exigence,
        case c.volet when 'en personne' then 'EN_PERSONNE' when 'par téléphone' then 'PAR_TELEPHONE' end) as mesure
    from demande as d, jsonb_array_elements_text(d.territoires) as t(value), jsonb_array_elements_text(d.periodes) as p(value),
      jsonb_to_recordset(d.cellules) as c(exigence text, volet text, annuelle boolean)
    where d.voulue and (not c.annuelle or p.value like '%-P13')
      and exists (select from ${table(database, 'exigence_mesuree')} as m where m.code = c.exigence)
  ), examen as (
    select d.rank, e."redditionId" as reddition, e.consolidee, e."mesuresRetournees" as retournees
    from demande as d, jsonb_to_recordset(d.examens)
      as e("redditionId" text, consolidee boolean, "examineLe" timestamptz, "mesuresRetournees" jsonb)
    where e."examineLe" <= d.au
  ), version as (
    select d.rank, d.borne, r.id, r.campagne, r.version, r.soumise_le, r.soumise_par,
      max(r.version) over (partition by d.rank, d.borne, r.etablissement_code, r.campagne) as debout
    from (
      select distinct d.rank, d.borne, each."etablissementCode" from demande as d join demande as each using (rank) where d.voulue
    ) as d join ${table(database, 'reddition')} as r on r.etablissement_code = d."etablissementCode"
    where r.soumise_le <= d.borne and (r.retiree_le is null or r.retiree_le > d.borne)
  ), recu as materialized (
    select v.rank, v.borne, l.mesure_id as mesure, v.campagne, max(v.soumise_le) as derniere, max(v.soumise_par) as par,
      min(min(v.soumise_le)) over (partition by v.rank, v.borne, l.mesure_id) as recue_le, (array_agg(v.id order by v.version desc))[1] as reddition
    from version as v join ${table(database, 'ligne_reddition')} as l on l.reddition_id = v.id
    group by v.rank, v.borne, l.mesure_id, v.campagne
    having max(v.version) = max(v.debout)
  ), autre as materialized (
    select distinct on (rank, borne, mesure) * from recu order by rank, borne, mesure, derniere desc, par desc nulls last, campagne
  ), fait as (
    select due.*, coalesce(own.reddition, autre.reddition) as reddition,
      coalesce(own.recue_le, autre.recue_le, m.saisie_le) as recue_le
    from due
    left join recu as own on own.rank = due.rank and own.borne = due.borne and own.mesure = due.mesure and own.campagne = due."campagneCode"
    left join autre on own.mesure is null and autre.rank = due.rank and autre.borne = due.borne and autre.mesure = due.mesure
    -- What is made up was published by no version, whatever one said of it later.
    left join lateral (
      select min(m.saisie_le) as saisie_le from (
        select id, saisie_le, etablissement_code from ${table(database, 'mesure')} as now
        union all select id, saisie_le, etablissement_code from ${sql`${selectPast(database, 'mesure')
          .selectAll()
          .where('aussi', '=', sql<string[]>`'{}'`)}`} as past
      ) as m where own.mesure is null and autre.mesure is null
        and m.id = due.mesure and m.etablissement_code is null and m.saisie_le <= due.borne
    ) as m on true
  ), obligation as (
    select * from (
      select fait.rank, fait."campagneCode" || '/' || fait.mesure as id, fait."campagneCode" as campagne,
        fait."etablissementCode" as etablissement, fait.territoire, fait.exigence, fait.volet, fait.periode, fait.mesure,
        fait."echeanceRecommandee" as echeance_recommandee, fait.echeance, fait.cloture, fait.exception, fait.origine,
        fait.recue_le, fait.reddition, fait.a_temps,
        case
          when examen.retournees ? fait.mesure then 'RETOURNEE'
          when examen.consolidee then 'CONSOLIDEE'
          when fait.recue_le is not null and fait.a_temps is null then 'RECUE'
          when fait.a_temps then 'A_TEMPS'
          when fait.recue_le is not null then 'EN_RETARD'
          when fait."fermeeLe" <= fait.au then 'ABSENTE'
          when fait.periode collate "C" > fait.finie then 'ATTENDUE'
          when fait.jour > fait.dernier then 'ABSENTE'
          when fait.jour > fait.echeance then 'EN_RETARD'
          else 'ATTENDUE'
        end as etat
      from (
        select fait.*, (fait.recue_le at time zone 'America/Toronto')::date <= fait.echeance as a_temps from fait
      ) as fait
      left join examen on examen.rank = fait.rank and examen.reddition = fait.reddition
      where fait.recue_le is not null or fait."fermeeLe" is null or fait."fermeeLe" > fait.au
        or fait.periode collate "C" <= fait."finieALaFermeture"
    ) as o join (select rank, etat as voulu, a_temps as voulu_a_temps, after, size from asked) as a using (rank)
    where (a.voulu is null or o.etat = a.voulu) and (a.voulu_a_temps is null or o.a_temps = a.voulu_a_temps)
  )`;
}

/**
 * What is asked, with the exception that holds of those given by then, the last day to submit that it makes, and the last period that
 * had ended when it was closed.
 */
function withLastDay({ exceptions, ...demande }: DemandeCampagne, au: string | null) {
  const given = exceptions
    .filter(({ accordeeLe }) => au === null || accordeeLe <= au)
    .map(({ jusquAu }) => jusquAu);
  const { cloture, fermeeLe } = demande;
  return {
    ...demande,
    exception: given.at(-1) ?? null,
    dernier: lastDayToSubmit(cloture, given),
    finieALaFermeture: fermeeLe === null ? null : lastEndedPeriode(toLocalDay(fermeeLe)),
  };
}

/** The table in the level's own schema, which a text of SQL does not know. */
const table = (database: Kysely<Tables>, name: keyof Tables & string) =>
  sql`${database.selectFrom(name).selectAll()}`;
