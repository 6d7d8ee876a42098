import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { TERRITOIRES_ASKED } from '@palier/runtime/bound-lists';
import {
  CODE_CAMPAGNE,
  CODE_ETABLISSEMENT,
  CODE_EXIGENCE,
  CODE_INDICATEUR,
  CODE_PERIODE,
  CODE_TERRITOIRE,
  CODE_UNITE,
  parseCode,
  parseOptionalCode,
} from '@palier/runtime/code-format';
import { PalierError } from '@palier/runtime/errors';
import { toPeriode } from '@palier/runtime/exercice';
import { SensTri } from '@palier/runtime/order';
import { loadAll, parseCodes } from '@palier/runtime/parse-codes';
import type { Origine } from '@palier/runtime/provenance';
import { Args, ArgsType, Ctx, Directive, Field, ID, Int, Query, Resolver } from 'type-graphql';
import { owedIn } from '../absence/owed-in.ts';
import { territoireServiLoader } from '../selection/selection.loader.ts';
import type { Context } from '../tables.ts';
import { type ClassementChoice, readCandidates } from './classement.loader.ts';
import { MESURES_ABSENTES } from './mesure.loader.ts';
import { ClassementTerritoires } from './classement.type.ts';
import { type RangeeAsked, loadExigenceRangee } from './load-exigence-rangee.ts';
import { loadUnite } from './load-unite.ts';
import type { Mesure } from './mesure.type.ts';
import { rankTerritoires } from './rank-territoires.ts';

const MOST_RANGS = 170;
const DEFAULT_RANGS = 10;

@ArgsType()
class ClassementArgs {
  @Field(() => ID, {
    nullable: true,
    description:
      'Exigence mesurée, par exemple « A-P11:INFO_SOCIAL ». Il en faut une, ou un indicateur qui n’en compte qu’une.',
  })
  exigence?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Indicateur de Santé Québec, par exemple « I-A-P11 », dont l’exigence est rangée. FILTRE_INVALIDE quand il en compte plusieurs, sans `exigence` qui dise laquelle : leurs valeurs ne se comparent pas.',
  })
  indicateur?: string | null;

  @Field(() => ID, { description: 'Période, par exemple « 2025-2026-P03 ».' })
  periode: string;

  @Field(() => String, {
    nullable: true,
    description: 'Volet, « en personne » ou « par téléphone », exigé quand l’exigence en a.',
  })
  volet?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Campagne ; sans elle, toutes celles qui ont mesuré la période.',
  })
  campagne?: string | null;

  @Field(() => SensTri, {
    nullable: true,
    description:
      'CROISSANT, par défaut : la plus petite valeur d’abord. `direction` de l’indicateur dit laquelle est la meilleure.',
  })
  sens?: SensTri | null;

  @Field(() => Int, {
    nullable: true,
    description: `Nombre de territoires montrés, de 1 à ${MOST_RANGS} ; ${DEFAULT_RANGS} par défaut.`,
  })
  n?: number | null;

  @Field(() => ID, { nullable: true, description: 'Parmi ceux d’une région, deux chiffres.' })
  region?: string | null;

  @Field(() => ID, { nullable: true, description: 'Parmi ceux d’un RTS, trois chiffres.' })
  reseauTerritorial?: string | null;

  @Field(() => ID, { nullable: true, description: 'Parmi ceux d’un RUISSS, un chiffre.' })
  ruisss?: string | null;

  @Field(() => ID, { nullable: true, description: 'Parmi ceux dont un établissement répond.' })
  etablissement?: string | null;

  @Field(() => [ID], TERRITOIRES_ASKED)
  territoires?: string[] | null;
}

@Resolver()
export class ClassementResolver {
  @Directive(
    `@listSize(assumedSize: ${DEFAULT_RANGS}, slicingArguments: ["n"], sizedFields: ["rangs"], requireOneSlicingArgument: false)`,
  )
  @Query(() => ClassementTerritoires, {
    nullable: true,
    description:
      'Les `n` premiers territoires par la valeur d’une exigence à une période ; les derniers, dans l’autre sens. Nul si aucun territoire n’est dans ce qui est demandé.',
  })
  classementTerritoires(
    @Ctx() context: Context,
    @Args(() => ClassementArgs) args: ClassementArgs,
  ): Awaitable<ClassementTerritoires | null> {
    const among = parseAmong(args);
    const order = { sens: args.sens ?? SensTri.CROISSANT, n: parseN(args.n) };
    const rangee = parseRangee(args);
    const known = loadAll(context, 'territoires', territoireServiLoader, among.territoires ?? []);
    return chain(known, () =>
      chain(loadExigenceRangee(context, rangee), (exigence) => rank(context, { ...among, exigence }, order)),
    );
  }
}

function rank(
  context: Context,
  choice: ClassementChoice,
  order: { readonly sens: SensTri; readonly n: number },
): Awaitable<ClassementTerritoires | null> {
  return chain(loadUnite(context, choice.exigence, choice.volet), (unite) =>
    chain(readCandidates(context, choice), (rows) => {
      if (rows.length === 0) return null;
      const ranking = rankTerritoires(rows, { unite: unite ?? '', ...order });
      const said = {
        exigence: { code: choice.exigence },
        volet: choice.volet,
        periode: toPeriode(choice.periode),
        campagne: choice.campagne,
        unite,
        territoires: rows.length,
        ...ranking,
        origine: originOf(ranking.rangs.map(({ mesure }) => mesure)),
      };
      if (ranking.ranges > 0) return { ...said, absence: null };
      return chain(owedIn(context, MESURES_ABSENTES, choice), (absence): ClassementTerritoires => ({
        ...said,
        absence,
      }));
    }),
  );
}

const parseRangee = ({ exigence, indicateur }: ClassementArgs): RangeeAsked => ({
  exigence: parseOptionalCode(CODE_EXIGENCE, exigence),
  indicateur: parseOptionalCode(CODE_INDICATEUR, indicateur),
});

function parseAmong({ volet, ...args }: ClassementArgs): Omit<ClassementChoice, 'exigence'> {
  return {
    volet: volet ?? null,
    periode: parseCode(CODE_PERIODE, args.periode),
    campagne: parseOptionalCode(CODE_CAMPAGNE, args.campagne),
    region: parseOptionalCode(CODE_UNITE.RSS, args.region),
    reseauTerritorial: parseOptionalCode(CODE_UNITE.RTS, args.reseauTerritorial),
    ruisss: parseOptionalCode(CODE_UNITE.RUISSS, args.ruisss),
    etablissement: parseOptionalCode(CODE_ETABLISSEMENT, args.etablissement),
    territoires: args.territoires == null ? null : parseCodes(CODE_TERRITOIRE, args.territoires),
  };
}

function parseN(n: number | null | undefined): number {
  const given = n ?? DEFAULT_RANGS;
  if (given >= 1 && given <= MOST_RANGS) return given;
  throw new PalierError('PAGE_INVALIDE', `n va de 1 à ${MOST_RANGS} ; reçu : ${given}.`);
}

function originOf(mesures: readonly Mesure[]): Origine | null {
  const origines = mesures.map(({ provenance }) => provenance.origine);
  return origines.find((origine) => origine === 'DEMONSTRATION') ?? origines[0] ?? null;
}
