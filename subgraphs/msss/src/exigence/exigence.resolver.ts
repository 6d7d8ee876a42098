import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { CODE_EXIGENCE, CODE_INDICATEUR, parseCode, parseOptionalCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { MOST_LISTED } from '@palier/runtime/bound-lists';
import { ListSize } from '@palier/runtime/demand';
import { SensTri } from '@palier/runtime/order';
import { loadAll, parseCodes } from '@palier/runtime/parse-codes';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { mandatCatalogue } from '../palier/palier.loader.ts';
import { Mandat } from '../palier/palier.type.ts';
import { indicateurConnuLoader } from '../selection/selection.loader.ts';
import { serviceLoader } from '../service-social/service-social.loader.ts';
import { ServiceSocial } from '../service-social/service-social.type.ts';
import { CODE_STANDARD, standardLoader } from '../standard/standard.loader.ts';
import { Standard } from '../standard/standard.type.ts';
import type { Context } from '../tables.ts';
import {
  assertionsByExigence,
  exigenceLoader,
  readExigences,
  seuilsByExigence,
  type ExigencesChoice,
} from './exigence.loader.ts';
import {
  Exigence,
  ExigenceConnection,
  type ExigenceValue,
  ExigencesFiltre,
  type RegleDeLecture,
  TriExigences,
} from './exigence.type.ts';
import {
  MANDAT_STANDARDS,
  REGLE_ARBITRAGE,
  reglePrecedenceOf,
  REGLE_TERRITOIRE,
} from './regles-de-lecture.ts';
import { Assertion, Seuil } from './seuil.type.ts';

@ArgsType()
class ExigencesArgs extends PageArgs {
  @Field(() => TriExigences, { nullable: true, description: 'Ordre ; DOCUMENT par défaut.' })
  tri?: TriExigences | null;

  @Field(() => SensTri, { nullable: true, description: 'Sens de cet ordre ; CROISSANT par défaut.' })
  sens?: SensTri | null;
}

export const exigenceReference = defineReferenceByCode('Exigence', exigenceLoader);

@Resolver(() => Exigence)
export class ExigenceResolver {
  @Query(() => ExigenceConnection, {
    description: 'Les 402 exigences, dans l’ordre du document : 67 standards pour six services.',
  })
  exigences(
    @Ctx() context: Context,
    @Args(() => ExigencesArgs) pageArgs: ExigencesArgs,
    @Arg('filtre', () => ExigencesFiltre, { nullable: true }) filtre?: ExigencesFiltre | null,
    @Arg('codes', () => [ID], {
      nullable: true,
      description: `Celles-ci seulement, chacune une fois, dans l’ordre du document ; ${MOST_LISTED} au plus. FILTRE_INVALIDE nomme celle qui est inconnue. Se combine avec \`filtre\`.`,
    })
    codes?: string[] | null,
  ): Awaitable<ConnectionValue<ExigenceValue>> {
    const narrowed = parseFiltre(filtre ?? {});
    const asked = codes == null ? null : parseCodes(CODE_EXIGENCE, codes);
    const chosen = asked === null ? narrowed : { ...narrowed, codes: asked };
    const criteria = [
      {
        name: 'standard',
        value: chosen.standard,
        find: (code: string) => standardLoader.load(context, code),
      },
      {
        name: 'indicateur',
        value: chosen.indicateur,
        find: (code: string) => indicateurConnuLoader.load(context, code),
      },
    ];
    return chain(loadAll(context, 'codes', exigenceLoader, asked ?? []), () =>
      readExigences(context, pageArgs, chosen, { criteria }),
    );
  }

  @Query(() => Exigence, { nullable: true, description: 'Une exigence ; nulle si le code est inconnu.' })
  exigence(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<ExigenceValue | null> {
    return exigenceLoader.load(context, parseCode(CODE_EXIGENCE, code));
  }

  @FieldResolver(() => Standard, { description: 'Le standard.' })
  standard(@Root() { standardCode }: ExigenceValue, @Ctx() context: Context): Awaitable<Standard | null> {
    return standardLoader.load(context, standardCode);
  }

  @FieldResolver(() => ServiceSocial, { description: 'Le service.' })
  service(@Root() { serviceCode }: ExigenceValue, @Ctx() context: Context): Awaitable<ServiceSocial | null> {
    return serviceLoader.load(context, serviceCode);
  }

  @ListSize(4)
  @FieldResolver(() => [Seuil], {
    description: 'Seuils retenus selon `reglePrecedence` ; vide quand l’exigence n’en porte pas.',
  })
  seuils(@Root() { code }: ExigenceValue, @Ctx() context: Context): Awaitable<Seuil[]> {
    return seuilsByExigence.load(context, code);
  }

  @ListSize(4)
  @FieldResolver(() => [Assertion], {
    description: 'Ce que dit chaque source qui parle, volet par volet ; vide quand aucune ne parle.',
  })
  assertions(@Root() { code }: ExigenceValue, @Ctx() context: Context): Awaitable<Assertion[]> {
    return assertionsByExigence.load(context, code);
  }

  @ListSize(6)
  @FieldResolver(() => [Ecart], { description: 'Écarts qui concernent cette cellule.' })
  ecarts(@Root() { code }: ExigenceValue, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsByTouche('Exigence').load(context, code);
  }

  @FieldResolver(() => Mandat, {
    description:
      'Mandat de qui doit trancher un désaccord entre les sources ; une inférence : voir `regleArbitrage`.',
  })
  arbitre(@Ctx() context: Context): Awaitable<Mandat | null> {
    return mandatCatalogue.byCode.load(context, MANDAT_STANDARDS);
  }

  @FieldResolver()
  reglePrecedence(@Root() { code }: ExigenceValue, @Ctx() context: Context): Awaitable<RegleDeLecture> {
    return chain(assertionsByExigence.load(context, code), (assertions) =>
      reglePrecedenceOf(assertions.map(({ source }) => source)),
    );
  }

  @FieldResolver()
  regleTerritoire(): RegleDeLecture {
    return REGLE_TERRITOIRE;
  }

  @FieldResolver()
  regleArbitrage(): RegleDeLecture {
    return REGLE_ARBITRAGE;
  }
}

function parseFiltre({ standard, indicateur, ...filtre }: ExigencesFiltre): ExigencesChoice {
  return {
    ...filtre,
    standard: parseOptionalCode(CODE_STANDARD, standard),
    indicateur: parseOptionalCode(CODE_INDICATEUR, indicateur),
  };
}
