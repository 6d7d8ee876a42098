import { whereGiven } from '@palier/runtime/narrowing';
import type { Kysely } from 'kysely';
import type { Catalogue } from '../catalogue/catalogue.queries.ts';
import type { Tables } from '../tables.ts';
import type {
  AxePolitiqueTable,
  ModificationRecommandeeTable,
  OrientationPolitiqueTable,
  PolitiqueTable,
} from '../../tables/politique.table.ts';

/** Which modifications: each criterion given narrows the list. */
export interface ModificationsChoice {
  readonly axe: string | null;
  readonly type: ModificationRecommandeeTable['type'] | null;
}

export const politiques: Catalogue<PolitiqueTable> = {
  table: 'politique',
  columns: ['code', 'rang', 'titre', 'statut', 'provenance'],
};

export const axesPolitique: Catalogue<AxePolitiqueTable> = {
  table: 'axe_politique',
  columns: ['code', 'rang', 'politique_code', 'titre', 'provenance'],
};

export const orientationsPolitique: Catalogue<OrientationPolitiqueTable> = {
  table: 'orientation_politique',
  columns: ['code', 'rang', 'axe_code', 'titre', 'themes', 'provenance'],
};

const MODIFICATION_COLUMNS = [
  'code',
  'rang',
  'axe_code',
  'type',
  'enonce',
  'orientations',
  'statut',
  'provenance',
] as const;

export const modificationsRecommandees: Catalogue<ModificationRecommandeeTable> = {
  table: 'modification_recommandee',
  columns: MODIFICATION_COLUMNS,
};

export function listModifications(database: Kysely<Tables>, { axe, type }: ModificationsChoice) {
  return database
    .selectFrom('modification_recommandee')
    .select(MODIFICATION_COLUMNS)
    .$call((modifications) => whereGiven(modifications, { axe_code: axe, type }))
    .orderBy('rang')
    .execute();
}
