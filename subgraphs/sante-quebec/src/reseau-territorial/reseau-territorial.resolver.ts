import type { Awaitable } from '@palier/runtime/awaitable';
import { defineExtension } from '@palier/runtime/reference';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { etablissementByRts } from '../etablissement/etablissement.loader.ts';
import { Etablissement } from '../etablissement/etablissement.type.ts';
import type { Context } from '../tables.ts';
import { ReseauTerritorial } from './reseau-territorial.type.ts';

export const reseauTerritorialReference = defineExtension('ReseauTerritorial');

@Resolver(() => ReseauTerritorial)
export class ReseauTerritorialResolver {
  @FieldResolver(() => Etablissement, { nullable: true, description: 'Établissement qui dirige ce réseau.' })
  etablissement(
    @Root() { code }: ReseauTerritorial,
    @Ctx() context: Context,
  ): Awaitable<Etablissement | null> {
    return etablissementByRts.load(context, code);
  }
}
