import { type Awaitable, chain } from '@palier/runtime/awaitable';
import {
  CODE_ETABLISSEMENT,
  CODE_TERRITOIRE,
  CODE_UNITE,
  parseCode,
  parseOptionalCode,
} from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { MOST_LISTED } from '@palier/runtime/bound-lists';
import { ListSize } from '@palier/runtime/demand';
import { PalierError } from '@palier/runtime/errors';
import { SensTri } from '@palier/runtime/order';
import { loadAll, parseCodes } from '@palier/runtime/parse-codes';
import { defineReferenceByCode } from '@palier/runtime/reference';
import type { Criterion } from '@palier/runtime/unknown-filter';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { uniteLoaders } from '../decoupage/decoupage.loader.ts';
import type { Region, ReseauLocal, ReseauTerritorial, Ruisss } from '../decoupage/decoupage.type.ts';
import { etablissementConnuLoader } from '../selection/selection.loader.ts';
import type { Context } from '../tables.ts';
import { situatePopulation } from './situation-population.ts';
import { populationsByTerritoire } from './population.loader.ts';
import type { Population } from './population.type.ts';
import { readTerritoires, territoireLoader, type TerritoiresChoice } from './territoire-clsc.loader.ts';
import {
  type SituationPopulation,
  TerritoireClsc,
  TerritoireClscConnection,
  type TerritoireClscValue,
  TerritoiresClscFiltre,
  TriTerritoires,
} from './territoire-clsc.type.ts';

/** One page. */

export const territoireClscReference = defineReferenceByCode('TerritoireClsc', territoireLoader);

@ArgsType()
class TerritoiresClscArgs extends PageArgs {
  @Field(() => TriTerritoires, { nullable: true, description: 'Ordre ; CODE par défaut.' })
  tri?: TriTerritoires | null;

  @Field(() => SensTri, { nullable: true, description: 'Sens de cet ordre ; CROISSANT par défaut.' })
  sens?: SensTri | null;
}

@Resolver(() => TerritoireClsc)
export class TerritoireClscResolver {
  @ListSize(166)
  @Query(() => TerritoireClscConnection, {
    description: 'Les 166 territoires de CLSC, par code ou dans l’ordre demandé.',
  })
  territoiresClsc(
    @Ctx() context: Context,
    @Args(() => TerritoiresClscArgs) pageArgs: TerritoiresClscArgs,
    @Arg('filtre', () => TerritoiresClscFiltre, { nullable: true }) filtre?: TerritoiresClscFiltre | null,
    @Arg('codes', () => [ID], {
      nullable: true,
      description: `Ceux-ci seulement, dans cet ordre, chacun une fois ; ${MOST_LISTED} au plus. FILTRE_INVALIDE nomme celui qui est inconnu. Se combine avec \`filtre\`.`,
    })
    codes?: string[] | null,
  ): Awaitable<ConnectionValue<TerritoireClscValue>> {
    const chosen = parseFiltre(filtre ?? {});
    const criteria = listCriteria(context, chosen);
    if (codes == null) return readTerritoires(context, pageArgs, chosen, { criteria });
    const asked = parseCodes(CODE_TERRITOIRE, codes);
    return chain(loadAll(context, 'codes', territoireLoader, asked), () =>
      readTerritoires(context, pageArgs, { ...chosen, codes: asked }, { criteria }),
    );
  }

  @Query(() => TerritoireClsc, {
    nullable: true,
    description: 'Un territoire de CLSC ; nul si le code est inconnu.',
  })
  territoireClsc(
    @Arg('code', () => ID) code: string,
    @Ctx() context: Context,
  ): Awaitable<TerritoireClscValue | null> {
    return territoireLoader.load(context, parseCode(CODE_TERRITOIRE, code));
  }

  @FieldResolver()
  reseauLocal(
    @Root() { unites }: TerritoireClscValue,
    @Ctx() context: Context,
  ): Awaitable<ReseauLocal | null> {
    return uniteLoaders.RLS.load(context, unites.RLS);
  }

  @FieldResolver()
  reseauTerritorial(
    @Root() { unites }: TerritoireClscValue,
    @Ctx() context: Context,
  ): Awaitable<ReseauTerritorial | null> {
    return uniteLoaders.RTS.load(context, unites.RTS);
  }

  @FieldResolver()
  region(@Root() { unites }: TerritoireClscValue, @Ctx() context: Context): Awaitable<Region | null> {
    return uniteLoaders.RSS.load(context, unites.RSS);
  }

  @FieldResolver()
  ruisss(@Root() { unites }: TerritoireClscValue, @Ctx() context: Context): Awaitable<Ruisss | null> {
    return uniteLoaders.RUISSS.load(context, unites.RUISSS);
  }

  @FieldResolver()
  population(
    @Root() { code }: TerritoireClscValue,
    @Ctx() context: Context,
    @Arg('annee', () => Int, { nullable: true }) annee?: number | null,
  ): Awaitable<Population | null> {
    return chain(populationsByTerritoire.load(context, code), (populations) =>
      annee == null
        ? latestEstimate(populations)
        : (populations.findLast((one) => one.annee === annee) ?? null),
    );
  }

  @FieldResolver()
  populations(@Root() { code }: TerritoireClscValue, @Ctx() context: Context): Awaitable<Population[]> {
    return populationsByTerritoire.load(context, code);
  }

  @FieldResolver()
  situationPopulation(
    @Root() { code }: TerritoireClscValue,
    @Ctx() context: Context,
  ): Awaitable<SituationPopulation> {
    return chain(populationsByTerritoire.load(context, code), (populations) => {
      const population = latestEstimate(populations);
      if (population === null) throw new Error(`territory ${code} was born without an estimate`);
      return situatePopulation(population);
    });
  }
}

/** The years come in order. A later projection is no estimate, and whether an estimate is inferred is its own to say. */
function latestEstimate(populations: readonly Population[]): Population | null {
  return populations.findLast(({ nature }) => nature === 'ESTIMATION') ?? null;
}

function listCriteria(
  context: Context,
  { rlsCode, rtsCode, rssCode, ruisssCode, etablissement }: TerritoiresChoice,
): readonly Criterion[] {
  const find = (genre: keyof typeof uniteLoaders) => (code: string) =>
    uniteLoaders[genre].load(context, code);
  return [
    { name: 'reseauLocal', value: rlsCode, find: find('RLS') },
    { name: 'reseauTerritorial', value: rtsCode, find: find('RTS') },
    { name: 'region', value: rssCode, find: find('RSS') },
    { name: 'ruisss', value: ruisssCode, find: find('RUISSS') },
    {
      name: 'etablissement',
      value: etablissement,
      find: (code) => etablissementConnuLoader.load(context, code),
    },
  ];
}

function parseFiltre({
  reseauLocal,
  reseauTerritorial,
  region,
  ruisss,
  etablissement,
  populationDe = null,
  populationA = null,
  situationPopulation = null,
}: TerritoiresClscFiltre): TerritoiresChoice {
  if (populationDe !== null && populationA !== null && populationDe > populationA)
    throw new PalierError(
      'FILTRE_INVALIDE',
      `\`populationDe\` (${populationDe}) est plus que \`populationA\` (${populationA}).`,
    );
  return {
    populationDe,
    populationA,
    situationPopulation,
    rlsCode: reseauLocal == null ? null : parseCode(CODE_UNITE.RLS, reseauLocal),
    rtsCode: reseauTerritorial == null ? null : parseCode(CODE_UNITE.RTS, reseauTerritorial),
    rssCode: region == null ? null : parseCode(CODE_UNITE.RSS, region),
    ruisssCode: ruisss == null ? null : parseCode(CODE_UNITE.RUISSS, ruisss),
    etablissement: parseOptionalCode(CODE_ETABLISSEMENT, etablissement),
  };
}
