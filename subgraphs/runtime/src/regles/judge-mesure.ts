import { blame, evaluate, type Lookup } from './evaluate.ts';
import { fillMessage } from './message-template.ts';
import { lookBack, type Operande } from './operandes.ts';
import { type Expression, operandesOf, parseExpression } from './parse-expression.ts';
import type { RegleEnVigueur } from './regle.ts';

/** A rule that a measure breaks. */
export interface Manquement {
  readonly regle: RegleEnVigueur;
  readonly message: string;
  /** What of the measure breaks it. */
  readonly operandes: readonly Operande[];
}

/** A rule, read once for all the measures. */
export interface ReadRegle {
  readonly regle: RegleEnVigueur;
  readonly expression: Expression;
  /** Whether it compares with what was said before. */
  readonly regardeLePasse: boolean;
}

/** Raises ExpressionFault for a rule that this program does not read. */
export function readRegle(regle: RegleEnVigueur): ReadRegle {
  const expression = parseExpression(regle.expression);
  return { regle, expression, regardeLePasse: lookBack(operandesOf(expression)) };
}

/** What a rule is about: a measure of one of its units and exigences. */
export const isAbout = (
  { unites, exigences }: Pick<RegleEnVigueur, 'unites' | 'exigences'>,
  mesure: { readonly unite: string; readonly exigence: string },
): boolean =>
  (unites.length === 0 || unites.includes(mesure.unite)) &&
  (exigences.length === 0 || exigences.includes(mesure.exigence));

/** Nothing when the rule holds, or when what is known does not say whether it does. */
export function judgeMesure({ regle, expression }: ReadRegle, lookup: Lookup): Manquement | undefined {
  if (evaluate(expression, lookup) !== false) return undefined;
  return {
    regle,
    message: fillMessage(regle.message, lookup),
    operandes: [...blame(expression, lookup)],
  };
}
