import type { CodeService } from '@palier/runtime/code-service';
import { anyOf } from '@palier/runtime/database';
import { groupColumns } from '@palier/runtime/group-columns';
import { inBounds } from '@palier/runtime/in-bounds';
import type { PageBounds } from '@palier/runtime/list';
import { countOf, whereGiven } from '@palier/runtime/narrowing';
import { byBytes } from '@palier/runtime/order';
import type { GroupRow, RepartitionAsked } from '@palier/runtime/repartition';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { DimensionExigence, ExigenceFiltre, TriExigences } from './exigence.type.ts';

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

export function listExigences(database: Kysely<Tables>, filtre: ExigenceFiltre, bounds: PageBounds) {
  return inBounds(narrow(database, filtre).select(COLUMNS), bounds, ORDERS.DOCUMENT, ORDERS).execute();
}

/** What each order compares. */
const ORDERS: Readonly<Record<TriExigences, RawBuilder<unknown>>> = {
  DOCUMENT: sql`${sql.ref('exigence.ordre')}`,
  CODE: byBytes(sql.ref('exigence.code')),
  SERVICE: byBytes(sql.ref('exigence.service_code')),
  STATUT: byBytes(sql.ref('exigence.statut')),
};

export function countExigences(database: Kysely<Tables>, filtre: ExigenceFiltre): Promise<number> {
  return countOf(narrow(database, filtre));
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
  filtre: ExigenceFiltre,
  asked: RepartitionAsked,
): Promise<GroupRow[]> {
  return narrow(database, filtre)
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

function narrow(database: Kysely<Tables>, filtre: ExigenceFiltre) {
  const { service, standard, attribut, statut, concordance, indicateur } = filtre;
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
    .$if(filtre.codes != null, (query) => query.where('exigence.code', '=', anyOf(filtre.codes ?? [])))
    .$if(filtre.sansParticularites === true, (query) => query.where('standard.type', '<>', 'PARTICULARITE'))
    .$if(filtre.avecSeuil === true, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(selectFrom('seuil').select('rang').whereRef('exigence_code', '=', 'exigence.code')),
      ),
    )
    .$if(filtre.enEcart === true, (query) =>
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
