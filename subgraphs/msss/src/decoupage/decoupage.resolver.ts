import type { Awaitable } from '@palier/runtime/awaitable';
import { CODE_UNITE, parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../tables.ts';
import { territoiresByUnite } from '../territoire-clsc/territoire-clsc.loader.ts';
import { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';
import {
  reseauxLocauxByRts,
  readUnites,
  reseauxTerritoriauxByRegion,
  uniteLoaders,
} from './decoupage.loader.ts';
import { Region, ReseauLocal, ReseauTerritorial, Ruisss, type UniteValue } from './decoupage.type.ts';

const TERRITOIRES = 'Territoires de CLSC, entiers, qui la composent.';

export const decoupageReferences = [
  defineReferenceByCode('ReseauLocal', uniteLoaders.RLS),
  defineReferenceByCode('ReseauTerritorial', uniteLoaders.RTS),
  defineReferenceByCode('Region', uniteLoaders.RSS),
  defineReferenceByCode('Ruisss', uniteLoaders.RUISSS),
];

@Resolver(() => ReseauLocal)
export class ReseauLocalResolver {
  @ListSize(96)
  @Query(() => [ReseauLocal], {
    description: 'Les réseaux locaux de services : 93, et trois regroupements nordiques.',
  })
  reseauxLocaux(@Ctx() context: Context): Awaitable<ReseauLocal[]> {
    return readUnites(context, 'RLS');
  }

  @Query(() => ReseauLocal, {
    nullable: true,
    description: 'Un réseau local de services ; nul si le code est inconnu.',
  })
  reseauLocal(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<ReseauLocal | null> {
    return uniteLoaders.RLS.load(context, parseCode(CODE_UNITE.RLS, code));
  }

  @ListSize(6)
  @FieldResolver(() => [TerritoireClsc], { description: TERRITOIRES })
  territoires(@Root() { code }: ReseauLocal, @Ctx() context: Context): Awaitable<TerritoireClsc[]> {
    return territoiresByUnite.RLS.load(context, code);
  }

  @FieldResolver()
  reseauTerritorial(
    @Root() { rtsCode }: UniteValue,
    @Ctx() context: Context,
  ): Awaitable<ReseauTerritorial | null> {
    return uniteLoaders.RTS.load(context, rtsCode);
  }
}

@Resolver(() => ReseauTerritorial)
export class ReseauTerritorialResolver {
  @ListSize(25)
  @Query(() => [ReseauTerritorial], {
    description: 'Les réseaux territoriaux de services : 22, et trois conventionnels.',
  })
  reseauxTerritoriaux(@Ctx() context: Context): Awaitable<ReseauTerritorial[]> {
    return readUnites(context, 'RTS');
  }

  @Query(() => ReseauTerritorial, {
    nullable: true,
    description: 'Un réseau territorial ; nul si le code est inconnu.',
  })
  reseauTerritorial(
    @Arg('code', () => ID) code: string,
    @Ctx() context: Context,
  ): Awaitable<ReseauTerritorial | null> {
    return uniteLoaders.RTS.load(context, parseCode(CODE_UNITE.RTS, code));
  }

  @ListSize(15)
  @FieldResolver(() => [TerritoireClsc], { description: TERRITOIRES })
  territoires(@Root() { code }: ReseauTerritorial, @Ctx() context: Context): Awaitable<TerritoireClsc[]> {
    return territoiresByUnite.RTS.load(context, code);
  }

  @FieldResolver()
  reseauxLocaux(@Root() { code }: ReseauTerritorial, @Ctx() context: Context): Awaitable<ReseauLocal[]> {
    return reseauxLocauxByRts.load(context, code);
  }

  @FieldResolver()
  region(@Root() { rssCode }: UniteValue, @Ctx() context: Context): Awaitable<Region | null> {
    return uniteLoaders.RSS.load(context, rssCode);
  }
}

@Resolver(() => Region)
export class RegionResolver {
  @ListSize(18)
  @Query(() => [Region], { description: 'Les dix-huit régions sociosanitaires.' })
  regions(@Ctx() context: Context): Awaitable<Region[]> {
    return readUnites(context, 'RSS');
  }

  @Query(() => Region, {
    nullable: true,
    description: 'Une région sociosanitaire ; nul si le code est inconnu.',
  })
  region(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Region | null> {
    return uniteLoaders.RSS.load(context, parseCode(CODE_UNITE.RSS, code));
  }

  @ListSize(35)
  @FieldResolver(() => [TerritoireClsc], { description: TERRITOIRES })
  territoires(@Root() { code }: Region, @Ctx() context: Context): Awaitable<TerritoireClsc[]> {
    return territoiresByUnite.RSS.load(context, code);
  }

  @FieldResolver()
  reseauxTerritoriaux(@Root() { code }: Region, @Ctx() context: Context): Awaitable<ReseauTerritorial[]> {
    return reseauxTerritoriauxByRegion.load(context, code);
  }
}

@Resolver(() => Ruisss)
export class RuisssResolver {
  @ListSize(4)
  @Query(() => [Ruisss], { description: 'Les quatre réseaux universitaires intégrés.' })
  ruisss(@Ctx() context: Context): Awaitable<Ruisss[]> {
    return readUnites(context, 'RUISSS');
  }

  @ListSize(60)
  @FieldResolver(() => [TerritoireClsc], { description: TERRITOIRES })
  territoires(@Root() { code }: Ruisss, @Ctx() context: Context): Awaitable<TerritoireClsc[]> {
    return territoiresByUnite.RUISSS.load(context, code);
  }
}
