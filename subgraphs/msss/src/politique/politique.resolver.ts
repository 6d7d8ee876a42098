import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { loadListOf, loadOneOf } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import type { Context } from '../tables.ts';
import { CODE_POLITIQUE, axesByPolitique, politiqueCatalogue } from './politique.loader.ts';
import { AxePolitique, Politique } from './politique.type.ts';

export const politiqueReference = defineReferenceByCode('Politique', politiqueCatalogue.byCode);

const ecartsOf = ecartsByTouche('Politique');

@Resolver(() => Politique)
export class PolitiqueResolver {
  @ListSize(7)
  @Query(() => [Politique], { description: 'Les sept politiques liées au document 004.' })
  politiques(@Ctx() context: Context): Awaitable<Politique[]> {
    return politiqueCatalogue.list(context);
  }

  @Query(() => Politique, { nullable: true, description: 'Une politique ; nul si le code est inconnu.' })
  politique(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Politique | null> {
    return politiqueCatalogue.byCode.load(context, parseCode(CODE_POLITIQUE, code));
  }

  @FieldResolver(() => [Element])
  liens(@Root() { code }: Politique, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'LIEN_POLITIQUE');
  }

  @FieldResolver(() => Element, { nullable: true })
  pilote(@Root() { code }: Politique, @Ctx() context: Context): Promise<Element | null> {
    return loadOneOf(context, code, 'PILOTE');
  }

  @FieldResolver(() => [AxePolitique])
  axes(@Root() { code }: Politique, @Ctx() context: Context): Awaitable<AxePolitique[]> {
    return axesByPolitique.load(context, code);
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: Politique, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOf.load(context, code);
  }
}
