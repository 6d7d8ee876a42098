import type { Entity } from '@palier/runtime/entity';
import { defineVersions } from '@palier/runtime/history/versions';
import {
  RegionResolver,
  ReseauLocalResolver,
  ReseauTerritorialResolver,
  RuisssResolver,
  decoupageReferences,
} from './decoupage.resolver.ts';
import { Region, ReseauLocal, ReseauTerritorial, Ruisss } from './decoupage.type.ts';

const code = ({ code: value }: { readonly code: string }): string => value;
const unite = (genre: string, ...fields: (string | readonly [string, string])[]) => ({
  table: 'unite',
  key: { genre, code },
  fields: ['nom', ['nombrePersonnes', 'population'], 'anneePopulation', ...fields] as const,
});

export const decoupage: Entity = {
  types: [Region, ReseauLocal, ReseauTerritorial, Ruisss],
  references: decoupageReferences,
  resolvers: [ReseauLocalResolver, ReseauTerritorialResolver, RegionResolver, RuisssResolver],
  versions: () => [
    defineVersions(ReseauLocal, unite('RLS', ['compteDansLes93', 'compte_dans_les_93'], 'ancienNom')),
    defineVersions(ReseauTerritorial, unite('RTS', 'conventionnel', ['region', 'rss_code'])),
    defineVersions(Region, unite('RSS')),
    defineVersions(Ruisss, unite('RUISSS')),
  ],
};
