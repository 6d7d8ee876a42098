import { type RefusedByRules, refusedByRules } from './rule-findings.ts';

/** Measures that are judged again together, where rules refuse more of them than one refusal tells. */
const TOGETHER = 1_000;

interface Refused {
  /** What the refusal of all of them told. */
  readonly refused: RefusedByRules;
  /** How many faults are told. */
  readonly mostTold: number;
}

/**
 * All that rules refuse of some measures, up to what is told: one refusal tells the first ones alone. What refuses a measure is in it:
 * those of a part are refused as they are among all.
 */
export async function askEachRefused<Mesure>(
  tryOut: (mesures: Mesure[]) => Promise<unknown>,
  mesures: readonly Mesure[],
  { refused, mostTold }: Refused,
): Promise<RefusedByRules> {
  const { total } = refused;
  if (refused.fautes.length >= Math.min(total, mostTold)) return refused;
  const fautes: RefusedByRules['fautes'][number][] = [];
  for (let start = 0; start < mesures.length; start += TOGETHER)
    try {
      await tryOut(mesures.slice(start, start + TOGETHER));
    } catch (error) {
      const part = refusedByRules(error);
      if (part === undefined) throw error;
      fautes.push(...part.fautes.map((faute) => ({ ...faute, rang: faute.rang + start })));
    }
  return { fautes, total };
}
