import { type RetoursEtablissementQuery, retoursEtablissement } from '../../operations/operations.ts';
import type { PageRequest } from '../../shell/page.ts';

export type RetoursLus = RetoursEtablissementQuery['redditions'];

/** Versions of one campagne, each with all that came back of it: so many at a time, and so many times at most. */
const PAGE = 20;
const PAGES = 10;

/** The versions of an établissement in a campagne, the last first; null when some could not be read. */
export async function askRetours(
  ask: PageRequest['ask'],
  of: { readonly etablissement: string; readonly campagne: string },
): Promise<RetoursLus> {
  let read: NonNullable<RetoursLus> | undefined;
  let after: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { data } = await ask(retoursEtablissement, { ...of, tri: 'VERSION', first: PAGE, after });
    const { redditions } = data;
    if (redditions === null) return null;
    read = { ...redditions, nodes: [...(read?.nodes ?? []), ...redditions.nodes] };
    if (!redditions.pageInfo.hasNextPage || redditions.pageInfo.endCursor === null) break;
    after = redditions.pageInfo.endCursor;
  }
  return read ?? null;
}
