import { parseCode } from '@palier/runtime/code-format';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../tables.ts';
import type { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';
import {
  CODE_ETABLISSEMENT,
  etablissementLoader,
  territoiresByEtablissement,
  toEtablissement,
} from './etablissement.loader.ts';
import { listEtablissements } from './etablissement.queries.ts';
import { CategorieEtablissement, Etablissement, type EtablissementValue } from './etablissement.type.ts';

export const etablissementReference = defineReferenceByCode('Etablissement', (codes, context) =>
  etablissementLoader.loadMany(context, codes),
);

@Resolver(() => Etablissement)
export class EtablissementResolver {
  @Query(() => [Etablissement], { description: 'Les 52 établissements publics, par code.' })
  async etablissements(
    @Ctx() { database }: Context,
    @Arg('categorie', () => CategorieEtablissement, {
      nullable: true,
      description: 'Restreint la liste à une sorte.',
    })
    categorie?: CategorieEtablissement | null,
  ): Promise<EtablissementValue[]> {
    return (await listEtablissements(database, categorie ?? null)).map(toEtablissement);
  }

  @Query(() => Etablissement, {
    nullable: true,
    description: 'Un établissement ; nul si le code est inconnu.',
  })
  etablissement(
    @Arg('code', () => ID) code: string,
    @Ctx() context: Context,
  ): Promise<EtablissementValue | null> {
    return etablissementLoader.load(context, parseCode(CODE_ETABLISSEMENT, code));
  }

  @FieldResolver()
  rattacheA(
    @Root() { rattacheACode }: EtablissementValue,
    @Ctx() context: Context,
  ): Promise<EtablissementValue | null> | null {
    return rattacheACode === null ? null : etablissementLoader.load(context, rattacheACode);
  }

  @FieldResolver()
  territoires(@Root() { code }: EtablissementValue, @Ctx() context: Context): Promise<TerritoireClsc[]> {
    return territoiresByEtablissement.load(context, code);
  }
}
