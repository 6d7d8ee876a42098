import { print, type GraphQLSchema } from 'graphql';
import type { ReadableOperation } from '@palier/adresses/readable-operation';
import { dataOf } from '@palier/gateway/request/answer-data';
import { pageMarksOf, sourceMarksOf, withMarks } from '@palier/adresses/with-sources';
import type { MountRequest } from '@palier/gateway/http/mount';
import { claimMarksOf } from './claim-marks.ts';
import { gatherClaims, type Gathered } from './gather-claims.ts';
import type { AnyOperationResult } from '@palier/gateway/request/operation';

/** An operation as an assistant has it asked: saying also where its facts come from, what is missing, what is contradicted. */
export interface AskedReading {
  readonly text: string;
  readonly operationName: string | undefined;
  /** Where its answer holds the page that `after` goes on from. */
  readonly paged?: readonly string[];
  /** Gives its data another shape, that in which they are told. */
  readonly reshape?: (data: unknown) => unknown;
}

export function toAsked(
  { document, operationName, paging }: ReadableOperation,
  schema: GraphQLSchema,
): AskedReading {
  const marked = withMarks(document, schema, (type, set) => [
    ...sourceMarksOf(type),
    ...claimMarksOf(type.getFields()),
    ...pageMarksOf(type, set),
  ]);
  return { text: print(marked), operationName, ...(paging && { paged: paging.path }) };
}

export interface Reading extends Gathered {
  /** The data as they were read, with all that was asked beside the operation. */
  readonly raw: unknown;
  /** Before anything was read: what is written meanwhile is after it. */
  readonly lu: string;
  readonly result: AnyOperationResult;
}

/** @param read `request.read` for what the request itself asks, `request.readAside` for what is looked at beside it */
export async function readOperation(
  { text, operationName, paged, reshape = (data) => data }: AskedReading,
  variables: Readonly<Record<string, unknown>>,
  au: string | undefined,
  read: MountRequest['read'],
): Promise<Reading> {
  const lu = new Date().toISOString();
  const result = await read({ query: text, operationName, variables, au });
  const raw = reshape(dataOf(result));
  return { ...gatherClaims(raw, paged), raw, lu, result };
}
