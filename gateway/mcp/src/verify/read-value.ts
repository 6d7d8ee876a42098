import { isRecord } from '@palier/gateway/base/records';
import { isDeepStrictEqual } from 'node:util';
import { holdsSuppression, sourcesOf, type Source } from '@palier/adresses/with-sources';
import { parseFreshness } from '@palier/gateway/base/cache-control';
import type { MountRequest } from '@palier/gateway/http/mount';
import type { AnyOperationResult } from '@palier/gateway/request/operation';
import { GraphFault } from '@palier/gateway/http/graph-fault';
import { Refusal } from '@palier/gateway/errors/errors';
import { quote } from '../tool/read-arguments.ts';
import { readOperation } from '../claims/asked-reading.ts';
import { escapeStep, gatherClaims, type Gathered } from '../claims/gather-claims.ts';
import { findByKeys, readKeys } from './key-step.ts';
import type { KnownAddress } from './known-address.ts';

/** What stands at an address, at an instant. */
export interface ValueThere {
  /** Nothing where the pointer leads nowhere. */
  readonly value: unknown;
  /** What the nearest object around it cites. */
  readonly sources: readonly Source[];
  /** What those around it, and what it is made of, say that is missing or contradicted. */
  readonly claims: Pick<Gathered, 'conflits' | 'absences'>;
  readonly result: AnyOperationResult;
  /** Whether a figure of it is suppressed, or one around it: what it was is not told, then or before. */
  readonly isSuppressed: boolean;
  /** Whether it is of this moment alone: the hour changes it, without any act. */
  readonly isOfMoment: boolean;
  /** Whether something could not be told: then what is not there may be elsewhere. */
  readonly isPartial: boolean;
  /** Whether it could not because nothing was in memory yet. */
  readonly isBeforeMemory: boolean;
}

/** @throws {GraphFault} where nothing at all was told */
export async function readValue(
  { asked, variables, steps }: KnownAddress,
  au: string | undefined,
  { readAside }: MountRequest,
): Promise<ValueThere> {
  const { data, raw, result } = await readOperation(asked, variables, au, readAside);
  const errors = result.errors ?? [];
  if (errors.length > 0 && (data === null || data === undefined)) throw new GraphFault(errors);
  const met = follow({ data: raw }, steps);
  return {
    value: follow({ data }, steps).at(-1),
    isSuppressed: met.some(isSuppressed) || holdsSuppressed(met.at(-1)),
    claims: gatherClaims(raw, undefined, isAround(steps, met.at(-1))),
    result,
    isOfMoment: parseFreshness(result.sealed?.cacheControl ?? '').noStore,
    sources: met.reduce<readonly Source[]>((known, value) => {
      const found = isRecord(value) ? sourcesOf(value) : [];
      return found.length > 0 ? found : known;
    }, []),
    isPartial: errors.length > 0,
    isBeforeMemory: errors.length > 0 && isBeforeMemory(errors),
  };
}

/**
 * Whether an object is about what a pointer leads to: it is on its way, or within it; beside a leaf, within the object that
 * holds it, but for its lists, which are about others.
 */
function isAround(steps: readonly string[], value: unknown): (pointer: string) => boolean {
  const toPointer = (keys: readonly string[]): string => keys.map((key) => `/${escapeStep(key)}`).join('');
  const target = toPointer(steps);
  // Beside what stands at the root are other things.
  const holder = isLeaf(value) && steps.length > 2 ? `${toPointer(steps.slice(0, -1))}/` : undefined;
  return (pointer) =>
    `${target}/`.startsWith(`${pointer}/`) ||
    pointer.startsWith(`${target}/`) ||
    (holder !== undefined &&
      pointer.startsWith(holder) &&
      !/\/\d+(?:\/|$)/.test(pointer.slice(holder.length - 1)));
}

const isLeaf = (value: unknown): boolean => typeof value !== 'object' || value === null;

export const isBeforeMemory = (errors: GraphFault['errors']): boolean =>
  errors.every(({ extensions }) => extensions?.['code'] === 'INSTANT_HORS_MEMOIRE');

const isSuppressed = (value: unknown): boolean => isRecord(value) && holdsSuppression(value);

const holdsSuppressed = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (isSuppressed(value) || Object.values(value).some(holdsSuppressed));

/** An element of a list, as RFC 6901 writes it. */
const INDEX = /^(?:0|[1-9]\d*)$/;

/** Each value on the way of a pointer, down to what it names. */
function follow(value: unknown, steps: readonly string[]): readonly unknown[] {
  const met: unknown[] = [];
  let here = value;
  for (const step of steps) {
    const keys = Array.isArray(here) ? readKeys(step) : undefined;
    if (keys !== undefined) {
      here = theOne(findByKeys(here as readonly unknown[], keys), step);
      met.push(here);
      continue;
    }
    const isThere =
      typeof here === 'object' &&
      here !== null &&
      Object.hasOwn(here, step) &&
      (!Array.isArray(here) || INDEX.test(step));
    here = isThere ? (here as Readonly<Record<string, unknown>>)[step] : undefined;
    met.push(here);
  }
  return met;
}

/** @throws {Refusal} BAD_USER_INPUT of a key that several elements have */
function theOne([found, ...others]: readonly unknown[], step: string): unknown {
  if (others.length === 0) return found;
  throw new Refusal('BAD_USER_INPUT', {
    detail: `${quote(step)} désigne ${others.length + 1} éléments : ajoutez de quoi n’en désigner qu’un, après une virgule.`,
    facts: { argument: 'adresse' },
  });
}

/** « 1 234,5 »: thousands are set apart by spaces of any kind. */
const NUMBER = /^-?(?:\d+|\d{1,3}(?: \d{3})+)(?:[.,]\d+)?$/;

/** Apostrophes, dashes and spaces are written in several ways. */
const toPlain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** The same value; a number may be written as a text, as French writes it, and a text with other apostrophes, dashes or spaces. */
export function isSameValue(said: unknown, found: unknown): boolean {
  if (isDeepStrictEqual(said, found)) return true;
  if (typeof said !== 'string') return false;
  if (typeof found === 'string') return toPlain(said) === toPlain(found);
  return typeof found === 'number' && toNumber(said) === found;
}

/** Nothing of a text that is no number, as one that says its unit. */
function toNumber(said: string): number | undefined {
  const text = toPlain(said).replace('−', '-');
  return NUMBER.test(text) ? Number(text.replaceAll(' ', '').replace(',', '.')) : undefined;
}

/** @throws {Refusal} BAD_USER_INPUT of a text that is no number, where a number stands: it is of another kind, and not never said. */
export function refuseOtherKind(said: unknown, found: unknown): void {
  if (typeof found !== 'number' || typeof said !== 'string' || toNumber(said) !== undefined) return;
  throw new Refusal('BAD_USER_INPUT', {
    detail: `À cette adresse se dit un nombre, et ${quote(said)} n’en est pas un : donnez le nombre seul, sans unité.`,
    facts: { argument: 'valeur' },
  });
}

/** Nothing, or an object that may lack some of it, is not what Palier says when a level did not answer. */
export const isTold = ({ value, isPartial }: ValueThere): boolean =>
  !isPartial || (value !== undefined && typeof value !== 'object');
