import type { Entity } from '@palier/runtime/entity';
import { defineFollowed } from '@palier/runtime/history/versions';
import { EtablissementFonctionsResolver } from './fonction-etablissement.resolver.ts';

export const fonctionEtablissement: Entity = {
  resolvers: [EtablissementFonctionsResolver],
  versions: () => [
    defineFollowed('FonctionEtablissement', {
      table: 'fonction_etablissement',
      key: ['id'],
      etablissement: 'etablissement_code',
      fields: ['fonction', 'depuis', 'finLe'],
    }),
  ],
};
