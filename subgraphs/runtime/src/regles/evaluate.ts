import {
  absolute,
  add,
  compare,
  divide,
  type Fraction,
  multiply,
  negate,
  subtract,
  toFraction,
} from './fraction.ts';
import type { Operande } from './operandes.ts';
import { type Expression, type Operation, operandesOf } from './parse-expression.ts';

/** What an operande holds, or an expression gives; null when it is not known. */
export type Valeur = number | Fraction | string | boolean | null;

/** What each operande holds for one measure. Asked twice, it says the same. */
export type Lookup = (name: Operande) => Valeur;

/** What an expression gives of a measure. It never raises, and ends: its steps are the parts of the expression, each once. */
export function evaluate(expression: Expression, lookup: Lookup): Valeur {
  if (expression.kind === 'VALEUR') return expression.value;
  if (expression.kind === 'OPERANDE') return finite(lookup(expression.name));
  const { operation, parts } = expression;
  const logical = LOGIC[operation];
  if (logical !== undefined) return logical(parts.map((part) => evaluate(part, lookup)));
  const values = parts.map((part) => evaluate(part, lookup));
  if (values.some((value) => value === null)) return null;
  return COMPARISONS[operation]?.(order(values[0]!, values[1]!)) ?? bounded(calculate(operation, values));
}

/** What no figure needs: twice the digits of the largest number that one may be. */
const LONGEST = 2n ** 2048n;

/** What is too long to be calculated further is not known: steps would be as long as it. */
const bounded = (value: Valeur): Valeur =>
  value !== null && typeof value === 'object' && (absolute(value).over > LONGEST || value.under > LONGEST)
    ? null
    : value;

type Known = NonNullable<Valeur>;

const finite = (value: Valeur): Valeur =>
  typeof value === 'number' && !Number.isFinite(value) ? null : value;

/** Kleene's three values: what is not known may turn out either way. */
const LOGIC: Readonly<Partial<Record<Operation, (values: readonly Valeur[]) => boolean | null>>> = {
  ET: all,
  OU: (values) => opposite(all(values.map(opposite))),
  NON: ([value]) => opposite(value!),
  SI: ([condition, conclusion]) => opposite(all([condition!, opposite(conclusion!)])),
  CONNU: ([value]) => value !== null,
};

function all(values: readonly Valeur[]): boolean | null {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

const opposite = (value: Valeur): boolean | null => (value === null ? null : value === false);

const COMPARISONS: Readonly<Partial<Record<Operation, (order: number) => boolean>>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** Two doubles are in the order of the decimals they are written as: only what was calculated needs more. */
function order(a: Known, b: Known): number {
  if (typeof a === 'object' || typeof b === 'object') return compare(exact(a), exact(b));
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function calculate(operation: Operation, values: readonly Valeur[]): Valeur {
  const numbers = values.map((value) => exact(value!));
  const [a, b] = numbers as [Fraction, Fraction];
  switch (operation) {
    case '+':
      return add(a, b);
    case '-':
      return subtract(a, b);
    case '*':
      return multiply(a, b);
    case '/':
      return divide(a, b);
    case 'OPPOSE':
      return negate(a);
    case 'ABS':
      return absolute(a);
    case 'MIN':
      return numbers.reduce((least, one) => (compare(one, least) < 0 ? one : least));
    default:
      return numbers.reduce((most, one) => (compare(one, most) > 0 ? one : most));
  }
}

/** Types were checked when the expression was read: what is compared or calculated is a number. */
const exact = (value: Known): Fraction => (typeof value === 'object' ? value : toFraction(Number(value)));

/** What of a false expression makes it so: the operandes of each part of its « et » that is false. */
export function blame(expression: Expression, lookup: Lookup): ReadonlySet<Operande> {
  if (expression.kind !== 'OPERATION') return operandesOf(expression);
  const { operation, parts } = expression;
  if (operation === 'SI') return blame(parts[1]!, lookup);
  if (operation !== 'ET') return operandesOf(expression);
  const broken = parts.filter((part) => evaluate(part, lookup) === false);
  return new Set(broken.flatMap((part) => [...blame(part, lookup)]));
}

/** What an expression gives whatever its operandes hold; null when it depends on them. */
export const evaluateConstant = (expression: Expression): Valeur => evaluate(doubt(expression), () => null);

/** Nothing tells whether what is asked for is known. */
function doubt(expression: Expression): Expression {
  if (expression.kind !== 'OPERATION') return expression;
  if (expression.operation === 'CONNU' && operandesOf(expression).size > 0) return UNKNOWN;
  return { ...expression, parts: expression.parts.map(doubt) };
}

const UNKNOWN: Expression = { kind: 'OPERANDE', name: 'aucunCas', type: 'LOGIQUE', depth: 1 };
