import { GraphFault } from '@palier/gateway/http/graph-fault';
import type { MountRequest } from '@palier/gateway/http/mount';
import type { KnownAddress } from './known-address.ts';
import { listChanges, type Change, type Changes } from './list-changes.ts';
import { narrowOperation } from './narrow-operation.ts';
import {
  isBeforeMemory,
  isSameValue,
  isTold,
  readValue,
  refuseOtherKind,
  type ValueThere,
} from './read-value.ts';

/** States of before that are looked at. */
const MOST_STATES = 60;

interface LastSaid {
  /** The change that ended the last state where the value was said. */
  readonly last: Change | undefined;
  readonly seen: number;
  /** Whether all that was said was looked at. */
  readonly isWhole: boolean;
  /** Whether nothing that was not read, or not listed, may have ended it before. */
  readonly isDated: boolean;
  /** Whether the hour changes it too: what ended a state is then not told. */
  readonly isOfMoment: boolean;
}

/**
 * Reads the address as it was before each change, the latest first: of a past instant, those up to it, then those since.
 * @throws {Refusal} as `refuseOtherKind`
 */
export async function findLast(
  said: unknown,
  asOf: string | undefined,
  address: KnownAddress,
  request: MountRequest,
): Promise<LastSaid> {
  const narrowed = narrowAddress(address);
  const now = await readState(narrowed, undefined, request);
  const isOfMoment = typeof now === 'object' && now.isOfMoment;
  const isWhole = typeof now === 'object' && !isOfMoment;
  const look = (changes: Changes, most: number): Promise<Looked> =>
    lookBefore(changes, most, said, (at) => readState(narrowed, at, request));
  const changes = await listChanges(request, asOf);
  const before = await look(changes, MOST_STATES);
  if (before.last || asOf === undefined) return { ...before, isWhole: isWhole && before.isWhole, isOfMoment };
  const left = Math.max(0, MOST_STATES - changes.list.length);
  const since = await look(await listSince(request, asOf), left);
  return {
    last: since.last,
    seen: before.seen + since.seen,
    isWhole: isWhole && before.isWhole && since.isWhole,
    isDated: since.isDated,
    isOfMoment,
  };
}

/** Before the first of them was what is said of the instant itself. */
async function listSince(request: MountRequest, asOf: string): Promise<Changes> {
  const changes = await listChanges(request, undefined);
  return { ...changes, list: changes.list.filter(({ instant }) => instant > asOf).slice(0, -1) };
}

type Looked = Omit<LastSaid, 'isOfMoment'>;

async function lookBefore(
  { list, isWhole: isListed, isDated: isAllListed }: Changes,
  most: number,
  said: unknown,
  read: (at: string) => Promise<ValueThere | 'BEFORE_MEMORY' | 'UNREAD'>,
): Promise<Looked> {
  let seen = 0;
  let isWhole = isListed && list.length <= most;
  let isDated = isAllListed;
  for (const change of list.slice(0, most)) {
    const there = await read(new Date(Date.parse(change.instant) - 1).toISOString());
    // Before the birth of a level, nothing was said; before an act, something was, in a memory that was begun anew.
    if (there === 'BEFORE_MEMORY' && change.acte === undefined) continue;
    if (typeof there !== 'object') {
      isWhole = isDated = false;
      continue;
    }
    seen += 1;
    if (isSameValue(said, there.value)) return { last: change, seen, isWhole, isDated };
    refuseOtherKind(said, there.value);
    if (there.isSuppressed) isWhole = false;
  }
  return { last: undefined, seen, isWhole, isDated };
}

/** Of a past state, no more is read than what the pointer leads to. */
function narrowAddress(address: KnownAddress): KnownAddress {
  const { asked, variables, steps } = address;
  if (asked.reshape !== undefined) return address;
  const { text, ...narrowed } = narrowOperation(asked, variables, steps.slice(1));
  return { ...address, ...narrowed, asked: { ...asked, text } };
}

async function readState(
  address: KnownAddress,
  at: string | undefined,
  request: MountRequest,
): Promise<ValueThere | 'BEFORE_MEMORY' | 'UNREAD'> {
  try {
    const there = await readValue(address, at, request);
    if (there.isBeforeMemory) return 'BEFORE_MEMORY';
    return isTold(there) ? there : 'UNREAD';
  } catch (error) {
    if (!(error instanceof GraphFault)) throw error;
    return isBeforeMemory(error.errors) ? 'BEFORE_MEMORY' : 'UNREAD';
  }
}
