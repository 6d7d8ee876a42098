import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { parseFreeText } from '@palier/runtime/free-text';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { standardLoader } from '../standard/standard.loader.ts';
import { Standard } from '../standard/standard.type.ts';
import type { Context } from '../tables.ts';
import { CODE_REFERENCE, referenceLegaleCatalogue, toReferenceLegale } from './reference-legale.loader.ts';
import { listReferencesLegales } from './reference-legale.queries.ts';
import { ReferenceLegale, type ReferenceLegaleValue } from './reference-legale.type.ts';

export const referenceLegaleReference = defineReferenceByCode(
  'ReferenceLegale',
  referenceLegaleCatalogue.byCode,
);

const ecartsOf = ecartsByTouche('ReferenceLegale');

@Resolver(() => ReferenceLegale)
export class ReferenceLegaleResolver {
  @Query(() => [ReferenceLegale], {
    description:
      'Les références légales des documents 003 et 004, dans l’ordre ; chaque critère restreint la liste.',
  })
  async referencesLegales(
    @Ctx() { database }: Context,
    @Arg('article', () => String, { nullable: true, description: 'Article exact, par exemple « 167 ».' })
    article?: string | null,
    @Arg('loi', () => String, { nullable: true, description: 'Sigle exact, par exemple « LGSSSS ».' })
    loi?: string | null,
  ): Promise<ReferenceLegale[]> {
    const filtre = { article: parseFreeText('article', article), loi: parseFreeText('loi', loi) };
    return (await listReferencesLegales(database, filtre)).map(toReferenceLegale);
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
