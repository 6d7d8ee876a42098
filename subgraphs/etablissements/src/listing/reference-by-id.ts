import { type Reference, defineReferenceByCode } from '@palier/runtime/reference';
import type { Listing } from './listing.ts';

/** An entity of this level whose key is one field, `id` unless said otherwise. */
export function defineListedReference<Node extends object>(
  type: string,
  listing: Listing<Node>,
  key = 'id',
): Reference {
  return defineReferenceByCode(type, listing.byKey, key);
}
