import { isDeepStrictEqual } from 'node:util';
import { sourcesOf, type Source } from '@palier/adresses/with-sources';
import type { RoomRequest } from '@palier/gateway/http/room';
import { GraphFault } from '@palier/gateway/http/graph-fault';
import { readOperation } from './asked-operation.ts';
import type { KnownAddress } from './known-address.ts';

/** What stands at an address, at an instant. */
export interface ValueThere {
  /** Nothing where the pointer leads nowhere. */
  readonly value: unknown;
  /** What the nearest object around it cites. */
  readonly sources: readonly Source[];
  /** Whether a level could not answer: then what is not there may be elsewhere. */
  readonly isPartial: boolean;
}

/** @throws {GraphFault} where nothing at all was told */
export async function readValue(
  { asked, variables, steps }: KnownAddress,
  au: string | undefined,
  { readAside }: RoomRequest,
): Promise<ValueThere> {
  const { data, raw, result } = await readOperation(asked, variables, au, readAside);
  const errors = result.errors ?? [];
  if (errors.length > 0 && (data === null || data === undefined)) throw new GraphFault(errors);
  return {
    value: follow({ data }, steps).at(-1),
    sources: follow({ data: raw }, steps).reduce<readonly Source[]>((known, value) => {
      const found = isRecord(value) ? sourcesOf(value) : [];
      return found.length > 0 ? found : known;
    }, []),
    isPartial: errors.length > 0,
  };
}

/** Each value on the way of a pointer, down to what it names. */
function follow(value: unknown, steps: readonly string[]): readonly unknown[] {
  const met: unknown[] = [];
  let here = value;
  for (const step of steps) {
    const isThere = typeof here === 'object' && here !== null && Object.hasOwn(here, step);
    here = isThere ? (here as Readonly<Record<string, unknown>>)[step] : undefined;
    met.push(here);
  }
  return met;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const NUMBER = /^-?\d+([.,]\d+)?$/;

/** The same value; a number may be written as a text, with the comma of French. */
export function isSameValue(said: unknown, found: unknown): boolean {
  if (isDeepStrictEqual(said, found)) return true;
  return (
    typeof said === 'string' &&
    typeof found === 'number' &&
    NUMBER.test(said) &&
    Number(said.replace(',', '.')) === found
  );
}
