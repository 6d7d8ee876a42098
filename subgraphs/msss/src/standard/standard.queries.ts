import type { CodeService } from '@palier/runtime/code-service';
import { anyOf } from '@palier/runtime/database';
import type { StatutExigence } from '@palier/runtime/exigence-enums';
import { whereGiven } from '@palier/runtime/narrowing';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
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
  'code',
  'rang',
  'attribut',
  'sous_groupe',
  'enonce',
  'type',
  'source',
  'provenance',
] as const;

export function findStandardsByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('standard').select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}

export function listStandards(database: Kysely<Tables>, choice: StandardsChoice) {
  const { attribut, sousGroupe, service, statut, source } = choice;
  return database
    .selectFrom('standard')
    .select(COLUMNS)
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
    )
    .orderBy('rang')
    .execute();
}
