import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { loadElementsOf, loadListOf } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import type { Context } from '../tables.ts';
import { CODE_ORIENTATION, orientationCatalogue } from './orientation.loader.ts';
import { OrientationMinisterielle } from './orientation.type.ts';

export const orientationReference = defineReferenceByCode(
  'OrientationMinisterielle',
  orientationCatalogue.byCode,
);

const ecartsOf = ecartsByTouche('OrientationMinisterielle');

@Resolver(() => OrientationMinisterielle)
export class OrientationResolver {
  @ListSize(4)
  @Query(() => [OrientationMinisterielle], { description: 'Les quatre orientations ministérielles.' })
  orientations(@Ctx() context: Context): Awaitable<OrientationMinisterielle[]> {
    return orientationCatalogue.list(context);
  }

  @Query(() => OrientationMinisterielle, {
    nullable: true,
    description: 'Une orientation ministérielle ; nul si le code est inconnu.',
  })
  orientation(
    @Arg('code', () => ID) code: string,
    @Ctx() context: Context,
  ): Awaitable<OrientationMinisterielle | null> {
    return orientationCatalogue.byCode.load(context, parseCode(CODE_ORIENTATION, code));
  }

  @FieldResolver(() => [Element])
  motifs(@Root() { code }: OrientationMinisterielle, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'MOTIF');
  }

  @FieldResolver(() => [Element])
  criteres(@Root() { code }: OrientationMinisterielle, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'CRITERE_DELIMITATION');
  }

  @FieldResolver(() => [Element])
  reglesModification(
    @Root() { code }: OrientationMinisterielle,
    @Ctx() context: Context,
  ): Promise<Element[]> {
    return loadListOf(context, code, 'REGLE_MODIFICATION');
  }

  @FieldResolver(() => [Element])
  reglesRattachement(
    @Root() { code }: OrientationMinisterielle,
    @Ctx() context: Context,
  ): Promise<Element[]> {
    return loadListOf(context, code, 'REGLE_RATTACHEMENT');
  }

  @FieldResolver(() => [Element])
  elements(@Root() { code }: OrientationMinisterielle, @Ctx() context: Context): Awaitable<Element[]> {
    return loadElementsOf(context, code);
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: OrientationMinisterielle, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOf.load(context, code);
  }
}
