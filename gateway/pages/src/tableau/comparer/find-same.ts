import { writeJson } from '@palier/calls/json/write-json';
import type { Choices } from '../choices/choices.ts';
import { comparePeriodes, isOtherwise, type TwoSides } from './sides.ts';

/** Of what two sides say the same, and nothing that is withheld or not read may differ. */
export interface Same {
  readonly fiches: boolean;
  readonly serie: boolean;
  readonly bilans: boolean;
}

export function findSame(sides: TwoSides, choices: Choices | undefined): Same {
  const [one, other] = sides.map(({ territoire: { bilan, ...fiche }, told, unknown }) => ({
    bilan: bilan && { ...bilan, consolideLe: null },
    fiche,
    isWhole: told.fault === undefined && unknown.length === 0,
  })) as [Compared, Compared];
  const areWhole = one.isWhole && other.isWhole;
  const periodes = choices && comparePeriodes(choices, sides);
  return {
    fiches: areWhole && writeJson(one.fiche) === writeJson(other.fiche),
    serie: choices === undefined || (periodes?.every((periode) => isOtherwise(periode) === false) ?? false),
    bilans: areWhole && writeJson(one.bilan) === writeJson(other.bilan) && !isWithheld(one.bilan),
  };
}

interface Compared {
  readonly bilan: object | null;
  readonly fiche: object;
  readonly isWhole: boolean;
}

const isWithheld = (bilan: object | null): boolean =>
  bilan !== null && writeJson(bilan).includes('"verdictsReserves":true');
