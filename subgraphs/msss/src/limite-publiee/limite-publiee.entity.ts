import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import { importLimites } from './limite-publiee.import.ts';
import { LimitePublieeResolver, TerritoireLimiteResolver } from './limite-publiee.resolver.ts';
import { LimitePubliee } from './limite-publiee.type.ts';

export const limitePubliee: Entity = {
  resolvers: [LimitePublieeResolver, TerritoireLimiteResolver],
  actes: [importLimites.definition],
  versions: () => [
    defineVersions(LimitePubliee, {
      table: 'limite_publiee',
      territoire: 'code',
      fields: ['nom', ['etiquette', 'fiche.Etiquette'], ['version', 'fiche.Version'], 'retireLe'],
    }),
  ],
};
