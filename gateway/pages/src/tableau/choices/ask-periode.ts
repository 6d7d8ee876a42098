import { tableauPeriodes } from '../../operations/operations.ts';
import type { PageRequest } from '../../shell/page.ts';
import { type Choices, openOnMeasured } from './choices.ts';

/** The same choices, of a période that has something to show where the address chooses none. */
export async function askPeriode(ask: PageRequest['ask'], choices: Choices): Promise<Choices> {
  if (choices.isPeriodeAsked) return choices;
  const { exigence, campagne } = choices;
  const { data } = await ask(tableauPeriodes, { exigence: exigence.code, campagne: campagne.code });
  return openOnMeasured(choices, data);
}
