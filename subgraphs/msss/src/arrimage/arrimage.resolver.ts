import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadChiffre } from '../chiffre/chiffre.loader.ts';
import { Chiffre } from '../chiffre/chiffre.type.ts';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { loadListOf, loadOneOf } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import { mandatCatalogue, palierCatalogue } from '../palier/palier.loader.ts';
import { Mandat, Palier } from '../palier/palier.type.ts';
import { loadReferenceLegale } from '../reference-legale/reference-legale.loader.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';
import { roleClscCatalogue } from '../role-clsc/role-clsc.loader.ts';
import { RoleClsc } from '../role-clsc/role-clsc.type.ts';
import type { Context } from '../tables.ts';
import { CODE_ARRIMAGE, arrimageCatalogue } from './arrimage.loader.ts';
import { Arrimage, type ArrimageValue } from './arrimage.type.ts';

export const arrimageReference = defineReferenceByCode('Arrimage', arrimageCatalogue.byCode);

const ecartsOf = ecartsByTouche('Arrimage');

@Resolver(() => Arrimage)
export class ArrimageResolver {
  @ListSize(7)
  @Query(() => [Arrimage], { description: 'Les sept arrimages des rôles de CLSC.' })
  arrimages(@Ctx() context: Context): Awaitable<Arrimage[]> {
    return arrimageCatalogue.list(context);
  }

  @Query(() => Arrimage, { nullable: true, description: 'Un arrimage ; nul si le code est inconnu.' })
  arrimage(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Arrimage | null> {
    return arrimageCatalogue.byCode.load(context, parseCode(CODE_ARRIMAGE, code));
  }

  @FieldResolver(() => [RoleClsc])
  roles(@Root() { roleCode }: ArrimageValue, @Ctx() context: Context): Awaitable<(RoleClsc | null)[]> {
    return roleClscCatalogue.byCode.loadMany(context, [roleCode]);
  }

  @FieldResolver(() => [Element])
  elements(@Root() { code }: ArrimageValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'ARRIMAGE');
  }

  @FieldResolver(() => Element, { nullable: true })
  partage(@Root() { code }: ArrimageValue, @Ctx() context: Context): Promise<Element | null> {
    return loadOneOf(context, code, 'PARTAGE');
  }

  @FieldResolver(() => Element, { nullable: true })
  frein(@Root() { code }: ArrimageValue, @Ctx() context: Context): Promise<Element | null> {
    return loadOneOf(context, code, 'FREIN');
  }

  @FieldResolver(() => Element, { nullable: true })
  condition(@Root() { code }: ArrimageValue, @Ctx() context: Context): Promise<Element | null> {
    return loadOneOf(context, code, 'CONDITION_ARRIMAGE');
  }

  @FieldResolver(() => [Element])
  buts(@Root() { code }: ArrimageValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'BUT');
  }

  @FieldResolver(() => Element, { nullable: true })
  clientele(@Root() { code }: ArrimageValue, @Ctx() context: Context): Promise<Element | null> {
    return loadOneOf(context, code, 'CLIENTELE');
  }

  @FieldResolver(() => [Element])
  approches(@Root() { code }: ArrimageValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'APPROCHE');
  }

  @FieldResolver(() => [Element])
  circuit(@Root() { code }: ArrimageValue, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'CIRCUIT');
  }

  @FieldResolver(() => Chiffre, { nullable: true })
  critere(@Root() { critereCode }: ArrimageValue, @Ctx() context: Context): Awaitable<Chiffre | null> | null {
    return loadChiffre(context, critereCode);
  }

  @FieldResolver(() => Chiffre, { nullable: true })
  seuil(@Root() { seuilCode }: ArrimageValue, @Ctx() context: Context): Awaitable<Chiffre | null> | null {
    return loadChiffre(context, seuilCode);
  }

  @FieldResolver(() => ReferenceLegale, { nullable: true })
  baseLegale(
    @Root() { referenceCode }: ArrimageValue,
    @Ctx() context: Context,
  ): Awaitable<ReferenceLegale | null> | null {
    return loadReferenceLegale(context, referenceCode);
  }

  @FieldResolver(() => Palier, { nullable: true })
  palier(@Root() { palierCode }: ArrimageValue, @Ctx() context: Context): Awaitable<Palier | null> | null {
    return palierCode === null ? null : palierCatalogue.byCode.load(context, palierCode);
  }

  @FieldResolver(() => [Mandat])
  mandats(@Root() { codesMandats }: ArrimageValue, @Ctx() context: Context): Awaitable<(Mandat | null)[]> {
    return mandatCatalogue.byCode.loadMany(context, codesMandats);
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: ArrimageValue, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOf.load(context, code);
  }
}
