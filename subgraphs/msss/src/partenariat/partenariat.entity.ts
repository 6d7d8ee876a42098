import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import {
  DomainePartenariatResolver,
  RecommandationResolver,
  partenariatReferences,
} from './partenariat.resolver.ts';
import { DomainePartenariat, Recommandation } from './partenariat.type.ts';

export const partenariat: Entity = {
  types: [DomainePartenariat, Recommandation],
  references: partenariatReferences,
  resolvers: [DomainePartenariatResolver, RecommandationResolver],
  versions: () => [
    defineVersions(DomainePartenariat, { table: 'domaine_partenariat', fields: ['nom', 'visee'] }),
    defineVersions(Recommandation, {
      table: 'recommandation',
      fields: ['enonce', ['palier', 'palier_code'], 'prioritaire', 'intention', 'statut', 'note'],
    }),
  ],
};
