import type { SubgraphOperation } from './subgraph-call.ts';

// Plans name few texts and send them often. The bound is for plans that come and go.
const MOST_TEXTS = 5_000;
const openings = new Map<string, string>();

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
  if (openings.size >= MOST_TEXTS) openings.clear();
  openings.set(query, opening);
  return opening;
}
