import type { Question } from '../suite.ts';

const PLACE = `code name region distance altitude open travelMinutes`;
const PERSON = `id name handle`;
const VISIT = `id comment`;

/** People, their visits, the places of these, their visits again… and the same from the places: 16 calls by stock. */
const big = `query Big {
  people { ${PERSON} visits { ${VISIT} place { ${PLACE} visits { ${VISIT} visitor { ${PERSON} visits { ${VISIT} place { ${PLACE} } } } } } } }
  topPlaces { ${PLACE} visits { ${VISIT} visitor { ${PERSON} visits { ${VISIT} place { ${PLACE} } } } } }
}`;

/** What a page shows: one call to each subgraph. */
const page = `query Page { topPlaces(first: 3) { code name open visits { id comment visitor { id name } } } }`;

/** A thousand rows from two subgraphs, none of them twice. */
const wide = `query Wide { places(first: 1000) { ${PLACE} } }`;

export const QUESTIONS: readonly Question[] = [
  { name: 'big', query: big },
  { name: 'page', query: page },
  { name: 'wide', query: wide },
];
