import type { AbsenceValue } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import {
  type CodeFormat,
  CODE_CAMPAGNE,
  CODE_ETABLISSEMENT,
  CODE_EXIGENCE,
  CODE_INDICATEUR,
  CODE_PERIODE,
  CODE_TERRITOIRE,
  parseCode,
  parseOptionalCode,
} from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { TERRITOIRES_ASKED } from '@palier/runtime/bound-lists';
import { Cost, ListSize } from '@palier/runtime/demand';
import { PalierError } from '@palier/runtime/errors';
import { EtatVerdict } from '@palier/runtime/etat-verdict';
import { refuseInverted } from '@palier/runtime/parse-instant';
import { parseUnites, UNITE_ASKED } from '@palier/runtime/unites';
import { EXERCICE, lastBegunPeriode } from '@palier/runtime/exercice';
import { toLocalDay } from '@palier/runtime/local-day';
import { SensTri } from '@palier/runtime/order';
import { loadAll, parseCodes } from '@palier/runtime/parse-codes';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { DateTime } from '@palier/runtime/scalars';
import { INTERNE } from '@palier/runtime/tags';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { owedIn } from '../absence/owed-in.ts';
import { sayAsked } from '../listing/say-asked.ts';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import { territoireServiLoader } from '../selection/selection.loader.ts';
import type { Context } from '../tables.ts';
import { loadUnite } from './load-unite.ts';
import {
  MESURES_ABSENTES,
  type MesuresChoice,
  mesureLoader,
  readEmpreinte,
  readEmpreintes,
  readLastExercice,
  readLastSuppression,
  readMesures,
  readMesuresOfTerritoire,
  readSuppressed,
} from './mesure.loader.ts';
import { StatutFigure, TriMesures } from './mesure-enums.ts';
import { EmpreinteTerritoire, Mesure, MesureConnection, MesureSupprimee } from './mesure.type.ts';

const MESURE_ID: CodeFormat = {
  pattern: /^\d{4}-\d{4}-P\d{2}:\d{5}:[A-Z]-[A-Z]\d{1,2}:[A-Z_]+(:(EN_PERSONNE|PAR_TELEPHONE))?$/,
  // Written as one, « P01:01111 » would look like a host and its port: the gateway would hide the whole message.
  description:
    'une période (2025-2026-P01), un territoire (01111) et une exigence (A-P5:AAOR), joints par des deux-points',
};

const EXERCICE_ASKED = {
  nullable: true,
  description: 'Exercice, par exemple « 2025-2026 » : de toutes ses campagnes, à moins d’en nommer une.',
} as const;
const PERIODE_DE = {
  nullable: true,
  description: 'Première période, comprise, par exemple « 2025-2026-P03 ».',
} as const;
const PERIODE_A = {
  nullable: true,
  description: 'Dernière période, comprise, par exemple « 2025-2026-P06 ».',
} as const;
const VERDICT = {
  nullable: true,
  description: 'Issue de la comparaison, comme `verdict { etat }` la donne.',
} as const;

/** Which measures of a territory. */
@ArgsType()
class TerritoireMesuresArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description:
      'Campagne ; sans elle, toutes. Sans campagne, exercice ni période : l’exercice le plus récent qui ait une mesure.',
  })
  campagne?: string | null;

  @Field(() => ID, EXERCICE_ASKED)
  exercice?: string | null;

  @Field(() => ID, { nullable: true, description: 'Exigence, par exemple « A-P5:AAOR ».' })
  exigence?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Indicateur de Santé Québec qui compte l’exigence, par exemple « I-A-P5 ».',
  })
  indicateur?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Volet de `exigence`, « en personne » ou « par téléphone ». FILTRE_INVALIDE sans elle, ou quand elle n’a pas ce volet.',
  })
  volet?: string | null;

  @Field(() => ID, { nullable: true, description: 'Période, par exemple « 2025-2026-P03 ».' })
  periode?: string | null;

  @Field(() => ID, PERIODE_DE)
  periodeDe?: string | null;

  @Field(() => ID, PERIODE_A)
  periodeA?: string | null;

  @Field(() => StatutFigure, { nullable: true, description: 'Ce que vaut la valeur.' })
  statut?: StatutFigure | null;

  @Cost(20)
  @Field(() => EtatVerdict, VERDICT)
  verdict?: EtatVerdict | null;
}

/** Which measures of all: each argument that no index serves weighs the table that it has looked through. */
@ArgsType()
class MesuresArgs extends TerritoireMesuresArgs {
  @Cost(5_000)
  @Field(() => EtatVerdict, VERDICT)
  override verdict?: EtatVerdict | null;

  @Cost(3_000)
  @Field(() => ID, EXERCICE_ASKED)
  override exercice?: string | null;

  @Cost(2_000)
  @Field(() => ID, PERIODE_DE)
  override periodeDe?: string | null;

  @Cost(2_000)
  @Field(() => ID, PERIODE_A)
  override periodeA?: string | null;

  @Field(() => ID, { nullable: true, description: 'Territoire, par exemple « 06112 ».' })
  territoire?: string | null;

  @Field(() => [ID], TERRITOIRES_ASKED)
  territoires?: string[] | null;

  @Field(() => ID, UNITE_ASKED.reseauLocal)
  reseauLocal?: string | null;

  @Field(() => ID, UNITE_ASKED.reseauTerritorial)
  reseauTerritorial?: string | null;

  @Field(() => ID, UNITE_ASKED.region)
  region?: string | null;

  @Field(() => ID, UNITE_ASKED.ruisss)
  ruisss?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Établissement qui répond des territoires, huit chiffres ou un sigle.',
  })
  etablissement?: string | null;

  @Cost(3_000)
  @Field(() => TriMesures, { nullable: true, description: 'Ordre ; PERIODE par défaut.' })
  tri?: TriMesures | null;

  @Field(() => SensTri, { nullable: true, description: 'Sens de cet ordre ; CROISSANT par défaut.' })
  sens?: SensTri | null;
}

export const mesureReference = defineReferenceByCode('Mesure', mesureLoader, 'id');

@Resolver(() => Mesure)
export class MesureResolver {
  @Query(() => MesureConnection, {
    description:
      'Mesures, par période, territoire et exigence ; chaque argument restreint la liste. Sans campagne, exercice ni période, celles de l’exercice le plus récent qui en ait.',
  })
  mesures(
    @Ctx() context: Context,
    @Args(() => MesuresArgs) args: MesuresArgs,
  ): Awaitable<ConnectionValue<Mesure>> {
    const asked = {
      ...parseChoice(args),
      territoire: parseOptionalCode(CODE_TERRITOIRE, args.territoire),
      territoires: args.territoires == null ? null : parseCodes(CODE_TERRITOIRE, args.territoires),
      ...parseUnites(args),
      etablissement: parseOptionalCode(CODE_ETABLISSEMENT, args.etablissement),
    };
    const known = loadAll(context, 'territoires', territoireServiLoader, asked.territoires ?? []);
    const list = chain(known, () =>
      chain(loadMoment(context, asked), (exerciceChoisi) => {
        const choice = { ...asked, exercice: asked.exercice ?? exerciceChoisi };
        const absence = () => sayMissing(context, choice, exerciceChoisi);
        return chain(readMesures(context, args, choice, { absence }), (page) => ({
          ...page,
          exerciceChoisi,
        }));
      }),
    );
    return sayAsked(list, args);
  }

  @Directive(INTERNE)
  @Cost(1_000)
  @Query(() => String, {
    nullable: true,
    description:
      'Empreinte de mesures : elle change dès qu’une mesure est ajoutée, retirée ou révisée. Nulle quand il n’y en a pas.',
  })
  empreinteMesures(
    @Ctx() context: Context,
    @Arg('campagne', () => ID, {
      nullable: true,
      description: 'Campagne ; sans elle, tout l’exercice le plus récent qui ait une mesure.',
    })
    campagne?: string | null,
  ): Awaitable<string | null> {
    const asked = { campagne: parseOptionalCode(CODE_CAMPAGNE, campagne) };
    return chain(loadExerciceChoisi(context, asked), (exercice) =>
      readEmpreinte(context, { ...asked, exercice }),
    );
  }

  @Directive(INTERNE)
  // For each territory: the measures of all are read once.
  @Cost(6)
  @ListSize(166)
  @Query(() => [EmpreinteTerritoire], {
    description:
      'Empreinte des mesures de chaque territoire dans un exercice, toutes campagnes : elle change dès que l’une est ajoutée, retirée ou révisée. Un territoire sans mesure n’y est pas.',
  })
  empreintesMesures(
    @Ctx() context: Context,
    @Arg('exercice', () => ID, { description: 'Exercice, par exemple « 2025-2026 ».' }) exercice: string,
  ): Awaitable<EmpreinteTerritoire[]> {
    return readEmpreintes(context, parseCode(EXERCICE, exercice));
  }

  @Directive(INTERNE)
  // What was said of each, now and before, is read once.
  @Cost(6)
  @ListSize(5_000)
  @Query(() => [MesureSupprimee], {
    description:
      'Les mesures d’un exercice dont le chiffre est supprimé, toutes campagnes, celles qui ne sont plus publiées comprises : d’aujourd’hui, quel que soit l’instant lu.',
  })
  mesuresSupprimees(
    @Ctx() context: Context,
    @Arg('exercice', () => ID, { description: 'Exercice, par exemple « 2025-2026 ».' }) exercice: string,
  ): Awaitable<MesureSupprimee[]> {
    return readSuppressed(context, parseCode(EXERCICE, exercice));
  }

  // What was said of each, now and before, is read once.
  @Cost(1_000)
  @Query(() => DateTime, {
    nullable: true,
    description:
      'Quand un chiffre déjà publié a été supprimé pour la dernière fois, de ceux qui le restent ; nul s’il n’y en a pas. D’aujourd’hui, quel que soit l’instant lu. Qui garde des mesures lues avant cet instant les relit : un passé ne dit plus ce que ce chiffre disait.',
  })
  derniereSuppressionMesures(@Ctx() context: Context): Awaitable<string | null> {
    return readLastSuppression(context, {});
  }

  @Query(() => Mesure, { nullable: true, description: 'Une mesure ; nul si elle est inconnue.' })
  mesure(@Arg('id', () => ID) id: string, @Ctx() context: Context): Awaitable<Mesure | null> {
    return mesureLoader.load(context, parseCode(MESURE_ID, id));
  }
}

@Resolver(() => TerritoireClsc)
export class TerritoireMesuresResolver {
  @FieldResolver(() => MesureConnection, {
    nullable: true,
    description:
      'Mesures du territoire ; sans campagne, exercice ni période, celles de l’exercice le plus récent qui en ait dans un territoire au moins.',
  })
  mesures(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Args(() => TerritoireMesuresArgs) args: TerritoireMesuresArgs,
  ): Awaitable<ConnectionValue<Mesure>> {
    const given = parseChoice(args);
    const list = chain(loadMoment(context, given), (exerciceChoisi) => {
      const choice = { territoire: code, ...given, exercice: given.exercice ?? exerciceChoisi };
      const absence = () => sayMissing(context, choice, exerciceChoisi);
      return { ...readMesuresOfTerritoire(context, args, choice, { absence }), exerciceChoisi };
    });
    return sayAsked(list, args);
  }
}

/** What says of when measures are asked. */
const MOMENT = ['campagne', 'exercice', 'periode', 'periodeDe', 'periodeA'] as const;

/**
 * Where nothing asked says of when, the exercice that a list is of; null elsewhere, and where there is no measure. The pages of a
 * list are of one: its cursors are refused once another is the last.
 */
function loadExerciceChoisi(
  context: Context,
  asked: { readonly [name in (typeof MOMENT)[number]]?: string | null },
): Awaitable<string | null> {
  return MOMENT.some((name) => asked[name] != null)
    ? null
    : readLastExercice(context, lastBegunPeriode(toLocalDay(context.au ?? new Date().toISOString())));
}

/** The same of measures, once their volet is known to be one: see `refuseOtherVolet`. */
const loadMoment = (
  context: Context,
  asked: Pick<
    MesuresChoice,
    'exigence' | 'volet' | 'campagne' | 'exercice' | 'periode' | 'periodeDe' | 'periodeA'
  >,
): Awaitable<string | null> =>
  chain(refuseOtherVolet(context, asked), () => loadExerciceChoisi(context, asked));

/** Raises FILTRE_INVALIDE for a volet of no exigence, or that the exigence does not have: nobody owes what is not there. */
function refuseOtherVolet(
  context: Context,
  { exigence, volet }: Pick<MesuresChoice, 'exigence' | 'volet'>,
): Awaitable<unknown> {
  if (volet == null) return null;
  if (exigence == null)
    throw new PalierError('FILTRE_INVALIDE', '`volet` est celui d’une exigence : nommer aussi `exigence`.');
  return loadUnite(context, exigence, volet);
}

/** What is missing of a list, and of which exercice it is where nobody asked for one. */
function sayMissing(
  context: Context,
  choice: MesuresChoice,
  exerciceChoisi: string | null,
): Awaitable<AbsenceValue> {
  const { statut, verdict } = choice;
  return chain(
    owedIn(context, MESURES_ABSENTES, { ...choice, etat: statut ?? verdict ?? null }),
    (said): AbsenceValue =>
      exerciceChoisi === null
        ? said
        : {
            ...said,
            motif: `Sans campagne, exercice ni période, la liste est celle de l’exercice ${exerciceChoisi}, le plus récent qui ait une mesure. ${said.motif}`,
          },
  );
}

/** What any list of measures may be narrowed by. Raises CODE_INVALIDE, and FILTRE_INVALIDE for a range that ends before it begins. */
function parseChoice(args: TerritoireMesuresArgs) {
  const periodeDe = parseOptionalCode(CODE_PERIODE, args.periodeDe);
  const periodeA = parseOptionalCode(CODE_PERIODE, args.periodeA);
  refuseInverted({ de: 'periodeDe', a: 'periodeA' }, { de: periodeDe, a: periodeA });
  return {
    campagne: parseOptionalCode(CODE_CAMPAGNE, args.campagne),
    exercice: parseOptionalCode(EXERCICE, args.exercice),
    exigence: parseOptionalCode(CODE_EXIGENCE, args.exigence),
    indicateur: parseOptionalCode(CODE_INDICATEUR, args.indicateur),
    volet: args.volet ?? null,
    periode: parseOptionalCode(CODE_PERIODE, args.periode),
    periodeDe,
    periodeA,
    statut: args.statut ?? null,
    verdict: args.verdict ?? null,
  };
}
