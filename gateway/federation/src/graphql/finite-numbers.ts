import { GraphQLError, type FloatValueNode, type IntValueNode, type ValidationRule } from 'graphql';

/** A literal such as 1e999 overflows to infinity, which graphql-js lets through and no planner accepts. */
export const finiteNumbers: ValidationRule = (context) => {
  const refuseInfinite = (node: FloatValueNode | IntValueNode): void => {
    if (Number.isFinite(Number(node.value))) return;
    const shown = node.value.length > 20 ? `${node.value.slice(0, 20)}…` : node.value;
    context.reportError(new GraphQLError(`Le nombre ${shown} est hors limites.`, { nodes: node }));
  };
  return { FloatValue: refuseInfinite, IntValue: refuseInfinite };
};
