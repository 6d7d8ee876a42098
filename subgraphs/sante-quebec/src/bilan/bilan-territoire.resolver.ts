import { AUCUN_TERRITOIRE, type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import {
  CODE_CAMPAGNE,
  CODE_ETABLISSEMENT,
  CODE_INDICATEUR,
  CODE_TERRITOIRE,
  parseOptionalCode,
} from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { TERRITOIRES_ASKED } from '@palier/runtime/bound-lists';
import { Cost } from '@palier/runtime/demand';
import { PalierError } from '@palier/runtime/errors';
import { EtatVerdict } from '@palier/runtime/etat-verdict';
import { SensTri } from '@palier/runtime/order';
import { loadAll, parseCodes } from '@palier/runtime/parse-codes';
import { DateTime } from '@palier/runtime/scalars';
import { parseUnites, type Unite, UNITE_ASKED } from '@palier/runtime/unites';
import { sayUnknown } from '@palier/runtime/unknown-filter';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { CAMPAGNE_ABSENTE, CAMPAGNE_OR_CURRENT, loadCampagneOrCurrent } from '../campagne/campagne.loader.ts';
import { etablissementLoader, responsabiliteByTerritoire } from '../etablissement/etablissement.loader.ts';
import { indicateurLoader } from '../indicateur/indicateur.loader.ts';
import type { Context } from '../tables.ts';
import { sayNotConsolidated } from './bilan-absence.loader.ts';
import { readBilans, readLastWithheld, readUnite } from './bilan-territoire.loader.ts';
import {
  type BilansChoice,
  BilanTerritoireConnection,
  type BilanTerritoireValue,
  TriBilans,
} from './bilan-territoire.type.ts';

@ArgsType()
class BilansArgs extends PageArgs {
  @Field(() => ID, CAMPAGNE_OR_CURRENT)
  campagne?: string | null;

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

  @Field(() => ID, {
    nullable: true,
    description:
      'Territoires dont une mesure au moins est demandée pour cet indicateur, par exemple « I-A-P5 ». Leur bilan reste entier. Une case dont les verdicts sont réservés n’en dit aucun.',
  })
  indicateur?: string | null;

  @Field(() => EtatVerdict, {
    nullable: true,
    description:
      'Territoires dont une mesure au moins a cette issue ; avec `indicateur`, une mesure de celui-ci. Leur bilan reste entier.',
  })
  verdict?: EtatVerdict | null;

  @Field(() => TriBilans, { nullable: true, description: 'Ordre ; TERRITOIRE par défaut.' })
  tri?: TriBilans | null;

  @Field(() => SensTri, { nullable: true, description: 'Sens de cet ordre ; CROISSANT par défaut.' })
  sens?: SensTri | null;
}

const sayFiltered = (given: readonly string[]): AbsenceValue =>
  nothingOwed(
    `La campagne est consolidée, et sa consolidation n’a aucun territoire qui réponde à la fois à tout ce qui est demandé : ${given.join(', ')}.`,
  );

@Resolver()
export class BilansResolver {
  @Query(() => BilanTerritoireConnection, {
    description:
      'Le bilan de chaque territoire pour une campagne, par code de territoire ou dans l’ordre demandé ; les unités sont celles de la consolidation. À comptes égaux, chaque territoire est là, par code.',
  })
  bilans(
    @Ctx() context: Context,
    @Args(() => BilansArgs) args: BilansArgs,
  ): Awaitable<ConnectionValue<BilanTerritoireValue>> {
    const asked = parseOptionalCode(CODE_CAMPAGNE, args.campagne);
    const unites = parseUnites(args);
    const etablissement = parseOptionalCode(CODE_ETABLISSEMENT, args.etablissement);
    const indicateur = parseOptionalCode(CODE_INDICATEUR, args.indicateur);
    const territoires = args.territoires == null ? null : parseCodes(CODE_TERRITOIRE, args.territoires);
    const known = loadAll(context, 'territoires', responsabiliteByTerritoire, territoires ?? []);
    return chain(known, () =>
      chain(loadCampagneOrCurrent(context, asked), (campagne) => {
        if (campagne === null && asked !== null)
          throw new PalierError('FILTRE_INVALIDE', sayUnknown({ name: 'campagne', value: asked }));
        // Of a campagne that is not there, there is nothing.
        const choice: BilansChoice = {
          campagne: campagne?.code ?? '',
          etablissement,
          territoires,
          indicateur,
          verdict: args.verdict ?? null,
          ...unites,
        };
        return readBilans(context, args, choice, {
          absence: () => (campagne === null ? CAMPAGNE_ABSENTE : loadAbsence(context, choice)),
          criteria: [
            {
              name: 'etablissement',
              value: etablissement,
              find: (code) => etablissementLoader.load(context, code),
            },
            {
              name: 'indicateur',
              value: indicateur,
              find: (code) => indicateurLoader.load(context, code),
            },
            ...(Object.keys(unites) as Unite[]).map((unite) => ({
              name: unite,
              value: unites[unite],
              find: (code: string) => readUnite(context, { campagne: choice.campagne, unite, code }),
            })),
          ],
        });
      }),
    );
  }

  @Cost(200)
  @Query(() => DateTime, {
    nullable: true,
    description:
      'Quand les verdicts d’un bilan ont été retenus pour la dernière fois, de ceux qui le restent (`verdictsReserves`) ; nul s’il n’y en a pas. D’aujourd’hui, quel que soit l’instant lu. Qui garde des bilans lus avant cet instant les relit : un passé ne dit plus ces verdicts.',
  })
  derniereSuppressionBilans(@Ctx() context: Context): Awaitable<string | null> {
    return readLastWithheld(context, {});
  }
}

/** Why there is no bilan: the campagne has none at all, or none in the units asked. */
function loadAbsence(context: Context, { campagne, ...narrowed }: BilansChoice): Awaitable<AbsenceValue> {
  if (narrowed.territoires?.length === 0) return AUCUN_TERRITOIRE;
  const whole = {
    campagne,
    etablissement: null,
    territoires: null,
    indicateur: null,
    verdict: null,
    reseauLocal: null,
    reseauTerritorial: null,
    region: null,
    ruisss: null,
  };
  const given = Object.entries(narrowed).flatMap(([name, code]) =>
    code === null ? [] : [`${name} ${[code].flat().join(' ')}`],
  );
  return chain(readBilans(context, { first: 1 }, whole), (list) =>
    chain(list.totalCount(), (total) =>
      total > 0 ? sayFiltered(given) : sayNotConsolidatedIn(campagne, given),
    ),
  );
}

/** Owed of the whole campagne: whether its units exist, and have a territory together, only a consolidation tells this level. */
const sayNotConsolidatedIn = (campagne: string, given: readonly string[]): AbsenceValue =>
  given.length === 0
    ? sayNotConsolidated(campagne)
    : nothingOwed(
        `La campagne ${campagne} n’est pas encore consolidée. Demandé : ${given.join(', ')}. Ce palier ne connaît les unités que par ses consolidations : sans ces filtres, la liste dit qui doit la consolidation.`,
      );
