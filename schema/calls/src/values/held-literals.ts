import {
  getNamedType,
  GraphQLError,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  type ASTNode,
  type ASTVisitFn,
  type FloatValueNode,
  type GraphQLInputType,
  type IntValueNode,
  type ValidationRule,
} from 'graphql';
import { doubleOf } from '../json/held-numbers.ts';
import { sayPlace, sayUnheld, type ValuePath } from './say-unheld.ts';

/**
 * Refuses the literals that would not be taken to the digit: those of a Float that no double is; those of custom scalars,
 * unless these read them as they are written; those that overflow, which graphql-js lets through and no planner accepts.
 * @param toError what is raised of what is said, in French, of a literal
 */
export const heldLiterals = (
  scalarsReadDigits: boolean,
  toError = (said: string, node: ASTNode): GraphQLError => new GraphQLError(said, { nodes: node }),
): ValidationRule => {
  const isRead = (type: GraphQLInputType | null | undefined): boolean => {
    const named = type && getNamedType(type);
    // What is inside a custom scalar has no type.
    const isCustom = !named || (isScalarType(named) && !isSpecifiedScalarType(named));
    return isCustom ? scalarsReadDigits : named.name !== 'Float';
  };
  return (context) => {
    const check: ASTVisitFn<FloatValueNode | IntValueNode> = (node, _key, parent, path, above) => {
      const { value } = node;
      if (doubleOf(value) !== undefined) return;
      if (Number.isFinite(Number(value)) && isRead(context.getInputType())) return;
      const place = placeOf(path, [...above, ...(parent ? [parent] : [])]);
      context.reportError(toError(sayUnheld(value, sayPlace(place)), node));
    };
    return { FloatValue: check, IntValue: check };
  };
};

/** The names of the argument and of the fields that a literal is in, and its ranks in lists. */
function placeOf(path: ValuePath, ancestors: readonly (ASTNode | readonly ASTNode[])[]): ValuePath {
  return ancestors.flatMap((ancestor, depth) => {
    if (!('kind' in ancestor)) return isList(ancestors[depth - 1]) ? path[depth]! : [];
    return ancestor.kind === Kind.ARGUMENT || ancestor.kind === Kind.OBJECT_FIELD ? ancestor.name.value : [];
  });
}

const isList = (ancestor: ASTNode | readonly ASTNode[] | undefined): boolean =>
  ancestor !== undefined && 'kind' in ancestor && ancestor.kind === Kind.LIST;
