import type { Reference } from '@palier/runtime/reference';
import { type ClassType, createUnionType } from 'type-graphql';
import { decoupageReferences } from '../decoupage/decoupage.resolver.ts';
import { Region, ReseauLocal, ReseauTerritorial, Ruisss } from '../decoupage/decoupage.type.ts';
import { documentReference } from '../document/document.resolver.ts';
import { Document } from '../document/document.type.ts';
import { ecartReference } from '../ecart/ecart.resolver.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { enonceReference } from '../enonce/enonce.resolver.ts';
import { Enonce } from '../enonce/enonce.type.ts';
import { exigenceReference } from '../exigence/exigence.resolver.ts';
import { Exigence } from '../exigence/exigence.type.ts';
import { gouvernance } from '../gouvernance.ts';
import { sectionReference } from '../section-document/section-document.resolver.ts';
import { SectionDocument } from '../section-document/section-document.type.ts';
import { serviceSocialReference } from '../service-social/service-social.resolver.ts';
import { ServiceSocial } from '../service-social/service-social.type.ts';
import { standardReference } from '../standard/standard.resolver.ts';
import { Standard } from '../standard/standard.type.ts';
import type { Context } from '../tables.ts';
import { territoireClscReference } from '../territoire-clsc/territoire-clsc.resolver.ts';
import { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';

/** Every entity that can be found, and how it is read from its code: just as the gateway would read it. */
const CLASSES: readonly ClassType[] = [
  Document,
  Ecart,
  Enonce,
  Exigence,
  Region,
  ReseauLocal,
  ReseauTerritorial,
  Ruisss,
  SectionDocument,
  ServiceSocial,
  Standard,
  TerritoireClsc,
  ...gouvernance.entities,
];

const REFERENCES: readonly Reference[] = [
  documentReference,
  ecartReference,
  enonceReference,
  exigenceReference,
  ...decoupageReferences,
  sectionReference,
  serviceSocialReference,
  standardReference,
  territoireClscReference,
  ...gouvernance.references,
];

const referencesByType = new Map(REFERENCES.map((reference) => [reference.type, reference]));

/** The names of the types that a search may be narrowed to. */
export const TYPES_TROUVABLES: readonly string[] = [...referencesByType.keys()].sort();

export const RechercheEntite = createUnionType({
  name: 'RechercheEntite',
  description: 'L’entité trouvée.',
  types: () => CLASSES as [ClassType, ...ClassType[]],
  resolveType: (value) => (value as { readonly __typename: string }).__typename,
});

/** Reads the entity of one result; all those of a page and a type in one SQL statement. */
export async function loadEntite(context: Context, type: string, code: string): Promise<object | null> {
  return (await referencesByType.get(type)?.resolve({ __typename: type, code }, context)) ?? null;
}
