import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { CodePalier } from '@palier/runtime/paliers';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { loadElementsOf } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import { loadReferenceLegale } from '../reference-legale/reference-legale.loader.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';
import type { Context } from '../tables.ts';
import {
  CODE_MANDAT,
  mandatCatalogue,
  mandatsByPalier,
  obligationsByPalier,
  palierCatalogue,
} from './palier.loader.ts';
import { Mandat, type MandatValue, Obligation, type ObligationValue, Palier } from './palier.type.ts';

export const palierReferences = [
  defineReferenceByCode('Palier', palierCatalogue.byCode),
  defineReferenceByCode('Mandat', mandatCatalogue.byCode),
];

const ecartsOfMandat = ecartsByTouche('Mandat');
const ecartsOfElement = ecartsByTouche('Element');

@Resolver()
export class PalierRoots {
  @ListSize(3)
  @Query(() => [Palier], { description: 'Les trois paliers, du stratégique à l’opérationnel.' })
  paliers(@Ctx() context: Context): Awaitable<Palier[]> {
    return palierCatalogue.list(context);
  }

  @Query(() => Palier, { nullable: true, description: 'Un palier.' })
  palier(@Arg('code', () => CodePalier) code: CodePalier, @Ctx() context: Context): Awaitable<Palier | null> {
    return palierCatalogue.byCode.load(context, code);
  }

  @ListSize(29)
  @Query(() => [Mandat], {
    description: 'Les 29 mandats de la section 3.2 du document 004, ou ceux d’un palier.',
  })
  mandats(
    @Ctx() context: Context,
    @Arg('palier', () => CodePalier, { nullable: true }) palier?: CodePalier | null,
  ): Awaitable<Mandat[]> {
    return palier == null ? mandatCatalogue.list(context) : mandatsByPalier.load(context, palier);
  }

  @Query(() => Mandat, { nullable: true, description: 'Un mandat ; nul si le code est inconnu.' })
  mandat(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Mandat | null> {
    return mandatCatalogue.byCode.load(context, parseCode(CODE_MANDAT, code));
  }
}

@Resolver(() => Palier)
export class PalierResolver {
  @FieldResolver(() => [Mandat])
  mandats(@Root() { code }: Palier, @Ctx() context: Context): Awaitable<Mandat[]> {
    return mandatsByPalier.load(context, code);
  }

  @FieldResolver(() => [Obligation])
  obligations(@Root() { code }: Palier, @Ctx() context: Context): Awaitable<Obligation[]> {
    return obligationsByPalier.load(context, code);
  }
}

@Resolver(() => Mandat)
export class MandatResolver {
  @FieldResolver(() => Palier)
  palier(@Root() { palierCode }: MandatValue, @Ctx() context: Context): Awaitable<Palier | null> {
    return palierCatalogue.byCode.load(context, palierCode);
  }

  @FieldResolver(() => [Element])
  sousItems(@Root() { code }: MandatValue, @Ctx() context: Context): Awaitable<Element[]> {
    return loadElementsOf(context, code);
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: MandatValue, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOfMandat.load(context, code);
  }
}

@Resolver(() => Obligation)
export class ObligationResolver {
  @FieldResolver(() => [Palier])
  paliers(@Root() { codesPaliers }: ObligationValue, @Ctx() context: Context): Awaitable<(Palier | null)[]> {
    return palierCatalogue.byCode.loadMany(context, codesPaliers);
  }

  @FieldResolver(() => ReferenceLegale, { nullable: true })
  baseLegale(
    @Root() { referenceCode }: ObligationValue,
    @Ctx() context: Context,
  ): Awaitable<ReferenceLegale | null> | null {
    return loadReferenceLegale(context, referenceCode);
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: ObligationValue, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOfElement.load(context, code);
  }
}
