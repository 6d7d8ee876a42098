import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../tables.ts';
import type { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';
import {
  CODE_ETABLISSEMENT,
  etablissementLoader,
  readEtablissements,
  territoiresByEtablissement,
} from './etablissement.loader.ts';
import { CategorieEtablissement, Etablissement, type EtablissementValue } from './etablissement.type.ts';

export const etablissementReference = defineReferenceByCode('Etablissement', etablissementLoader);

@Resolver(() => Etablissement)
export class EtablissementResolver {
  @Query(() => [Etablissement], { description: 'Les 52 établissements publics, par code.' })
  etablissements(
    @Ctx() context: Context,
    @Arg('categorie', () => CategorieEtablissement, {
      nullable: true,
      description: 'Restreint la liste à une sorte.',
    })
    categorie?: CategorieEtablissement | null,
  ): Awaitable<EtablissementValue[]> {
    return readEtablissements(context, categorie ?? null);
  }

  @Query(() => Etablissement, {
    nullable: true,
    description: 'Un établissement ; nul si le code est inconnu.',
  })
  etablissement(
    @Arg('code', () => ID) code: string,
    @Ctx() context: Context,
  ): Awaitable<EtablissementValue | null> {
    return etablissementLoader.load(context, parseCode(CODE_ETABLISSEMENT, code));
  }

  @FieldResolver()
  rattacheA(
    @Root() { rattacheACode }: EtablissementValue,
    @Ctx() context: Context,
  ): Awaitable<EtablissementValue | null> | null {
    return rattacheACode === null ? null : etablissementLoader.load(context, rattacheACode);
  }

  @FieldResolver()
  territoires(@Root() { code }: EtablissementValue, @Ctx() context: Context): Awaitable<TerritoireClsc[]> {
    return territoiresByEtablissement.load(context, code);
  }
}
