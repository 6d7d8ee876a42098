import { type CodeFormat, parseCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs, parsePage, toConnection } from '@palier/runtime/connection';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { CODE_UNITE, uniteLoaders } from '../decoupage/decoupage.loader.ts';
import type { Region, ReseauLocal, ReseauTerritorial, Ruisss } from '../decoupage/decoupage.type.ts';
import type { Context } from '../tables.ts';
import { situatePopulation } from './situation-population.ts';
import { populationsLoader, territoireLoader, toTerritoireClsc } from './territoire-clsc.loader.ts';
import { type TerritoireFiltre, countTerritoires, listTerritoires } from './territoire-clsc.queries.ts';
import {
  type Population,
  type SituationPopulation,
  TerritoireClsc,
  TerritoireClscConnection,
  type TerritoireClscValue,
  TerritoiresClscFiltre,
} from './territoire-clsc.type.ts';

const CODE_TERRITOIRE: CodeFormat = {
  pattern: /^\d{5}$/,
  description: 'cinq chiffres, par exemple 06112',
};

export const territoireClscReference = defineReferenceByCode('TerritoireClsc', (codes, context) =>
  territoireLoader.loadMany(context, codes),
);

@Resolver(() => TerritoireClsc)
export class TerritoireClscResolver {
  @Query(() => TerritoireClscConnection, { description: 'Les 166 territoires de CLSC, par code.' })
  async territoiresClsc(
    @Ctx() { database }: Context,
    @Args(() => PageArgs) pageArgs: PageArgs,
    @Arg('filtre', () => TerritoiresClscFiltre, { nullable: true }) filtre?: TerritoiresClscFiltre | null,
  ): Promise<ConnectionValue<TerritoireClscValue>> {
    const page = parsePage('territoiresClsc', pageArgs);
    const chosen = parseFiltre(filtre ?? {});
    const rows = await listTerritoires(database, chosen, { afterKey: page.afterKey, limit: page.first + 1 });
    return toConnection({
      page,
      rows: rows.map(toTerritoireClsc),
      keyOf: ({ code }) => code,
      count: () => countTerritoires(database, chosen),
    });
  }

  @Query(() => TerritoireClsc, {
    nullable: true,
    description: 'Un territoire de CLSC ; nul si le code est inconnu.',
  })
  territoireClsc(
    @Arg('code', () => ID) code: string,
    @Ctx() context: Context,
  ): Promise<TerritoireClscValue | null> {
    return territoireLoader.load(context, parseCode(CODE_TERRITOIRE, code));
  }

  @FieldResolver()
  reseauLocal(@Root() { unites }: TerritoireClscValue, @Ctx() context: Context): Promise<ReseauLocal | null> {
    return uniteLoaders.RLS.load(context, unites.RLS);
  }

  @FieldResolver()
  reseauTerritorial(
    @Root() { unites }: TerritoireClscValue,
    @Ctx() context: Context,
  ): Promise<ReseauTerritorial | null> {
    return uniteLoaders.RTS.load(context, unites.RTS);
  }

  @FieldResolver()
  region(@Root() { unites }: TerritoireClscValue, @Ctx() context: Context): Promise<Region | null> {
    return uniteLoaders.RSS.load(context, unites.RSS);
  }

  @FieldResolver()
  ruisss(@Root() { unites }: TerritoireClscValue, @Ctx() context: Context): Promise<Ruisss | null> {
    return uniteLoaders.RUISSS.load(context, unites.RUISSS);
  }

  @FieldResolver()
  async population(
    @Root() { code }: TerritoireClscValue,
    @Ctx() context: Context,
    @Arg('annee', () => Int, { nullable: true }) annee?: number | null,
  ): Promise<Population | null> {
    const populations = await populationsLoader.load(context, code);
    return annee == null
      ? referencePopulation(populations)
      : (populations.find((one) => one.annee === annee) ?? null);
  }

  @FieldResolver()
  populations(@Root() { code }: TerritoireClscValue, @Ctx() context: Context): Promise<Population[]> {
    return populationsLoader.load(context, code);
  }

  @FieldResolver()
  async situationPopulation(
    @Root() { code }: TerritoireClscValue,
    @Ctx() context: Context,
  ): Promise<SituationPopulation> {
    const population = referencePopulation(await populationsLoader.load(context, code));
    if (population === null) throw new Error(`territory ${code} was born without an estimate`);
    return situatePopulation(population);
  }
}

/** The earliest estimate is the only one published for every territory by itself; later ones are partly inferred. */
function referencePopulation(populations: readonly Population[]): Population | null {
  return populations.find(({ nature }) => nature === 'ESTIMATION') ?? null;
}

function parseFiltre({
  reseauLocal,
  reseauTerritorial,
  region,
  ruisss,
}: TerritoiresClscFiltre): TerritoireFiltre {
  return {
    rlsCode: reseauLocal == null ? null : parseCode(CODE_UNITE.RLS, reseauLocal),
    rtsCode: reseauTerritorial == null ? null : parseCode(CODE_UNITE.RTS, reseauTerritorial),
    rssCode: region == null ? null : parseCode(CODE_UNITE.RSS, region),
    ruisssCode: ruisss == null ? null : parseCode(CODE_UNITE.RUISSS, ruisss),
  };
}
