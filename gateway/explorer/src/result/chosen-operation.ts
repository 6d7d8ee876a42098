import { type DocumentNode, Kind, parse, separateOperations } from 'graphql';
import type { Operation } from '../base/ask-graph.ts';

/** The operation of a text that is run, with the fragments it needs; nothing when the text is not GraphQL. */
export function chosenOperation({ query, operationName }: Operation): DocumentNode | undefined {
  try {
    const operations = separateOperations(parse(query));
    return operationName == null ? Object.values(operations)[0] : operations[operationName];
  } catch {
    return undefined;
  }
}

/** Whether it only reads. */
export const isRead = (operation: Operation): boolean =>
  chosenOperation(operation)?.definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === 'query',
  ) ?? false;
