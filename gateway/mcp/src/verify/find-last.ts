import { GraphFault } from '@palier/gateway/http/graph-fault';
import type { MountRequest } from '@palier/gateway/http/mount';
import { readLastWithheld } from '@palier/adresses/withheld';
import { LEVEL_NAMES, type LevelNames } from '@palier/calls/level-names';
import type { KnownAddress } from './known-address.ts';
import { listChanges, type Change, type Changes } from './list-changes.ts';
import { listOwnChanges } from './list-own-changes.ts';
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
  const own = await listOwnChanges(narrowed, request, asOf);
  const levels = own === undefined && typeof now === 'object' ? levelsOf(now) : LEVELS;
  const list = async (until: string | undefined): Promise<Changes> =>
    (own && (await listOwnChanges(narrowed, request, until))) ?? listChanges(request, until, levels);
  const isWhole =
    typeof now === 'object' && !isOfMoment && (own !== undefined || !(await holdsWithheld(levels, request)));
  const look = (changes: Changes, most: number): Promise<Looked> =>
    lookBefore(changes, most, said, levels, (at) => readState(narrowed, at, request));
  const changes = own ?? (await list(asOf));
  const before = await look(changes, MOST_STATES);
  if (before.last || asOf === undefined) return { ...before, isWhole: isWhole && before.isWhole, isOfMoment };
  const left = Math.max(0, MOST_STATES - changes.list.length);
  const since = await look(changesSince(await list(undefined), asOf), left);
  return {
    last: since.last,
    seen: before.seen + since.seen,
    isWhole: isWhole && before.isWhole && since.isWhole,
    isDated: since.isDated,
    isOfMoment,
  };
}

/** Before the first of them was what is said of the instant itself. */
const changesSince = (changes: Changes, asOf: string): Changes => ({
  ...changes,
  list: changes.list.filter(({ instant }) => instant > asOf).slice(0, -1),
});

const LEVELS: readonly LevelNames[] = Object.values(LEVEL_NAMES);

/** The levels that what stands at an address was read of: nothing else changes it. All of them where it is not said. */
function levelsOf({ result: { sealed } }: ValueThere): readonly LevelNames[] {
  if (sealed?.isVersioned !== true) return LEVELS;
  const read = new Set(sealed.versions.map(([service]) => service));
  return LEVELS.filter(({ service }) => read.has(service));
}

/** Whether figures were withheld, which the past does not tell any more: what counts them, or chooses by them, is not told as it was. */
async function holdsWithheld(levels: readonly LevelNames[], request: MountRequest): Promise<boolean> {
  const services = levels.map(({ service }) => service);
  return (await readLastWithheld(request, services)) !== null;
}

type Looked = Omit<LastSaid, 'isOfMoment'>;

async function lookBefore(
  { list, isWhole: isListed, isDated: isAllListed }: Changes,
  most: number,
  said: unknown,
  levels: readonly LevelNames[],
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
    // What another level knew then may have changed it too, and its changes are not listed.
    if (levelsOf(there).some((level) => !levels.includes(level))) isWhole = isDated = false;
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
