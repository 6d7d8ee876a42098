import type { ColumnNames } from '../tables/header.ts';

/** The oldest age that has a figure of its own; those that follow are « 90 ans ou plus ». */
export const LAST_AGE = 90;

const KEYS = {
  niveau: ['Niveau géographique', 'Niveau'],
  code: ['Code du territoire', 'Code'],
  annee: ['Année'],
  nature: ['Type de données'],
  statut: ['Statut'],
  sexe: ['Sexe'],
  total: ['Tous les âges'],
} as const;

type AgeColumn = `age${number}`;
export type PopulationColumn = keyof typeof KEYS | AgeColumn;

export const AGE_COLUMNS: readonly AgeColumn[] = Array.from(
  { length: LAST_AGE + 1 },
  (_, age) => `age${age}` as const,
);

/** The columns of the sheet « Âge », as it is published. */
export const POPULATION_COLUMNS: ColumnNames<PopulationColumn> = {
  ...KEYS,
  ...(Object.fromEntries(AGE_COLUMNS.map((column, age) => [column, namesOf(age)])) as Record<
    AgeColumn,
    readonly string[]
  >),
};

function namesOf(age: number): readonly string[] {
  if (age === 0) return ['Moins un an', 'Moins d’un an', '0', '0 an'];
  if (age === LAST_AGE) return ['90 ans ou plus', '90 ans et plus', '90+'];
  return [String(age), `${age} an${age > 1 ? 's' : ''}`];
}
