import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import {
  DocumentSectionsResolver,
  SectionDocumentResolver,
  sectionReference,
} from './section-document.resolver.ts';
import { SectionDocument } from './section-document.type.ts';

export const sectionDocument: Entity = {
  types: [SectionDocument],
  references: [sectionReference],
  resolvers: [DocumentSectionsResolver, SectionDocumentResolver],
  versions: () => [defineVersions(SectionDocument, { table: 'section_document', fields: ['rang', 'titre'] })],
};
