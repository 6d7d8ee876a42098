import type { Awaitable } from '@palier/runtime/awaitable';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { loadKnownElement, loadListOf } from '../element/element.loader.ts';
import { Element, type ElementValue } from '../element/element.type.ts';
import { loadReferenceLegale } from '../reference-legale/reference-legale.loader.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';
import type { Context } from '../tables.ts';
import { PositionnementClsc, type PositionnementValue } from './positionnement.type.ts';

@Resolver(() => PositionnementClsc)
export class PositionnementResolver {
  @Query(() => PositionnementClsc, {
    description: 'Place du CLSC dans l’établissement, et article qui la fonde.',
  })
  async positionnementClsc(@Ctx() context: Context): Promise<PositionnementValue> {
    const read = (code: string): Promise<ElementValue> => loadKnownElement(context, code);
    const [nature, delegation, designation, appui] = await Promise.all([
      read('POS-NATURE'),
      read('POS-DELEGATION'),
      read('POS-DESIGNATION'),
      read('POS-APPUI'),
    ]);
    const { referenceCode, parent } = appui;
    return { nature, delegation, designation, appui, referenceCode, orientationCode: parent ?? '' };
  }

  @FieldResolver(() => ReferenceLegale, { nullable: true })
  baseLegale(
    @Root() { referenceCode }: PositionnementValue,
    @Ctx() context: Context,
  ): Awaitable<ReferenceLegale | null> | null {
    return loadReferenceLegale(context, referenceCode);
  }

  @FieldResolver(() => [Element])
  logiques(@Root() { orientationCode }: PositionnementValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, orientationCode, 'LOGIQUE_COLLABORATION');
  }

  @FieldResolver(() => [Element])
  fonctionsGestionnaire(
    @Root() { orientationCode }: PositionnementValue,
    @Ctx() context: Context,
  ): Promise<Element[]> {
    return loadListOf(context, orientationCode, 'FONCTION_GESTIONNAIRE');
  }

  @FieldResolver(() => [Element])
  limites(@Root() { orientationCode }: PositionnementValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, orientationCode, 'LIMITE');
  }
}
