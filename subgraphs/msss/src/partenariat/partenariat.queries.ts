import { whereGiven } from '@palier/runtime/narrowing';
import type { CodePalier } from '@palier/runtime/paliers';
import type { Kysely } from 'kysely';
import type { Catalogue } from '../catalogue/catalogue.queries.ts';
import type { Tables } from '../tables.ts';
import type {
  CodeDomaine,
  DomainePartenariatTable,
  RecommandationTable,
} from '../../tables/partenariat.table.ts';

/** Which recommendations: each criterion given narrows the list. */
export interface RecommandationsChoice {
  readonly palier: CodePalier | null;
  readonly domaine: CodeDomaine | null;
  readonly prioritaires: boolean | null;
}

const COLUMNS = [
  'code',
  'rang',
  'domaine_code',
  'palier_code',
  'enonce',
  'prioritaire',
  'intention',
  'statut',
  'note',
  'provenance',
] as const;

export const domainesPartenariat: Catalogue<DomainePartenariatTable> = {
  table: 'domaine_partenariat',
  columns: ['code', 'rang', 'nom', 'visee', 'provenance'],
};

export const recommandations: Catalogue<RecommandationTable> = { table: 'recommandation', columns: COLUMNS };

export function listRecommandations(
  database: Kysely<Tables>,
  { palier, domaine, prioritaires }: RecommandationsChoice,
) {
  return database
    .selectFrom('recommandation')
    .select(COLUMNS)
    .$call((recommandations) =>
      whereGiven(recommandations, { palier_code: palier, domaine_code: domaine, prioritaire: prioritaires }),
    )
    .orderBy('rang')
    .execute();
}
