import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { DocumentCiteResolver, documentCiteReference } from './document-cite.resolver.ts';
import { DocumentCite } from './document-cite.type.ts';

export const documentCite: Entity = {
  types: [DocumentCite],
  references: [documentCiteReference],
  resolvers: [DocumentCiteResolver],
  versions: () => [defineVersions(DocumentCite, { table: 'document_cite', fields: ['reference'] })],
};
