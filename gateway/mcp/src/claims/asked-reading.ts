import { print, type GraphQLSchema } from 'graphql';
import type { ReadableOperation } from '@palier/adresses/readable-operation';
import { dataOf } from '@palier/gateway/request/answer-data';
import { PAGE_FIELD, sourceMarksOf, withMarks } from '@palier/adresses/with-sources';
import type { MountRequest } from '@palier/gateway/http/mount';
import { claimMarksOf } from './claim-marks.ts';
import { gatherClaims, type Gathered } from './gather-claims.ts';
import type { AnyOperationResult } from '@palier/gateway/request/operation';

/** An operation as an assistant has it asked: saying also where its facts come from, what is missing, what is contradicted. */
export interface AskedReading {
  readonly text: string;
  readonly operationName: string | undefined;
  /** Gives its data another shape, that in which they are told. */
  readonly reshape?: (data: unknown) => unknown;
}

export function toAsked(
  { document, paged, operationName }: ReadableOperation,
  schema: GraphQLSchema,
): AskedReading {
  const marked = withMarks(document, schema, (fields, parent) => [
    ...sourceMarksOf(fields),
    ...claimMarksOf(fields),
    ...(paged !== undefined && parent === paged ? [PAGE_FIELD] : []),
  ]);
  return { text: print(marked), operationName };
}

export interface Reading extends Gathered {
  /** The data as they were read, with all that was asked beside the operation. */
  readonly raw: unknown;
  readonly result: AnyOperationResult;
}

/** @param read `request.read` for what the request itself asks, `request.readAside` for what is looked at beside it */
export async function readOperation(
  { text, operationName, reshape = (data) => data }: AskedReading,
  variables: Readonly<Record<string, unknown>>,
  au: string | undefined,
  read: MountRequest['read'],
): Promise<Reading> {
  const result = await read({ query: text, operationName, variables, au });
  const raw = reshape(dataOf(result));
  return { ...gatherClaims(raw), raw, result };
}
