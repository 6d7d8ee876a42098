/** What one row gives: a territory, a year and a sex. */
export interface LigneLue {
  readonly ligne: number;
  readonly territoire: string;
  readonly annee: number;
  readonly sexe: 'TOTAL' | 'FEMININ' | 'MASCULIN';
  readonly nature: 'ESTIMATION' | 'PROJECTION';
  readonly statut: 'REVISE' | 'PROVISOIRE' | null;
  readonly nombre: number;
  /** One figure a year of age, from 0; the last is of ninety and more. */
  readonly ages: readonly number[];
}
