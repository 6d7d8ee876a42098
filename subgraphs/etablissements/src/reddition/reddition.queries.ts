import { BY } from '@palier/runtime/data/remembered-tables';
import { anyOf } from '@palier/runtime/database';
import { type Kysely, sql } from 'kysely';
import { figuresOf } from '../mesure/figures.queries.ts';
import type { StatutFigure } from '../mesure/mesure-enums.ts';
import { everSuppressed } from '../mesure/mesure.queries.ts';
import { SAID_COLUMNS } from '../../tables/mesure.table.ts';
import type { Reading, Tables } from '../tables.ts';
import { isCarried, stands, standsAs } from './publication.queries.ts';

export const REDDITION_COLUMNS = [
  'id',
  'etablissement_code',
  'campagne',
  'version',
  'etat',
  'saisie_le',
  'soumise_le',
  'soumise_par',
  'revision',
  'retiree_le',
  'provenance',
] as const;

export const LIGNE_REDDITION_COLUMNS = [
  'id',
  'reddition_id',
  'mesure_id',
  'mesure_version',
  'etablissement_code',
  ...SAID_COLUMNS,
  'reponse',
  'justification',
  'provenance',
] as const;

/** The last version submitted after each, and not withdrawn. */
export function findNextVersions(database: Kysely<Tables>, ids: readonly string[]) {
  return database
    .selectFrom('reddition as former')
    .innerJoin('reddition as next', (join) =>
      join
        .onRef('next.etablissement_code', '=', 'former.etablissement_code')
        .onRef('next.campagne', '=', 'former.campagne')
        .onRef('next.version', '>', 'former.version')
        .on('next.etat', '=', 'SOUMISE'),
    )
    .select(['former.id as former'])
    .select(REDDITION_COLUMNS.map((column) => `next.${column}` as const))
    .distinctOn('former.id')
    .where('former.id', '=', anyOf(ids))
    .orderBy('former.id')
    .orderBy('next.version', 'desc')
    .execute();
}

/** What each version submitted, and not withdrawn, says of each measure, in the order in which they were. */
export function findLignesByMesures(database: Kysely<Tables>, ids: readonly string[]) {
  return database
    .selectFrom('ligne_reddition as ligne')
    .innerJoin('reddition as version', 'version.id', 'ligne.reddition_id')
    .select(LIGNE_REDDITION_COLUMNS.map((column) => `ligne.${column}` as const))
    .where('ligne.mesure_id', '=', anyOf(ids))
    .where('version.etat', '=', 'SOUMISE')
    .orderBy('ligne.mesure_id')
    .orderBy('version.soumise_le')
    .orderBy('version.soumise_par')
    .orderBy('version.id')
    .execute();
}

/** By which act each of these lines was published: that of the first of the versions that carry it, for each entry has a provenance of its own. */
export function findSaidBy(database: Kysely<Tables>, ids: readonly string[]) {
  return database
    .selectFrom('ligne_reddition as ligne')
    .innerJoin('ligne_reddition as same', (join) =>
      join.onRef('same.mesure_id', '=', 'ligne.mesure_id').onRef('same.provenance', '=', 'ligne.provenance'),
    )
    .innerJoin('reddition as first', 'first.id', 'same.reddition_id')
    .select(['ligne.id'])
    .select(({ fn }) => fn.min('first.soumise_par').as('par'))
    .where('ligne.id', '=', anyOf(ids))
    .groupBy('ligne.id')
    .execute();
}

/** The lines of versions that were submitted whose figure is withheld now, as `hide` says it of each. */
export async function listWithheldLignes({
  database,
  level,
}: Pick<Reading['history'], 'database' | 'level'>): Promise<string[]> {
  const [lignes, redditions, mesures] = ['ligne_reddition', 'reddition', 'mesure'].map((table) =>
    sql.table(`${level}.${table}`),
  );
  const saidBy = sql`(select min(first.soumise_par) from ${lignes} as same join ${redditions} as first on first.id = same.reddition_id
    where same.mesure_id = ligne.mesure_id and same.provenance = ligne.provenance)`;
  const { rows } = await sql<{ id: string }>`
    select ligne.id from (${everSuppressed(level, sql`true`)}) as last
    join ${lignes} as ligne on ligne.mesure_id = last.id
    join ${redditions} as version on version.id = ligne.reddition_id and version.etat <> 'SAISIE'
    left join ${mesures} as now on now.id = last.id
    where ligne.statut <> 'SUPPRIMEE'
      and (ligne.statut = now.statut and coalesce(${saidBy}, 0) > coalesce(${sql.ref(`last.${BY}`)}, 0)) is not true
    order by ligne.id`.execute(database);
  return rows.map(({ id }) => id);
}

/**
 * Of those of these lines that what is published contradicts, the version of another campagne, or of another établissement
 * (`autre`), that says it. A line counts as long as its version stands; in a draft, as long as it is carried over.
 */
export function findContradictions(database: Kysely<Tables>, ids: readonly string[]) {
  return database
    .selectFrom('ligne_reddition as ligne')
    .innerJoin('reddition as version', 'version.id', 'ligne.reddition_id')
    .innerJoin('mesure', 'mesure.id', 'ligne.mesure_id')
    .innerJoin('ligne_reddition as other', 'other.mesure_id', 'ligne.mesure_id')
    .innerJoin('reddition', 'reddition.id', 'other.reddition_id')
    .where('ligne.id', '=', anyOf(ids))
    .where('reddition.etat', '=', 'SOUMISE')
    .where(
      sql<boolean>`(reddition.campagne, reddition.etablissement_code) <> (version.campagne, version.etablissement_code)`,
    )
    .where(stands)
    .where(sql<boolean>`${figuresOf('mesure')} is distinct from ${figuresOf('ligne')}`)
    .where(sql<boolean>`${figuresOf('mesure')} is not distinct from ${figuresOf('other')}`)
    .where((builder) => {
      const { and, or, eb } = builder;
      return or([
        and([eb('version.etat', '=', 'SOUMISE'), standsAs('version')(builder)]),
        and([eb('version.etat', '=', 'SAISIE'), isCarried('ligne')(builder)]),
      ]);
    })
    .distinctOn('ligne.id')
    .select(['ligne.id', 'reddition.id as version', 'reddition.campagne'])
    .select(sql<boolean>`reddition.etablissement_code <> version.etablissement_code`.as('autre'))
    .orderBy('ligne.id')
    .orderBy('reddition.soumise_le', 'desc')
    .orderBy('reddition.soumise_par', 'desc')
    .execute();
}

/** The versions of an établissement in a campagne, in their order. */
export function findVersionsOf(
  database: Kysely<Tables>,
  { etablissement, campagne }: { readonly etablissement: string; readonly campagne: string },
) {
  return database
    .selectFrom('reddition')
    .select(['version', 'etat'])
    .where('etablissement_code', '=', etablissement)
    .where('campagne', '=', campagne)
    .orderBy('version')
    .execute();
}

/** A cell that two versions do not say alike. */
export interface EcartRow {
  readonly mesure_id: string;
  readonly nature: 'AJOUTEE' | 'CHANGEE' | 'RETIREE';
  readonly valeur_avant: number | null;
  readonly statut_avant: StatutFigure | null;
  readonly numerateur_avant: number | null;
  readonly denominateur_avant: number | null;
  readonly valeur_apres: number | null;
  readonly statut_apres: StatutFigure | null;
  readonly numerateur_apres: number | null;
  readonly denominateur_apres: number | null;
}

/** Two versions of one établissement, and the statuts of which lines are given where both say the same as well. */
export interface EcartsAsked {
  readonly id: string;
  readonly since: number;
  readonly alike: readonly StatutFigure[];
}

/** What changed between two versions of one établissement, in one statement. */
export async function listEcarts(
  database: Kysely<Tables>,
  { id, since, alike }: EcartsAsked,
): Promise<EcartRow[]> {
  const lignes = (of: 'avant' | 'apres') =>
    database
      .selectFrom('reddition as latest')
      .innerJoin('reddition as version', (join) =>
        join
          .onRef('version.etablissement_code', '=', 'latest.etablissement_code')
          .onRef('version.campagne', '=', 'latest.campagne'),
      )
      .innerJoin('ligne_reddition as ligne', 'ligne.reddition_id', 'version.id')
      .select(['ligne.mesure_id', 'ligne.valeur', 'ligne.statut', 'ligne.numerateur', 'ligne.denominateur'])
      .where('latest.id', '=', id)
      .$if(of === 'avant', (query) => query.where('version.version', '=', since))
      .$if(of === 'apres', (query) => query.whereRef('version.id', '=', 'latest.id'));
  return (
    database
      .selectFrom(lignes('avant').as('avant'))
      .fullJoin(lignes('apres').as('apres'), 'apres.mesure_id', 'avant.mesure_id')
      .select(({ fn }) => [
        fn.coalesce('apres.mesure_id', 'avant.mesure_id').$castTo<string>().as('mesure_id'),
        sql<
          EcartRow['nature']
        >`case when avant.mesure_id is null then 'AJOUTEE' when apres.mesure_id is null then 'RETIREE' else 'CHANGEE' end`.as(
          'nature',
        ),
        'avant.valeur as valeur_avant',
        'avant.statut as statut_avant',
        'avant.numerateur as numerateur_avant',
        'avant.denominateur as denominateur_avant',
        'apres.valeur as valeur_apres',
        'apres.statut as statut_apres',
        'apres.numerateur as numerateur_apres',
        'apres.denominateur as denominateur_apres',
      ])
      // A line says a value or what stands for one: where there is none, something else is said.
      .where(
        sql<boolean>`(${figuresOf('avant')} is distinct from ${figuresOf('apres')} or apres.statut = ${anyOf(alike)})`,
      )
      .orderBy('mesure_id')
      .execute()
  );
}

/** What each version carries, whatever the territory: a period, an exigence and a volet, empty when it has none. */
export function findCellulesPortees(database: Kysely<Tables>, ids: readonly string[]) {
  return database
    .selectFrom('ligne_reddition')
    .select(['reddition_id', 'periode', 'exigence_code', 'volet'])
    .distinct()
    .where('reddition_id', '=', anyOf(ids))
    .orderBy('reddition_id')
    .orderBy('periode')
    .orderBy('exigence_code')
    .orderBy('volet')
    .execute();
}
