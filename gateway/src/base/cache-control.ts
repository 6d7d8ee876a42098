/** How long an answer may be used without asking again, and by whom, as its sources say. */
export interface Freshness {
  /** In seconds; 0: only after asking whether it still holds. */
  readonly maxAge: number;
  readonly scope: 'public' | 'private';
  /** A source wants it kept nowhere. */
  readonly noStore: boolean;
  /** What else caches are forbidden, as `must-revalidate`. */
  readonly bans: readonly string[];
}

/** Directives that forbid something, beside those that have a place of their own. */
const BANS = ['must-revalidate', 'proxy-revalidate', 'no-transform'];

/** RFC 9111, 1.2.2: what a number too large to be kept counts for. */
const LONGEST_AGE = 2 ** 31;

/** That of an answer whose sources said nothing. */
export const UNSAID = 'private, no-cache';

/** The `Cache-Control` header that says it. */
export function cacheControlOf({ maxAge, scope, noStore, bans }: Freshness): string {
  if (noStore) return 'no-store';
  return [scope, maxAge > 0 ? `max-age=${maxAge}` : 'no-cache', ...bans].join(', ');
}

/** In seconds: how long what is made by a name may be used after another text has that name. */
const LONGEST_OF_NAMED = 60;

/** Of what may change though the data that it is made of do not, as its operation or its page: its time is short. */
export function heldShortly(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const freshness = parseFreshness(header);
  return cacheControlOf({ ...freshness, maxAge: Math.min(freshness.maxAge, LONGEST_OF_NAMED) });
}

/** That of what is made of several answers: what any of them forbids is forbidden. */
export function strictestOf(headers: readonly (string | undefined)[]): string {
  if (headers.length === 0) return UNSAID;
  return cacheControlOf(headers.map((header = UNSAID) => parseFreshness(header)).reduce(strictest));
}

export function strictest(one: Freshness, other: Freshness): Freshness {
  return {
    maxAge: Math.min(one.maxAge, other.maxAge),
    scope: one.scope === 'private' ? 'private' : other.scope,
    noStore: one.noStore || other.noStore,
    bans: BANS.filter((ban) => one.bans.includes(ban) || other.bans.includes(ban)),
  };
}

/**
 * What a `Cache-Control` says, in doubt the strictest: of several ages the shortest, for caches that many share or not; an
 * age that is none is 0; a directive for some headers (`private="set-cookie"`) is for all.
 */
export function parseFreshness(header: string): Freshness {
  const ages: number[] = [];
  const said = new Set<string>();
  // A comma within quotes is taken for any other: what it parts can only forbid more.
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', value = ''] = part.trim().split('=', 2);
    said.add(name);
    if (name === 'max-age' || name === 's-maxage') ages.push(toSeconds(value) ?? 0);
  }
  return {
    maxAge: said.has('no-cache') || ages.length === 0 ? 0 : Math.min(...ages),
    scope: said.has('private') ? 'private' : 'public',
    noStore: said.has('no-store'),
    bans: BANS.filter((ban) => said.has(ban)),
  };
}

/** What is left of it once it was kept elsewhere for `ages` (RFC 9111, 5.1); an age that is none is not counted. */
export function lessAge(freshness: Freshness, ages: string): Freshness {
  const spent = Math.max(0, ...ages.split(',').map((age) => toSeconds(age.trim()) ?? 0));
  return { ...freshness, maxAge: Math.max(0, freshness.maxAge - spent) };
}

const toSeconds = (text: string): number | undefined =>
  /^\d+$/.test(text) ? Math.min(Number(text), LONGEST_AGE) : undefined;
