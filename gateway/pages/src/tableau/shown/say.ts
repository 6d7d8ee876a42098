import { sayPeriode } from '../../fact-types/say-periode.ts';
import { sayNumber } from '../../shell/say-number.ts';

export { sayPeriode };

/** « 4,5 min » */
export const sayFigure = (value: number, unit: string | null): string =>
  unit === null ? sayNumber(value) : `${sayNumber(value)} ${unit}`;

const NATURES: Readonly<Record<string, string>> = { ESTIMATION: 'estimation', PROJECTION: 'projection' };

interface PopulationLue {
  readonly annee: number;
  readonly nombre: number;
  readonly nature: string;
}

/** « 92 151 personnes (estimation de 2021) » */
export const sayPopulation = ({ annee, nombre, nature }: PopulationLue): string =>
  `${sayNumber(nombre)} personnes (${NATURES[nature] ?? nature} de ${annee})`;

const STATUTS: Readonly<Record<string, string>> = {
  PROVISOIRE: 'provisoire',
  REVISEE: 'révisée',
  FINALE: 'finale',
  SUPPRIMEE: 'supprimée, pour protéger les personnes',
  NON_DISPONIBLE: 'non disponible : n’a pas pu être mesurée',
  AUCUN_CAS: 'aucun cas dans la période',
};

/** What a figure is worth, in words. */
export const sayStatut = (statut: string): string => STATUTS[statut] ?? statut;

/** The same, where it begins what is said. */
export const namePeriode = (code: string): string => sayPeriode(code).replace(/^p/, 'P');

/** « P13 » of « 2025-2026-P13 ». */
export const shortPeriode = (code: string): string => code.slice(code.lastIndexOf('-') + 1);
