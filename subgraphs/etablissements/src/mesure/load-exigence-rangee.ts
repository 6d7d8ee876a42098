import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { PalierError } from '@palier/runtime/errors';
import { sayUnknown } from '@palier/runtime/unknown-filter';
import { exigencesOfIndicateur } from '../selection/selection.loader.ts';
import type { Context } from '../tables.ts';

/** What is asked to be ranked: an exigence, or the one that an indicateur counts. */
export interface RangeeAsked {
  readonly exigence: string | null;
  readonly indicateur: string | null;
}

/** The exigence whose values are compared. Raises FILTRE_INVALIDE where it is none, or several: their values do not compare. */
export function loadExigenceRangee(
  context: Context,
  { exigence, indicateur }: RangeeAsked,
): Awaitable<string> {
  if (indicateur === null) {
    if (exigence !== null) return exigence;
    throw new PalierError('FILTRE_INVALIDE', 'Nommer ce qui est rangé : `exigence`, ou `indicateur`.');
  }
  return chain(exigencesOfIndicateur.load(context, indicateur), (counted) => {
    const [one, ...others] = exigence === null ? counted : counted.filter((code) => code === exigence);
    if (one !== undefined && others.length === 0) return one;
    throw new PalierError('FILTRE_INVALIDE', sayWhy(indicateur, exigence, counted));
  });
}

function sayWhy(indicateur: string, exigence: string | null, counted: readonly string[]): string {
  if (counted.length === 0) return sayUnknown({ name: 'indicateur', value: indicateur });
  const codes = counted.join(', ');
  return exigence === null
    ? `L’indicateur ${indicateur} compte plusieurs exigences, dont les valeurs ne se rangent pas ensemble : nommer par \`exigence\` l’une de ${codes}.`
    : `L’indicateur ${indicateur} ne compte pas l’exigence ${exigence} : il compte ${codes}.`;
}
