import type { CodeService } from '@palier/runtime/code-service';
import { anyOf } from '@palier/runtime/database';
import type { StatutExigence } from '@palier/runtime/exigence-enums';
import { groupColumns } from '@palier/runtime/group-columns';
import { inBounds } from '@palier/runtime/in-bounds';
import type { PageBounds } from '@palier/runtime/list';
import { countOf, whereGiven } from '@palier/runtime/narrowing';
import { byBytes } from '@palier/runtime/order';
import type { GroupRow, RepartitionAsked } from '@palier/runtime/repartition';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Attribut } from '../standard/standard.type.ts';
import type { Tables } from '../tables.ts';
import type { Concordance, DimensionExigence, TriExigences } from './exigence.type.ts';

/** Which exigences: each criterion given narrows the list. */
export interface ExigencesChoice {
  readonly service?: CodeService | null;
  readonly standard?: string | null;
  readonly attribut?: Attribut | null;
  readonly statut?: StatutExigence | null;
  readonly concordance?: Concordance | null;
  readonly indicateur?: string | null;
  readonly avecSeuil?: boolean | null;
  readonly enEcart?: boolean | null;
  readonly sansParticularites?: boolean | null;
  /** These alone. */
  readonly codes?: readonly string[] | null;
}

const COLUMNS = [
  'exigence.code',
  'exigence.ordre',
  'exigence.standard_code',
  'exigence.service_code',
  'exigence.statut',
  'exigence.statut_litteral',
  'exigence.texte',
  'exigence.concordance',
  'exigence.note',
  'exigence.provenance',
] as const;

export function findExigencesByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('exigence').select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}

export function findExigencesByParents(
  database: Kysely<Tables>,
  parent: 'standard_code' | 'service_code',
  codes: readonly string[],
) {
  return database
    .selectFrom('exigence')
    .select(COLUMNS)
    .where(parent, '=', anyOf<CodeService>(codes))
    .orderBy('ordre')
    .execute();
}

export function findExigencesByEcarts(database: Kysely<Tables>, ecartCodes: readonly string[]) {
  return database
    .selectFrom('ecart_touche')
    .innerJoin('exigence', 'exigence.code', 'ecart_touche.code')
    .select([...COLUMNS, 'ecart_touche.ecart_code'])
    .where('ecart_touche.type', '=', 'Exigence')
    .where('ecart_code', '=', anyOf(ecartCodes))
    .orderBy('ordre')
    .execute();
}

export function listExigences(database: Kysely<Tables>, choice: ExigencesChoice, bounds: PageBounds) {
  return inBounds(chosen(database, choice).select(COLUMNS), bounds, ORDERS.DOCUMENT, ORDERS).execute();
}

/** What each order compares. */
const ORDERS: Readonly<Record<TriExigences, RawBuilder<unknown>>> = {
  DOCUMENT: sql`${sql.ref('exigence.ordre')}`,
  CODE: byBytes(sql.ref('exigence.code')),
  SERVICE: byBytes(sql.ref('exigence.service_code')),
  STATUT: byBytes(sql.ref('exigence.statut')),
};

export function countExigences(database: Kysely<Tables>, choice: ExigencesChoice): Promise<number> {
  return countOf(chosen(database, choice));
}

/** What each exigence is counted by. */
const DIMENSIONS: Readonly<Record<DimensionExigence, RawBuilder<string>>> = {
  STATUT: sql`exigence.statut`,
  SERVICE: sql`exigence.service_code`,
  ATTRIBUT: sql`standard.attribut`,
  SOUS_GROUPE: sql`standard.sous_groupe`,
};

/** The exigences chosen, counted by what is asked. */
export function countExigenceGroups(
  database: Kysely<Tables>,
  choice: ExigencesChoice,
  asked: RepartitionAsked,
): Promise<GroupRow[]> {
  return chosen(database, choice)
    .select(groupColumns(DIMENSIONS, sql.ref('exigence.provenance'), asked))
    .groupBy(['cle', 'puis'])
    .execute();
}

export function findSeuilsByExigences(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('seuil')
    .select(['exigence_code', 'contenu'])
    .where('exigence_code', '=', anyOf(codes))
    .orderBy('rang')
    .execute();
}

export function findAssertionsByExigences(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('assertion')
    .select([
      'exigence_code',
      'rang',
      'source',
      'nature',
      'statut',
      'litteral',
      'texte',
      'seuil',
      'volet',
      'dit',
      'provenance',
    ])
    .where('exigence_code', '=', anyOf(codes))
    .orderBy('rang')
    .execute();
}

function chosen(database: Kysely<Tables>, choice: ExigencesChoice) {
  const { service, standard, attribut, statut, concordance, indicateur } = choice;
  return database
    .selectFrom('exigence')
    .innerJoin('standard', 'standard.code', 'exigence.standard_code')
    .$call((exigences) =>
      whereGiven(exigences, {
        service_code: service,
        standard_code: standard,
        attribut,
        statut,
        concordance,
      }),
    )
    .$if(indicateur != null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('indicateur_comptant as comptant')
            .select('comptant.code')
            .where('comptant.code', '=', indicateur ?? '')
            .where(sql<SqlBool>`exigence.code = any(comptant.exigence_codes)`),
        ),
      ),
    )
    .$if(choice.codes != null, (query) => query.where('exigence.code', '=', anyOf(choice.codes ?? [])))
    .$if(choice.sansParticularites === true, (query) => query.where('standard.type', '<>', 'PARTICULARITE'))
    .$if(choice.avecSeuil === true, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(selectFrom('seuil').select('rang').whereRef('exigence_code', '=', 'exigence.code')),
      ),
    )
    .$if(choice.enEcart === true, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('ecart_touche')
            .select('ecart_code')
            .where('ecart_touche.type', '=', 'Exigence')
            .whereRef('ecart_touche.code', '=', 'exigence.code'),
        ),
      ),
    );
}
