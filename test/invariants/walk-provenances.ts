import type { GraphQLSchema } from 'graphql';
import { type Found, askEvery, findEvery } from './walk-api.ts';

/** A citation met in an answer. */
interface Citation {
  readonly origine: string;
  readonly lignes: string | null;
  readonly note: string | null;
  readonly document: { readonly code: string } | null;
}

const PROVENANCE = {
  type: 'Provenance',
  fields: '__typename origine lignes note document { code }',
} as const;

/** One query for each root field that lists something: it asks every citation of what is listed. */
export function askEveryProvenance(api: GraphQLSchema): (readonly [string, string])[] {
  return askEvery(api, PROVENANCE);
}

/** Every citation of an answer, however deep. */
export function findProvenances(answer: unknown, path = ''): Found<Citation>[] {
  return findEvery<Citation>(PROVENANCE.type, answer, path);
}
