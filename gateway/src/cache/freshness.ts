import { parseFreshness, strictest, type Freshness } from '../base/cache-control.ts';
import type { Sources } from '../subgraphs/answer-sources.ts';

/** What is said of an answer that was made of nothing yet. */
const UNBOUND: Freshness = { maxAge: Infinity, scope: 'public', noStore: false, bans: [] };

/** The strictest of what the sources say; one that says nothing wants to be asked each time. */
export function freshnessOf(sources: Sources, isPersonal: boolean): Freshness {
  let freshness: Freshness = isPersonal ? { ...UNBOUND, scope: 'private' } : UNBOUND;
  let former: string | undefined;
  for (const facts of sources.values()) {
    const header = facts?.cacheControl ?? '';
    // Said twice, it says no more.
    if (header === former) continue;
    former = header;
    freshness = strictest(freshness, parseFreshness(header));
  }
  return freshness.maxAge === Infinity ? { ...freshness, maxAge: 0 } : freshness;
}
