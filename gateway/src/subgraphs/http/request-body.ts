import { createBoundedCache } from '@palier/federation/memory/bounded-cache';
import { sizeOfText } from '@palier/federation/memory/sizes';
import type { SubgraphOperation } from '@palier/federation/run/data/subgraph-caller';

/** Plans name few texts and send them often. */
const openings = createBoundedCache<string>();

/** The JSON body of a GraphQL request; the part that depends on the text alone is made once. */
export function requestBody({
  query,
  operationName,
  variablesText,
}: Pick<SubgraphOperation, 'query' | 'operationName' | 'variablesText'>): string {
  return `${openingOf(query, operationName)}${variablesText}}`;
}

function openingOf(query: string, operationName: string | undefined): string {
  const known = openings.get(query);
  if (known !== undefined) return known;
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  const opening = `{"query":${JSON.stringify(query)}${name},"variables":`;
  openings.set(query, opening, sizeOfText(opening));
  return opening;
}
