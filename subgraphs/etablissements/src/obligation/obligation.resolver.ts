import type { AbsenceValue } from '@palier/runtime/absence';
import type { Awaitable } from '@palier/runtime/awaitable';
import { CODE_CAMPAGNE, parseOptionalCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { Cost, ListSize } from '@palier/runtime/demand';
import { DEMANDES, type DemandeCampagne } from '@palier/runtime/demande-campagne.type';
import { PalierError } from '@palier/runtime/errors';
import { toLocalDay } from '@palier/runtime/local-day';
import { parsePastInstant, refuseAfterQuestion } from '@palier/runtime/parse-instant';
import { Args, ArgsType, Ctx, Directive, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { HORS_MANDATS, isOutsideMandates } from '../absence/owed-there.loader.ts';
import { sayAsked } from '../listing/say-asked.ts';
import { Etablissement, TerritoireClsc } from '../other-levels/extended.type.ts';
import { redditions } from '../reddition/reddition.loader.ts';
import type { Reddition } from '../reddition/reddition.type.ts';
import type { Context } from '../tables.ts';
import { ABSENCES_OBLIGATIONS, readObligations } from './obligation.loader.ts';
import {
  EtatObligation,
  ObligationReddition,
  ObligationRedditionConnection,
  type ObligationValue,
} from './obligation.type.ts';

@ArgsType()
class ObligationsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Instant, selon la norme ISO 8601 : ce qui était dû et connu alors (« 2027-05-16T12:00:00Z »), ou jour (« 2027-05-16 »), qui vaut sa dernière milliseconde, heure de Québec ; sans lui, maintenant. À venir : ce qui serait dû alors, si rien n’arrive que ce qui est connu maintenant (`hypothese` le dit).',
  })
  au?: string | null;

  @Field(() => ID, { nullable: true, description: 'Campagne, par exemple « 2026-2027 ».' })
  campagne?: string | null;

  @Field(() => EtatObligation, { nullable: true, description: 'Restreint la liste à un état.' })
  etat?: EtatObligation | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Vrai : celles qui ont été reçues à l’échéance ; faux : celles qui l’ont été après elle, retournées et consolidées comprises.',
  })
  aTemps?: boolean | null;
}

const DESCRIPTION =
  'toutes campagnes : ce qui est dû, pour quand, selon quel texte, et ce qu’il en est advenu à un instant donné.';

@Resolver(() => Etablissement)
export class EtablissementObligationsResolver {
  @Cost(20)
  @ListSize(2_000)
  @Directive(`@requires(fields: "categorie ${DEMANDES}")`)
  @FieldResolver(() => ObligationRedditionConnection, {
    nullable: true,
    description: `Mesures que l’établissement doit rendre, ${DESCRIPTION}`,
  })
  obligations(
    @Root() { code, categorie, demandes }: Etablissement,
    @Ctx() context: Context,
    @Args(() => ObligationsArgs) args: ObligationsArgs,
  ): Awaitable<ConnectionValue<ObligationValue>> {
    const isTerritorial = categorie === 'ETABLISSEMENT_TERRITORIAL';
    const absence = isTerritorial ? null : ABSENCES_OBLIGATIONS.nonTerritorial;
    return listObligations(context, { name: `Etablissement ${code}`, demandes, absence }, args);
  }
}

@Resolver(() => TerritoireClsc)
export class TerritoireObligationsResolver {
  @Cost(20)
  @ListSize(200)
  @Directive(`@requires(fields: "${DEMANDES}")`)
  @FieldResolver(() => ObligationRedditionConnection, {
    nullable: true,
    description: `Mesures dues pour le territoire, ${DESCRIPTION}`,
  })
  obligations(
    @Root() { code, demandes }: TerritoireClsc,
    @Ctx() context: Context,
    @Args(() => ObligationsArgs) args: ObligationsArgs,
  ): Awaitable<ConnectionValue<ObligationValue>> {
    const absence = isOutsideMandates(code) ? HORS_MANDATS : null;
    return listObligations(context, { name: `TerritoireClsc ${code}`, demandes, absence }, args);
  }
}

@Resolver(() => ObligationReddition)
export class ObligationRedditionResolver {
  @FieldResolver()
  reddition(
    @Root() { redditionId }: ObligationValue,
    @Ctx() context: Context,
  ): Awaitable<Reddition | null> | null {
    return redditionId === null ? null : redditions.byKey.load(context, redditionId);
  }
}

interface Owing {
  readonly name: string;
  readonly demandes?: readonly DemandeCampagne[] | null | undefined;
  /** Why nothing can be owed here; null where something can. */
  readonly absence: AbsenceValue | null;
}

/** Raises CODE_INVALIDE, FILTRE_INVALIDE and PAGE_INVALIDE; GRAPHE_INDISPONIBLE when Santé Québec did not say what it asks. */
function listObligations(
  context: Context,
  { name, demandes, absence }: Owing,
  args: ObligationsArgs,
): Awaitable<ConnectionValue<ObligationValue>> {
  const campagne = parseOptionalCode(CODE_CAMPAGNE, args.campagne);
  const etat = args.etat ?? null;
  const aTemps = args.aTemps ?? null;
  const au = args.au == null ? null : parsePastInstant('au', args.au);
  if (au !== null) refuseAfterQuestion('au', au, context.au);
  if (demandes == null)
    throw new PalierError(
      'GRAPHE_INDISPONIBLE',
      'Santé Québec ne dit pas ce que ses campagnes demandent : ce qui est dû n’est pas connu pour l’instant.',
    );
  const isToCome = au !== null && au > new Date().toISOString();
  if (isToCome || (au === null && context.au === undefined)) context.isOfThisMoment = true;
  const jour = toLocalDay(au ?? context.au ?? new Date().toISOString());
  const choice = { demandes, campagne, au, jour, etat, aTemps };
  const isAsked = demandes.some(
    ({ campagneCode, ouverteLe }) =>
      (campagne === null || campagneCode === campagne) && (au === null || ouverteLe <= au),
  );
  const unasked = campagne === null ? 'sansCampagne' : 'nonOuverte';
  const list = readObligations(context, args, choice, {
    absence: absence ?? ABSENCES_OBLIGATIONS[isAsked ? 'filtrees' : unasked],
    // What is asked of a place may change between two of its pages.
    cursorOf: { name, campagne, etat, aTemps, au },
  });
  const withHypothese = { ...list, hypothese: isToCome ? sayHypothese(jour) : null };
  return sayAsked(withHypothese, { campagne: args.campagne ?? null });
}

/** What is due by then is known; what will be received, asked for or given more time is not. */
const sayHypothese = (jour: string): string =>
  `Le ${jour} ${jour === toLocalDay(new Date().toISOString()) ? 'n’est pas fini' : 'est à venir'} : ce qui est dû, reçu et examiné est ce qui en est connu maintenant, et l’état est celui de ce jour-là si rien d’autre n’arrive.`;
