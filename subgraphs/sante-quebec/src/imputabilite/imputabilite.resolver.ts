import type { Awaitable } from '@palier/runtime/awaitable';
import { defineExtension } from '@palier/runtime/reference';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadEtablissementOfTerritoire } from '../etablissement/etablissement.loader.ts';
import type { Etablissement } from '../etablissement/etablissement.type.ts';
import type { Context } from '../tables.ts';
import { loadCoordination } from './coordination.ts';
import { type CoordonnePar, Imputabilite } from './imputabilite.type.ts';

export const imputabiliteReference = defineExtension('Imputabilite');

@Resolver(() => Imputabilite)
export class ImputabiliteResolver {
  @FieldResolver()
  coordonnePar(@Root() imputabilite: Imputabilite, @Ctx() context: Context): Promise<CoordonnePar> {
    return loadCoordination(context, imputabilite);
  }

  @FieldResolver()
  etablissement(
    @Root() { territoire }: Imputabilite,
    @Ctx() context: Context,
  ): Awaitable<Etablissement | null> {
    return loadEtablissementOfTerritoire(context, territoire);
  }
}
