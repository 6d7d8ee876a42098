import type { Entity } from '@palier/runtime/entity';
import { defineFollowed, defineVersions } from '@palier/runtime/history/versions';
import { ClassementResolver } from './classement.resolver.ts';
import { MesureResolver, TerritoireMesuresResolver, mesureReference } from './mesure.resolver.ts';
import { Mesure } from './mesure.type.ts';
import { TerritoireSerieResolver } from './serie.resolver.ts';
import { withholdMesures } from './withhold-mesures.ts';

export const mesure: Entity = {
  types: [Mesure],
  references: [mesureReference],
  resolvers: [MesureResolver, TerritoireMesuresResolver, TerritoireSerieResolver, ClassementResolver],
  versions: () => [
    defineVersions(Mesure, {
      table: 'mesure',
      territoire: 'territoire_code',
      etablissement: 'etablissement_code',
      fields: ['valeur', 'numerateur', 'denominateur', 'unite', 'statut', 'version', 'saisieLe'],
      withholding: withholdMesures,
    }),
    defineFollowed('ExigenceMesuree', {
      table: 'exigence_mesuree',
      key: ['code'],
      fields: ['unite', 'volets', 'frequence', ['indicateur', 'indicateur_code']],
    }),
    defineFollowed('TerritoireServi', {
      table: 'territoire_servi',
      key: ['code'],
      territoire: 'code',
      etablissement: 'etablissement_code',
      fields: [
        ['reseauLocal', 'rls_code'],
        ['reseauTerritorial', 'rts_code'],
        ['region', 'rss_code'],
        ['ruisss', 'ruisss_code'],
        ['etablissement', 'etablissement_code'],
      ],
    }),
    defineFollowed('BorneVerdict', {
      table: 'borne_verdict',
      key: ['exigence_code', 'volet', 'rang'],
      fields: ['unite', 'de', 'a', 'etat'],
    }),
  ],
};
