import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { loadReferenceLegale } from '../reference-legale/reference-legale.loader.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';
import type { Context } from '../tables.ts';
import { ListeElements } from './element-enums.ts';
import { CODE_ELEMENT, elementCatalogue, loadElementsOf, loadListe } from './element.loader.ts';
import { Element, type ElementValue } from './element.type.ts';

export const elementReference = defineReferenceByCode('Element', elementCatalogue.byCode);

const ecartsOf = ecartsByTouche('Element');

@Resolver()
export class ElementRoots {
  @ListSize(380)
  @Query(() => [Element], {
    description: 'Les énoncés simples des documents, dans l’ordre du texte ; tous, ou ceux d’une liste.',
  })
  elements(
    @Ctx() context: Context,
    @Arg('liste', () => ListeElements, { nullable: true }) liste?: ListeElements | null,
  ): Awaitable<Element[]> {
    return liste == null ? elementCatalogue.list(context) : loadListe(context, liste);
  }

  @Query(() => Element, { nullable: true, description: 'Un énoncé ; nul si le code est inconnu.' })
  element(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Element | null> {
    return elementCatalogue.byCode.load(context, parseCode(CODE_ELEMENT, code));
  }
}

@Resolver(() => Element)
export class ElementResolver {
  @FieldResolver(() => [Element])
  elements(@Root() { code }: Element, @Ctx() context: Context): Awaitable<Element[]> {
    return loadElementsOf(context, code);
  }

  @FieldResolver(() => ReferenceLegale, { nullable: true })
  baseLegale(
    @Root() { referenceCode }: ElementValue,
    @Ctx() context: Context,
  ): Awaitable<ReferenceLegale | null> | null {
    return loadReferenceLegale(context, referenceCode);
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: Element, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOf.load(context, code);
  }
}
