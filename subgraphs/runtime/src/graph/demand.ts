import { Directive } from 'type-graphql';

/**
 * How many values a list gives, for who estimates a question before it is run: the most that one object has at birth,
 * or a generous figure for what is entered later. `test/cost/list-sizes.test.ts` holds it against the data. On a
 * connection, it is what a page without `first` gives.
 */
export function ListSize(size: number): PropertyDecorator & MethodDecorator {
  return Directive(`@listSize(assumedSize: ${size})`);
}

/**
 * What one value takes beside the reading of a row, which counts for one (some 0.05 ms); on a type, wherever a field gives it; on an
 * argument, each value of its list: one that has a whole table looked through weighs what that takes, however few rows are then
 * given. On a mutation, the statements and the rows written: `test/cost/mutations.test.ts` holds it to them.
 */
export function Cost(
  weight: number,
): PropertyDecorator & MethodDecorator & ClassDecorator & ParameterDecorator {
  return Directive(`@cost(weight: ${weight})`);
}
