import type { CodeService } from '@palier/runtime/code-service';
import { anyOf } from '@palier/runtime/database';
import type { StatutExigence } from '@palier/runtime/exigence-enums';
import { groupColumns } from '@palier/runtime/group-columns';
import { whereGiven } from '@palier/runtime/narrowing';
import { byBytes, byLetters, type SensTri, sortOf } from '@palier/runtime/order';
import type { GroupRow, RepartitionAsked } from '@palier/runtime/repartition';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { DimensionStandard, TriStandards } from './standard.type.ts';
import type { StandardTable } from '../../tables/standard.table.ts';

/** Which standards: each criterion given narrows the list. */
export interface StandardsChoice {
  readonly attribut?: StandardTable['attribut'] | null;
  readonly sousGroupe?: string | null;
  readonly service?: CodeService | null;
  readonly statut?: StatutExigence | null;
  readonly source?: StandardTable['source'] | null;
  readonly sansParticularites?: boolean | null;
  readonly fixePourTousLesServices?: boolean | null;
}

const COLUMNS = [
  'standard.code',
  'standard.rang',
  'standard.attribut',
  'standard.sous_groupe',
  'standard.enonce',
  'standard.type',
  'standard.source',
  'standard.provenance',
] as const;

export function findStandardsByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('standard').select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}

/** In the order asked, of one value as the document has them. */
export function listStandards(
  database: Kysely<Tables>,
  choice: StandardsChoice,
  { tri, sens }: { readonly tri: TriStandards; readonly sens: SensTri },
) {
  return chosen(database, choice)
    .select(COLUMNS)
    .orderBy(sortOf(ORDERS[tri], { tri, sens }))
    .orderBy('standard.rang')
    .execute();
}

/** What each order compares. */
const ORDERS: Readonly<Record<TriStandards, RawBuilder<unknown>>> = {
  DOCUMENT: sql`${sql.ref('standard.rang')}`,
  CODE: byBytes(sql.ref('standard.code')),
  ATTRIBUT: byBytes(sql.ref('standard.attribut')),
  SOUS_GROUPE: byLetters(sql.ref('standard.sous_groupe')),
};

/** What each standard is counted by. */
const DIMENSIONS: Readonly<Record<DimensionStandard, RawBuilder<string>>> = {
  ATTRIBUT: sql`standard.attribut`,
  SOUS_GROUPE: sql`standard.sous_groupe`,
  TYPE: sql`standard.type`,
  SOURCE: sql`standard.source`,
};

/** The standards chosen, counted by what is asked. */
export function countStandardGroups(
  database: Kysely<Tables>,
  choice: StandardsChoice,
  asked: RepartitionAsked,
): Promise<GroupRow[]> {
  return chosen(database, choice)
    .select(groupColumns(DIMENSIONS, sql.ref('standard.provenance'), asked))
    .groupBy(['cle', 'puis'])
    .execute();
}

function chosen(database: Kysely<Tables>, choice: StandardsChoice) {
  const { attribut, sousGroupe, service, statut, source } = choice;
  return database
    .selectFrom('standard')
    .$call((standards) => whereGiven(standards, { attribut, sous_groupe: sousGroupe, source }))
    .$if(choice.sansParticularites === true, (query) => query.where('type', '<>', 'PARTICULARITE'))
    .$if(service != null || statut != null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('exigence')
            .select('exigence.code')
            .whereRef('standard_code', '=', 'standard.code')
            .$call((cells) => whereGiven(cells, { service_code: service, statut }))
            .$if(statut == null, (cell) => cell.where('statut', 'not in', ['SANS_OBJET', 'NON_DIT'])),
        ),
      ),
    )
    .$if(choice.fixePourTousLesServices === true, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('exigence')
            .select('standard_code')
            .whereRef('standard_code', '=', 'standard.code')
            .groupBy('standard_code')
            .having(sql<boolean>`bool_and(statut_litteral = 'SF')`),
        ),
      ),
    );
}
