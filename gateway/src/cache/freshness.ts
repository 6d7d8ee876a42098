import type { Sources } from './answer-sources.ts';

/** How long an answer may be used without asking again, and by whom, as its sources say. */
export interface Freshness {
  /** In seconds; 0: only after asking whether it still holds. */
  readonly maxAge: number;
  readonly scope: 'public' | 'private';
  /** A source wants it kept nowhere. */
  readonly noStore: boolean;
}

/** The strictest of what the sources say; one that says nothing wants to be asked each time. */
export function freshnessOf(sources: Sources, isPersonal: boolean): Freshness {
  let maxAge = Infinity;
  let scope: Freshness['scope'] = isPersonal ? 'private' : 'public';
  let noStore = false;
  let former: string | undefined;
  for (const facts of sources.values()) {
    const header = facts?.cacheControl ?? '';
    // Said twice, it says no more.
    if (header === former) continue;
    former = header;
    const directives = readDirectives(header);
    if (directives.has('private')) scope = 'private';
    if (directives.has('no-store')) noStore = true;
    maxAge = Math.min(maxAge, directives.has('no-cache') ? 0 : Number(directives.get('max-age') ?? 0) || 0);
  }
  return { maxAge: Number.isFinite(maxAge) ? Math.max(0, maxAge) : 0, scope, noStore };
}

/** The `Cache-Control` header that says it. */
export function cacheControlOf({ maxAge, scope, noStore }: Freshness): string {
  if (noStore) return 'no-store';
  return maxAge > 0 ? `${scope}, max-age=${maxAge}` : `${scope}, no-cache`;
}

/** The same directive said several times means the smallest. */
function readDirectives(header: string): ReadonlyMap<string, string> {
  const directives = new Map<string, string>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', value = ''] = part.trim().split('=');
    const before = directives.get(name);
    if (before === undefined || Number(value) < Number(before)) directives.set(name, value);
  }
  return directives;
}
