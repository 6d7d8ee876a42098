import type { Awaitable } from '@palier/runtime/awaitable';
import { type CodeFormat, parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { CodePalier } from '@palier/runtime/paliers';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { loadListOf, loadListe } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import { palierCatalogue } from '../palier/palier.loader.ts';
import { Palier } from '../palier/palier.type.ts';
import type { Context } from '../tables.ts';
import {
  domaineCatalogue,
  readRecommandations,
  recommandationCatalogue,
  recommandationsByDomaine,
} from './partenariat.loader.ts';
import {
  CodeDomainePartenariat,
  DomainePartenariat,
  Recommandation,
  type RecommandationValue,
} from './partenariat.type.ts';

const CODE: CodeFormat = {
  pattern: /^PT\d-(MSSS|SQ|ET)-\d{1,2}$/,
  description: 'PT, le domaine, le palier et un nombre, par exemple PT1-SQ-1',
};

export const partenariatReferences = [
  defineReferenceByCode('DomainePartenariat', domaineCatalogue.byCode),
  defineReferenceByCode('Recommandation', recommandationCatalogue.byCode),
];

const ecartsOf = ecartsByTouche('Recommandation');

@Resolver(() => DomainePartenariat)
export class DomainePartenariatResolver {
  @ListSize(5)
  @Query(() => [DomainePartenariat], { description: 'Les cinq domaines du partenariat (002).' })
  domainesPartenariat(@Ctx() context: Context): Awaitable<DomainePartenariat[]> {
    return domaineCatalogue.list(context);
  }

  @ListSize(7)
  @Query(() => [Element], { description: 'Constats sur le partenariat (002).' })
  constatsPartenariat(@Ctx() context: Context): Awaitable<Element[]> {
    return loadListe(context, 'CONSTAT');
  }

  @ListSize(5)
  @Query(() => [Element], { description: 'Réalisations du partenariat (002).' })
  realisationsPartenariat(@Ctx() context: Context): Awaitable<Element[]> {
    return loadListe(context, 'REALISATION');
  }

  @FieldResolver(() => [Element])
  conditionsDeSucces(@Root() { code }: DomainePartenariat, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'CONDITION_PARTENARIAT');
  }

  @FieldResolver(() => [Recommandation])
  recommandations(
    @Root() { code }: DomainePartenariat,
    @Ctx() context: Context,
  ): Awaitable<Recommandation[]> {
    return recommandationsByDomaine.load(context, code);
  }
}

@Resolver(() => Recommandation)
export class RecommandationResolver {
  @ListSize(44)
  @Query(() => [Recommandation], {
    description: 'Les 44 recommandations sur le partenariat (002) ; chaque critère restreint la liste.',
  })
  recommandations(
    @Ctx() context: Context,
    @Arg('palier', () => CodePalier, { nullable: true, description: 'Palier auquel elles s’adressent.' })
    palier?: CodePalier | null,
    @Arg('domaine', () => CodeDomainePartenariat, { nullable: true, description: 'Domaine.' })
    domaine?: CodeDomainePartenariat | null,
    @Arg('prioritaires', () => Boolean, {
      nullable: true,
      description: 'Vrai : seulement les prioritaires ; faux : seulement les autres.',
    })
    prioritaires?: boolean | null,
  ): Awaitable<Recommandation[]> {
    const filtre = { palier: palier ?? null, domaine: domaine ?? null, prioritaires: prioritaires ?? null };
    return readRecommandations(context, filtre);
  }

  @Query(() => Recommandation, {
    nullable: true,
    description: 'Une recommandation ; nul si le code est inconnu.',
  })
  recommandation(
    @Arg('code', () => ID) code: string,
    @Ctx() context: Context,
  ): Awaitable<Recommandation | null> {
    return recommandationCatalogue.byCode.load(context, parseCode(CODE, code));
  }

  @FieldResolver(() => Palier)
  palier(@Root() { palierCode }: RecommandationValue, @Ctx() context: Context): Awaitable<Palier | null> {
    return palierCatalogue.byCode.load(context, palierCode);
  }

  @FieldResolver(() => DomainePartenariat)
  domaine(
    @Root() { domaineCode }: RecommandationValue,
    @Ctx() context: Context,
  ): Awaitable<DomainePartenariat | null> {
    return domaineCatalogue.byCode.load(context, domaineCode);
  }

  @FieldResolver(() => [Element])
  conditionsDeSucces(
    @Root() { domaineCode }: RecommandationValue,
    @Ctx() context: Context,
  ): Promise<Element[]> {
    return loadListOf(context, domaineCode, 'CONDITION_PARTENARIAT');
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: RecommandationValue, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOf.load(context, code);
  }
}
