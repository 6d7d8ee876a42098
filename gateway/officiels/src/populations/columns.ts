import type { ColumnNames } from '../header.ts';

/** The oldest age that has a figure of its own; those that follow are « 90 ans ou plus ». */
export const LAST_AGE = 90;

const KEYS = {
  niveau: ['niveau_geographique', 'niveau'],
  code: ['code_du_territoire', 'code'],
  annee: ['annee'],
  nature: ['type_de_donnees'],
  statut: ['statut'],
  sexe: ['sexe'],
  total: ['tous_les_ages'],
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
  if (age === 0) return ['moins_un_an', 'moins_d_un_an', '0', '0_an'];
  if (age === LAST_AGE) return ['90_ans_ou_plus', '90_ans_et_plus', '90+'];
  return [String(age), `${age}_an${age > 1 ? 's' : ''}`];
}
