import { anyOf } from '@palier/runtime/database';
import { groupColumns } from '@palier/runtime/group-columns';
import { whereGiven } from '@palier/runtime/narrowing';
import { byBytes, byLetters, type SensTri, sortOf } from '@palier/runtime/order';
import type { GroupRow, RepartitionAsked } from '@palier/runtime/repartition';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { DimensionEcart, Gravite, TriEcarts } from './ecart.type.ts';

/** Which écarts: each criterion given narrows the list. */
export interface EcartsChoice {
  readonly serie?: string | null;
  readonly gravite?: Gravite | null;
  readonly document?: string | null;
  readonly type?: string | null;
  readonly code?: string | null;
  readonly indicateur?: string | null;
}

const COLUMNS = [
  'ecart.code',
  'ecart.serie',
  'ecart.titre',
  'ecart.detail',
  'ecart.gravite',
  'ecart.gravite_inferee',
  'ecart.cotes',
  'ecart.provenances',
] as const;

/** In the order asked, of one value by code. */
export function listEcarts(
  database: Kysely<Tables>,
  choice: EcartsChoice,
  { tri, sens }: { readonly tri: TriEcarts; readonly sens: SensTri },
) {
  return chosen(database, choice)
    .select(COLUMNS)
    .orderBy(sortOf(ORDERS[tri], { tri, sens }))
    .orderBy('ecart.code')
    .execute();
}

/** What each order compares. */
const ORDERS: Readonly<Record<TriEcarts, RawBuilder<unknown>>> = {
  CODE: sql`${sql.ref('ecart.code')}`,
  SERIE: byBytes(sql.ref('ecart.serie')),
  // The names of the three come in the order of their reach.
  GRAVITE: byBytes(sql.ref('ecart.gravite')),
  TITRE: byLetters(sql.ref('ecart.titre')),
};

/** What each écart is counted by. */
const DIMENSIONS: Readonly<Record<DimensionEcart, RawBuilder<string>>> = {
  SERIE: sql`ecart.serie`,
  GRAVITE: sql`ecart.gravite`,
};

/** The écarts chosen, counted by what is asked. */
export function countEcartGroups(
  database: Kysely<Tables>,
  choice: EcartsChoice,
  asked: RepartitionAsked,
): Promise<GroupRow[]> {
  return chosen(database, choice)
    .select(groupColumns(DIMENSIONS, sql`ecart.provenances -> 0`, asked))
    .groupBy(['cle', 'puis'])
    .execute();
}

function chosen(
  database: Kysely<Tables>,
  { serie, gravite, document, type, code, indicateur }: EcartsChoice,
) {
  return database
    .selectFrom('ecart')
    .$call((ecarts) => whereGiven(ecarts, { serie, gravite }))
    .$if(document != null, (query) =>
      query.where(sql<boolean>`provenances @> ${JSON.stringify([{ document }])}::jsonb`),
    )
    .$if(type != null || code != null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('ecart_touche')
            .select('ecart_code')
            .whereRef('ecart_code', '=', 'ecart.code')
            .$call((touches) => whereGiven(touches, { type, 'ecart_touche.code': code })),
        ),
      ),
    )
    .$if(indicateur != null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('ecart_touche')
            .innerJoin('indicateur_comptant as comptant', (join) =>
              join.on(sql<SqlBool>`ecart_touche.code = any(comptant.exigence_codes)`),
            )
            .select('ecart_code')
            .whereRef('ecart_code', '=', 'ecart.code')
            .where('ecart_touche.type', '=', 'Exigence')
            .where('comptant.code', '=', indicateur ?? ''),
        ),
      ),
    );
}

export function findEcartsByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('ecart').select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}

/** The écarts that touch entities of one type; a row per entity and écart. */
export function findEcartsByTouche(database: Kysely<Tables>, type: string, codes: readonly string[]) {
  return database
    .selectFrom('ecart_touche')
    .innerJoin('ecart', 'ecart.code', 'ecart_touche.ecart_code')
    .select([...COLUMNS, 'ecart_touche.code as touche_code'])
    .where('ecart_touche.type', '=', type)
    .where('ecart_touche.code', '=', anyOf(codes))
    .orderBy('ecart.code')
    .execute();
}

export function findTouchesByEcarts(database: Kysely<Tables>, ecartCodes: readonly string[]) {
  return database
    .selectFrom('ecart_touche')
    .leftJoin('exigence', (join) =>
      join.onRef('exigence.code', '=', 'ecart_touche.code').on('ecart_touche.type', '=', 'Exigence'),
    )
    .select(['ecart_touche.type', 'ecart_touche.code', 'ecart_code'])
    .where('ecart_code', '=', anyOf(ecartCodes))
    .orderBy('ecart_touche.type')
    .orderBy('exigence.ordre')
    .orderBy('ecart_touche.code')
    .execute();
}
