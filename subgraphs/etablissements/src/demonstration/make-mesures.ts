import { PERIODES_PAR_EXERCICE, periodeCode } from '@palier/runtime/exercice';
import { mesureId } from '../mesure/mesure-id.ts';
import { draw } from './draw.ts';
import { SPREADS } from './spreads.ts';
import type { ExigenceMesureeTable, MesureTable } from '../../tables/mesure.table.ts';

/** What is made up of a measure; the rest of its row is told by these. */
export type MesureFictive = Pick<
  MesureTable,
  'periode' | 'territoire_code' | 'exigence_code' | 'volet' | 'valeur' | 'unite' | 'statut' | 'version' | 'id'
> & { readonly rang: number };

export const EXERCICE_FICTIF = '2025-2026';

const MISSING_SHARE = 0.05;
const UNAVAILABLE_SHARE = 0.015;
const REVISED_SHARE = 0.04;
const FIRST_PROVISIONAL_RANG = 12;

/** The measures of every territory, period and exigence of one exercice, in the order of their identifiers; about one in twenty is missing. */
export function makeMesures(
  territoires: readonly string[],
  exigences: readonly ExigenceMesureeTable[],
): MesureFictive[] {
  const mesures: MesureFictive[] = [];
  for (let rang = 1; rang <= PERIODES_PAR_EXERCICE; rang++)
    for (const exigence of exigences.filter((one) => isDueAt(one, rang)))
      for (const volet of exigence.volets.length === 0 ? [null] : exigence.volets)
        for (const territoire of territoires) {
          const mesure = makeMesure(rang, territoire, exigence, volet);
          if (draw(`absente ${mesure.id}`) >= MISSING_SHARE) mesures.push(mesure);
        }
  return mesures.sort((one, other) => (one.id < other.id ? -1 : 1));
}

function isDueAt({ frequence }: ExigenceMesureeTable, rang: number): boolean {
  return frequence === 'PERIODE' || rang === PERIODES_PAR_EXERCICE;
}

function makeMesure(
  rang: number,
  territoire: string,
  { code, unite }: ExigenceMesureeTable,
  volet: string | null,
): MesureFictive {
  const periode = periodeCode(EXERCICE_FICTIF, rang);
  const id = mesureId({ periode, territoire, exigence: code, volet });
  const isUnavailable = draw(`non disponible ${id}`) < UNAVAILABLE_SHARE;
  const isRevised = !isUnavailable && draw(`révisée ${id}`) < REVISED_SHARE;
  return {
    id,
    periode,
    territoire_code: territoire,
    exigence_code: code,
    volet,
    unite,
    valeur: isUnavailable ? null : makeValeur(code, id.slice(periode.length + 1), id),
    statut: isUnavailable ? 'NON_DISPONIBLE' : statutOf(rang, isRevised),
    version: isRevised ? 2 : 1,
    rang,
  };
}

function statutOf(rang: number, isRevised: boolean): MesureTable['statut'] {
  if (isRevised) return 'REVISEE';
  return rang >= FIRST_PROVISIONAL_RANG ? 'PROVISOIRE' : 'FINALE';
}

/** A territory has its habits, and each period its luck. */
function makeValeur(exigence: string, habit: string, luck: string): number {
  const spread = SPREADS[exigence];
  if (spread === undefined) throw new RangeError(`no spread for ${exigence}`);
  const { lowest, highest, step, cap = highest } = spread;
  const place = (draw(`habitude ${habit}`) + draw(`période ${luck}`)) / 2;
  const steps = Math.round((place * (highest - lowest)) / step);
  // Steps of a tenth do not add up exactly in binary.
  return Math.min(cap, Number((lowest + steps * step).toFixed(1)));
}
