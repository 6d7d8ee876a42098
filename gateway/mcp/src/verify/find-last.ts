import { GraphFault } from '@palier/gateway/http/graph-fault';
import type { MountRequest } from '@palier/gateway/http/mount';
import type { KnownAddress } from './known-address.ts';
import { listChanges, type Change } from './list-changes.ts';
import { narrowOperation } from './narrow-operation.ts';
import { isBeforeMemory, isSameValue, isTold, readValue, type ValueThere } from './read-value.ts';

/** States of before that are looked at. */
const MOST_STATES = 60;

interface LastSaid {
  /** The change that ended the last state where the value was said. */
  readonly last: Change | undefined;
  readonly seen: number;
  readonly isWhole: boolean;
  /** Whether the hour changes it too: what ended a state is then not told. */
  readonly isOfMoment: boolean;
}

/** Reads the address as it was before each change, the latest first. */
export async function findLast(
  said: unknown,
  until: string | undefined,
  address: KnownAddress,
  request: MountRequest,
): Promise<LastSaid> {
  const { list, isWhole: isListed } = await listChanges(request, until);
  const narrowed = narrowAddress(address);
  const now = await readState(narrowed, undefined, request);
  const isOfMoment = typeof now === 'object' && now.isOfMoment;
  let seen = 0;
  let isWhole = isListed && list.length <= MOST_STATES && typeof now === 'object' && !isOfMoment;
  for (const change of list.slice(0, MOST_STATES)) {
    const before = new Date(Date.parse(change.instant) - 1).toISOString();
    const there = await readState(narrowed, before, request);
    // Before the birth of a level, nothing was said; before an act, something was, in a memory that was begun anew.
    if (there === 'BEFORE_MEMORY' && change.acte === undefined) continue;
    if (typeof there !== 'object') {
      isWhole = false;
      continue;
    }
    seen += 1;
    if (isSameValue(said, there.value)) return { last: change, seen, isWhole, isOfMoment };
    if (there.isSuppressed) isWhole = false;
  }
  return { last: undefined, seen, isWhole, isOfMoment };
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
