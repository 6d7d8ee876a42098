import type { Entity } from '@palier/runtime/entity';
import { type ClassType, createUnionType } from 'type-graphql';
import { document } from '../document/document.entity.ts';
import { decoupage } from '../decoupage/decoupage.entity.ts';
import { ecart } from '../ecart/ecart.entity.ts';
import { enonce } from '../enonce/enonce.entity.ts';
import { exigence } from '../exigence/exigence.entity.ts';
import * as gouvernance from '../gouvernance.ts';
import { sectionDocument } from '../section-document/section-document.entity.ts';
import { serviceSocial } from '../service-social/service-social.entity.ts';
import { standard } from '../standard/standard.entity.ts';
import type { Context } from '../tables.ts';
import { territoireClsc } from '../territoire-clsc/territoire-clsc.entity.ts';

/** Every entity that can be found, and how it is read from its code: just as the gateway would read it. */
const TROUVABLES: readonly Entity[] = [
  document,
  ecart,
  enonce,
  exigence,
  decoupage,
  sectionDocument,
  serviceSocial,
  standard,
  territoireClsc,
  ...Object.values(gouvernance),
];

const referencesByType = new Map(
  TROUVABLES.flatMap(({ references = [] }) => references).map((reference) => [reference.type, reference]),
);

/** The names of the types that a search may be narrowed to. */
export const TYPES_TROUVABLES: readonly string[] = [...referencesByType.keys()].sort();

export const RechercheEntite = createUnionType({
  name: 'RechercheEntite',
  description: 'L’entité trouvée.',
  types: () => TROUVABLES.flatMap(({ types = [] }) => types) as [ClassType, ...ClassType[]],
  resolveType: (value) => (value as { readonly __typename: string }).__typename,
});

/** Reads the entity of one result; all those of a page and a type in one SQL statement. */
export async function loadEntite(context: Context, type: string, code: string): Promise<object | null> {
  return (await referencesByType.get(type)?.resolve({ __typename: type, code }, context)) ?? null;
}
