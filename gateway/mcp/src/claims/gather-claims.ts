import { isMark, pageOf, sourcesOf, type Source } from '@palier/adresses/with-sources';
import { isExact } from '@palier/calls/json/exact-number';
import { ABSENCE, CONFLICTS } from './claim-marks.ts';

/** What an answer says of itself, each with the JSON pointers of the objects that say it. */
interface Claims {
  readonly citations: readonly Claim<Source>[];
  readonly conflits: readonly Claim<Conflict>[];
  readonly absences: readonly Claim<Absence>[];
}

export interface Claim<Said> {
  readonly said: Said;
  /** How many objects say it. */
  count: number;
  /** Of the first ones. */
  readonly pointers: string[];
}

export interface Conflict {
  readonly code: string;
  readonly titre?: string | null;
  readonly cotes?: readonly { readonly source: string; readonly dit: string }[] | null;
}

export interface Absence {
  readonly motif: string;
  readonly origine?: string | null;
  readonly doitRepondre?: Readonly<Record<string, unknown>> | null;
  readonly mandat?: Readonly<Record<string, unknown>> | null;
}

export interface Gathered extends Claims {
  /** What the operation itself asks, and nothing more. */
  readonly data: unknown;
  /** Cursor of what follows the page. */
  readonly next: string | undefined;
  /** Of the other lists that go on: their objects. */
  readonly cuts: Pick<Claim<unknown>, 'count' | 'pointers'>;
}

/** Objects that are named for each claim. */
const MOST_POINTERS = 5;

type Json = Readonly<Record<string, unknown>>;

/**
 * Takes out of an answer what was asked beside its operation, and says it apart.
 * @param paged where the page is that can be gone on from
 * @param isAbout whether what the object at a pointer says is gathered; all of them unless given
 */
export function gatherClaims(
  data: unknown,
  paged?: readonly string[],
  isAbout: (pointer: string) => boolean = () => true,
): Gathered {
  const page = paged && ['/data', ...paged.map(escapeStep)].join('/');
  const cuts = { count: 0, pointers: [] as string[] };
  const citations = new Map<string, Claim<Source>>();
  const conflits = new Map<string, Claim<Conflict>>();
  const absences = new Map<string, Claim<Absence>>();
  let next: string | undefined;

  const noteMarks = (value: Json, pointer: string): void => {
    for (const source of sourcesOf(value)) note(citations, source, pointer);
    for (const conflict of (value[CONFLICTS] as readonly (Conflict | null)[] | null | undefined) ?? [])
      if (conflict) note(conflits, conflict, pointer);
    const absence = value[ABSENCE] as Absence | null | undefined;
    if (absence) note(absences, absence, pointer);
    const { hasNextPage, hasPreviousPage, endCursor } = pageOf(value);
    if (pointer === page)
      next = hasNextPage === true && typeof endCursor === 'string' ? endCursor : undefined;
    else if (hasNextPage === true || hasPreviousPage === true) count(cuts, pointer);
  };
  const walk = (value: unknown, pointer: string): unknown => {
    // Assistants read doubles: a number that none holds is given to the digit, as a text.
    if (isExact(value)) return value.toString();
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item, rank) => walk(item, `${pointer}/${rank}`));
    if (isAbout(pointer)) noteMarks(value as Json, pointer);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !isMark(key))
        .map(([key, inner]) => [key, walk(inner, `${pointer}/${escapeStep(key)}`)]),
    );
  };
  const bare = walk(data, '/data');
  return {
    data: bare,
    citations: [...citations.values()],
    conflits: [...conflits.values()],
    absences: [...absences.values()],
    next,
    cuts,
  };
}

function note<Said>(claims: Map<string, Claim<Said>>, said: Said, pointer: string): void {
  const key = JSON.stringify(said);
  const known = claims.get(key);
  if (!known) {
    claims.set(key, { said, count: 1, pointers: [pointer] });
    return;
  }
  count(known, pointer);
}

function count(found: Pick<Claim<unknown>, 'count' | 'pointers'>, pointer: string): void {
  found.count += 1;
  if (found.pointers.length < MOST_POINTERS) found.pointers.push(pointer);
}

/** RFC 6901. */
export const escapeStep = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
