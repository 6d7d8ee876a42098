import type { Entity } from '@palier/runtime/entity';
import { defineFollowed } from '@palier/runtime/history/versions';
import { accorderException } from './exception-campagne.actes.ts';
import { CampagneExceptionsResolver } from './exception-campagne.resolver.ts';

export const exceptionCampagne: Entity = {
  resolvers: [CampagneExceptionsResolver],
  actes: [accorderException],
  versions: () => [
    defineFollowed('ExceptionCampagne', {
      table: 'exception_campagne',
      key: ['acte'],
      etablissement: 'etablissement_code',
      fields: [['campagne', 'campagne_code'], 'jusquAu', 'motif'],
    }),
  ],
};
