import { stripText } from '@palier/federation/graphql/strip-text';
import { parse, separateOperations } from 'graphql';
import type { Operation } from '../base/ask-graph.ts';

/** All that an answer depends on, as it is sent. */
export interface Asked {
  readonly operation: Operation;
  /** The past instant to read; nothing for now. */
  readonly instant: string | undefined;
  /** As whom; nothing as nobody known. */
  readonly authorization: string | undefined;
}

export const toAsked = (operation: Operation, headers: Headers): Asked => ({
  operation,
  instant: headers.get('palier-au') ?? undefined,
  authorization: headers.get('authorization') ?? undefined,
});

/** Whether both ask the same, spaces and comments aside. */
export const isSame = (one: Asked, other: Asked): boolean =>
  one.instant === other.instant &&
  one.authorization === other.authorization &&
  isSameOperation(one.operation, other.operation);

const isSameOperation = (one: Operation, other: Operation): boolean =>
  (one.query === other.query || stripText(one.query) === stripText(other.query)) &&
  chosenName(one) === chosenName(other) &&
  JSON.stringify(one.variables ?? {}) === JSON.stringify(other.variables ?? {});

/** Which of its operations is meant; nothing where there is no choice. */
function chosenName({ query, operationName }: Operation): string | undefined {
  try {
    const names = Object.keys(separateOperations(parse(query)));
    return names.length < 2 ? undefined : (operationName ?? names[0]);
  } catch {
    return undefined;
  }
}
