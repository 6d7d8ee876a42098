import type { Entity } from '@palier/runtime/entity';
import { defineFollowed } from '@palier/runtime/history/versions';
import { importCodesPostaux } from './code-postal.import.ts';
import { CorrespondanceCodePostalResolver } from './code-postal.resolver.ts';

export const codePostal: Entity = {
  resolvers: [CorrespondanceCodePostalResolver],
  actes: [importCodesPostaux.definition],
  versions: () => [
    defineFollowed('CodePostal', {
      table: 'code_postal',
      key: ['code', 'territoire_code'],
      territoire: 'territoire_code',
      fields: [['territoire', 'territoire_code']],
    }),
  ],
};
