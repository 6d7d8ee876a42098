import type { MountRequest } from '@palier/gateway/http/mount';
import { dataOf } from '@palier/gateway/request/answer-data';

const TITLES = '{ documents { code titre } }';

/**
 * Titles of the documents, by their codes. A contract may not show them: the codes are then said alone.
 * Asked aside: the request is for its operation alone.
 */
export async function readTitles({
  readAside,
  instant,
  graph,
}: MountRequest): Promise<ReadonlyMap<string, string>> {
  if (graph().schema.getQueryType()?.getFields()['documents'] === undefined) return new Map();
  const data = dataOf(await readAside({ query: TITLES, au: instant() })) as Titled | null | undefined;
  return new Map((data?.documents ?? []).map(({ code, titre }) => [code, titre]));
}

interface Titled {
  readonly documents: readonly { readonly code: string; readonly titre: string }[] | null;
}
