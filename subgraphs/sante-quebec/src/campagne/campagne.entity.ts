import type { Entity } from '@palier/runtime/entity';
import { defineFollowed, defineVersions } from '@palier/runtime/history/versions';
import {
  CampagneResolver,
  campagneReference,
  VersionRetenueResolver,
  versionRetenueReference,
} from './campagne.resolver.ts';
import { Campagne } from './campagne.type.ts';
import { VersionRetenue } from './fermeture.type.ts';
import { accorderException, fermerCampagne, ouvrirCampagne, transmettreBilan } from './campagne.actes.ts';

export const campagne: Entity = {
  types: [Campagne, VersionRetenue],
  references: [campagneReference, versionRetenueReference],
  resolvers: [CampagneResolver, VersionRetenueResolver],
  actes: [ouvrirCampagne, accorderException, fermerCampagne, transmettreBilan],
  versions: () => [
    defineVersions(Campagne, {
      table: 'campagne',
      fields: [
        'nom',
        'exercice',
        ['canevas', 'canevas_code'],
        'ouverteLe',
        'fermeeLe',
        'periodes',
        'echeanceRecommandee',
        'echeance',
        'cloture',
      ],
    }),
    defineFollowed('ExceptionCampagne', {
      table: 'exception_campagne',
      key: ['acte'],
      etablissement: 'etablissement_code',
      fields: [['campagne', 'campagne_code'], 'jusquAu', 'motif'],
    }),
    defineFollowed('Transmission', {
      table: 'transmission',
      key: ['acte'],
      fields: [['campagne', 'campagne_code'], 'version', 'transmiseLe'],
    }),
  ],
};
