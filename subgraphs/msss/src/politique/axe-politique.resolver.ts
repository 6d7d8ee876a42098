import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { loadListOf } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import type { Context } from '../tables.ts';
import {
  CODE_AXE,
  CODE_ORIENTATION_POLITIQUE,
  axeCatalogue,
  modificationsByAxe,
  orientationPolitiqueCatalogue,
  orientationsByAxe,
  politiqueCatalogue,
} from './politique.loader.ts';
import {
  AxePolitique,
  type AxePolitiqueValue,
  ModificationRecommandee,
  OrientationPolitique,
  type OrientationPolitiqueValue,
  Politique,
} from './politique.type.ts';

export const axePolitiqueReferences = [
  defineReferenceByCode('AxePolitique', axeCatalogue.byCode),
  defineReferenceByCode('OrientationPolitique', orientationPolitiqueCatalogue.byCode),
];

const ecartsOfAxe = ecartsByTouche('AxePolitique');
const ecartsOfOrientation = ecartsByTouche('OrientationPolitique');

@Resolver(() => AxePolitique)
export class AxePolitiqueResolver {
  @ListSize(5)
  @Query(() => [AxePolitique], { description: 'Les cinq axes de la proposition de politique (001).' })
  axesPolitique(@Ctx() context: Context): Awaitable<AxePolitique[]> {
    return axeCatalogue.list(context);
  }

  @Query(() => AxePolitique, { nullable: true, description: 'Un axe ; nul si le code est inconnu.' })
  axePolitique(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<AxePolitique | null> {
    return axeCatalogue.byCode.load(context, parseCode(CODE_AXE, code));
  }

  @FieldResolver(() => Politique)
  politique(
    @Root() { politiqueCode }: AxePolitiqueValue,
    @Ctx() context: Context,
  ): Awaitable<Politique | null> {
    return politiqueCatalogue.byCode.load(context, politiqueCode);
  }

  @FieldResolver(() => [OrientationPolitique])
  orientations(
    @Root() { code }: AxePolitiqueValue,
    @Ctx() context: Context,
  ): Awaitable<OrientationPolitique[]> {
    return orientationsByAxe.load(context, code);
  }

  @FieldResolver(() => [ModificationRecommandee])
  modifications(
    @Root() { code }: AxePolitiqueValue,
    @Ctx() context: Context,
  ): Awaitable<ModificationRecommandee[]> {
    return modificationsByAxe.load(context, code);
  }

  @FieldResolver(() => [Element])
  liens(@Root() { code }: AxePolitiqueValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'LIEN_POLITIQUE');
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: AxePolitiqueValue, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOfAxe.load(context, code);
  }
}

@Resolver(() => OrientationPolitique)
export class OrientationPolitiqueResolver {
  @Query(() => OrientationPolitique, {
    nullable: true,
    description: 'Une orientation du projet de politique (001) ; nulle si le code est inconnu.',
  })
  orientationPolitique(
    @Arg('code', () => ID) code: string,
    @Ctx() context: Context,
  ): Awaitable<OrientationPolitique | null> {
    return orientationPolitiqueCatalogue.byCode.load(context, parseCode(CODE_ORIENTATION_POLITIQUE, code));
  }

  @FieldResolver(() => AxePolitique)
  axe(
    @Root() { axeCode }: OrientationPolitiqueValue,
    @Ctx() context: Context,
  ): Awaitable<AxePolitique | null> {
    return axeCatalogue.byCode.load(context, axeCode);
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: OrientationPolitiqueValue, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOfOrientation.load(context, code);
  }
}
