import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { loadListOf } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import { loadReferenceLegale } from '../reference-legale/reference-legale.loader.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';
import type { Context } from '../tables.ts';
import { CODE_PRINCIPE, principeCatalogue } from './principe.loader.ts';
import { Principe, type PrincipeValue } from './principe.type.ts';

export const principeReference = defineReferenceByCode('Principe', principeCatalogue.byCode);

const ecartsOf = ecartsByTouche('Principe');

@Resolver(() => Principe)
export class PrincipeResolver {
  @ListSize(6)
  @Query(() => [Principe], { description: 'Les six principes directeurs.' })
  principes(@Ctx() context: Context): Awaitable<Principe[]> {
    return principeCatalogue.list(context);
  }

  @Query(() => Principe, {
    nullable: true,
    description: 'Un principe directeur ; nul si le code est inconnu.',
  })
  principe(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Principe | null> {
    return principeCatalogue.byCode.load(context, parseCode(CODE_PRINCIPE, code));
  }

  @FieldResolver(() => ReferenceLegale, { nullable: true })
  baseLegale(
    @Root() { referenceCode }: PrincipeValue,
    @Ctx() context: Context,
  ): Awaitable<ReferenceLegale | null> | null {
    return loadReferenceLegale(context, referenceCode);
  }

  @FieldResolver(() => [Element])
  composantes(@Root() { code }: PrincipeValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'COMPOSANTE');
  }

  @FieldResolver(() => [Element])
  redevabilite(@Root() { code }: PrincipeValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'REDEVABILITE');
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: PrincipeValue, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOf.load(context, code);
  }
}
