import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { CategorieEtablissement } from '@palier/runtime/categorie-etablissement';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import type { DemandeCampagne } from '@palier/runtime/demande-campagne.type';
import { parseFreeText } from '@palier/runtime/free-text';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { demandesByEtablissement } from '../demande/demande.loader.ts';
import { keepNamed, TEXTE_DE_NOM } from '../keep-named.ts';
import type { Context } from '../tables.ts';
import type { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';
import {
  CODE_ETABLISSEMENT_PUBLIC,
  etablissementLoader,
  readEtablissements,
  territoiresByEtablissement,
} from './etablissement.loader.ts';
import { Etablissement, type EtablissementValue } from './etablissement.type.ts';

export const etablissementReference = defineReferenceByCode('Etablissement', etablissementLoader);

@Resolver(() => Etablissement)
export class EtablissementResolver {
  @ListSize(52)
  @Query(() => [Etablissement], { description: 'Les 52 établissements publics, par code.' })
  etablissements(
    @Ctx() context: Context,
    @Arg('categorie', () => CategorieEtablissement, {
      nullable: true,
      description: 'Restreint la liste à une sorte.',
    })
    categorie?: CategorieEtablissement | null,
    @Arg('texte', () => String, TEXTE_DE_NOM) texte?: string | null,
  ): Awaitable<EtablissementValue[]> {
    const asked = parseFreeText('texte', texte);
    return chain(readEtablissements(context, categorie ?? null), (all) =>
      keepNamed(all, asked, ({ code, nom, abrege }) => [code, nom, abrege, 'établissement']),
    );
  }

  @Query(() => Etablissement, {
    nullable: true,
    description: 'Un établissement ; nul si le code est inconnu.',
  })
  etablissement(
    @Arg('code', () => ID) code: string,
    @Ctx() context: Context,
  ): Awaitable<EtablissementValue | null> {
    return etablissementLoader.load(context, parseCode(CODE_ETABLISSEMENT_PUBLIC, code));
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

  @FieldResolver()
  demandes(@Root() { code }: EtablissementValue, @Ctx() context: Context): Awaitable<DemandeCampagne[]> {
    return demandesByEtablissement.load(context, code);
  }
}
