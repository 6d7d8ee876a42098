import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { DocumentResolver, ProvenanceResolver, documentReference } from './document.resolver.ts';
import { Document } from './document.type.ts';

export const document: Entity = {
  types: [Document],
  references: [documentReference],
  resolvers: [DocumentResolver, ProvenanceResolver],
  versions: () => [
    defineVersions(Document, {
      table: 'document',
      fields: ['titre', 'emetteur', 'destinataire', 'date', 'statut', 'portee', 'note'],
    }),
  ],
};
