import type { Awaitable } from '@palier/runtime/awaitable';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { campagneLoader } from '../campagne/campagne.loader.ts';
import type { Campagne } from '../campagne/campagne.type.ts';
import { indicateurLoader } from '../indicateur/indicateur.loader.ts';
import type { Indicateur } from '../indicateur/indicateur.type.ts';
import type { Context } from '../tables.ts';
import { Bilan, BilanIndicateur, type BilanIndicateurValue, type BilanValue } from './bilan.type.ts';

@Resolver(() => Bilan)
export class BilanResolver {
  @FieldResolver()
  campagne(@Root() { campagneCode }: BilanValue, @Ctx() context: Context): Awaitable<Campagne | null> {
    return campagneLoader.load(context, campagneCode);
  }
}

@Resolver(() => BilanIndicateur)
export class BilanIndicateurResolver {
  @FieldResolver()
  indicateur(
    @Root() { indicateurCode }: BilanIndicateurValue,
    @Ctx() context: Context,
  ): Awaitable<Indicateur | null> {
    return indicateurLoader.load(context, indicateurCode);
  }
}
