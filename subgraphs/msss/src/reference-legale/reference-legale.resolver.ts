import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { parseFreeText } from '@palier/runtime/free-text';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { refuseUnknown } from '@palier/runtime/unknown-filter';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { standardLoader } from '../standard/standard.loader.ts';
import { Standard } from '../standard/standard.type.ts';
import type { Context } from '../tables.ts';
import {
  CODE_REFERENCE,
  readReferencesLegales,
  referenceLegaleCatalogue,
} from './reference-legale.loader.ts';
import { ReferenceLegale, type ReferenceLegaleValue } from './reference-legale.type.ts';

export const referenceLegaleReference = defineReferenceByCode(
  'ReferenceLegale',
  referenceLegaleCatalogue.byCode,
);

const ecartsOf = ecartsByTouche('ReferenceLegale');

@Resolver(() => ReferenceLegale)
export class ReferenceLegaleResolver {
  @ListSize(40)
  @Query(() => [ReferenceLegale], {
    description: 'Les références légales des documents, dans l’ordre ; chaque critère restreint la liste.',
  })
  async referencesLegales(
    @Ctx() context: Context,
    @Arg('article', () => String, { nullable: true, description: 'Article exact, par exemple « 167 ».' })
    article?: string | null,
    @Arg('loi', () => String, { nullable: true, description: 'Sigle exact, par exemple « LGSSSS ».' })
    loi?: string | null,
  ): Promise<ReferenceLegale[]> {
    const filtre = { article: parseFreeText('article', article), loi: parseFreeText('loi', loi) };
    const chosen = await readReferencesLegales(context, filtre);
    const all = (): Awaitable<ReferenceLegale[]> => referenceLegaleCatalogue.list(context);
    return refuseUnknown(chosen, [
      { name: 'loi', value: filtre.loi, find: async (text) => (await all()).find((one) => one.loi === text) },
      {
        name: 'article',
        value: filtre.article,
        find: async (text) => (await all()).find(({ articles }) => articles.includes(text)),
      },
    ]);
  }

  @Query(() => ReferenceLegale, {
    nullable: true,
    description: 'Une référence légale ; nul si le code est inconnu.',
  })
  referenceLegale(
    @Arg('code', () => ID) code: string,
    @Ctx() context: Context,
  ): Awaitable<ReferenceLegale | null> {
    return referenceLegaleCatalogue.byCode.load(context, parseCode(CODE_REFERENCE, code));
  }

  @FieldResolver(() => [Standard])
  standards(
    @Root() { codesStandards }: ReferenceLegaleValue,
    @Ctx() context: Context,
  ): Awaitable<(Standard | null)[]> {
    return standardLoader.loadMany(context, codesStandards);
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: ReferenceLegaleValue, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOf.load(context, code);
  }
}
