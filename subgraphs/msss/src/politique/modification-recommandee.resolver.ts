import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { refuseUnknown } from '@palier/runtime/unknown-filter';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import type { Context } from '../tables.ts';
import {
  CODE_AXE,
  axeCatalogue,
  modificationCatalogue,
  orientationPolitiqueCatalogue,
  readModifications,
} from './politique.loader.ts';
import {
  AxePolitique,
  ModificationRecommandee,
  type ModificationRecommandeeValue,
  OrientationPolitique,
  TypeModification,
} from './politique.type.ts';

export const modificationReference = defineReferenceByCode(
  'ModificationRecommandee',
  modificationCatalogue.byCode,
);

const ecartsOf = ecartsByTouche('ModificationRecommandee');

@Resolver(() => ModificationRecommandee)
export class ModificationRecommandeeResolver {
  @ListSize(37)
  @Query(() => [ModificationRecommandee], {
    description:
      'Les 37 modifications que la consultation recommande (001) ; chaque critère restreint la liste.',
  })
  async modificationsRecommandees(
    @Ctx() context: Context,
    @Arg('axe', () => ID, { nullable: true, description: 'Code de l’axe, par exemple « AXE3 ».' })
    axe?: string | null,
    @Arg('type', () => TypeModification, { nullable: true, description: 'Nature de la modification.' })
    type?: TypeModification | null,
  ): Promise<ModificationRecommandee[]> {
    const filtre = { axe: axe == null ? null : parseCode(CODE_AXE, axe), type: type ?? null };
    const modifications = await readModifications(context, filtre);
    return refuseUnknown(modifications, [
      { name: 'axe', value: filtre.axe, find: (code) => axeCatalogue.byCode.load(context, code) },
    ]);
  }

  @FieldResolver(() => AxePolitique)
  axe(
    @Root() { axeCode }: ModificationRecommandeeValue,
    @Ctx() context: Context,
  ): Awaitable<AxePolitique | null> {
    return axeCatalogue.byCode.load(context, axeCode);
  }

  @FieldResolver(() => [OrientationPolitique])
  orientationsTouchees(
    @Root() { codesOrientations }: ModificationRecommandeeValue,
    @Ctx() context: Context,
  ): Awaitable<(OrientationPolitique | null)[]> {
    return orientationPolitiqueCatalogue.byCode.loadMany(context, codesOrientations);
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: ModificationRecommandeeValue, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOf.load(context, code);
  }
}
