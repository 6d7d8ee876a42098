import type { Awaitable } from '@palier/runtime/awaitable';
import { chain } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import type { ConnectionValue } from '@palier/runtime/connection';
import { Cost, ListSize } from '@palier/runtime/demand';
import { act } from '@palier/runtime/acts/act';
import { ActionPossible } from '@palier/runtime/acts/acte.type';
import type { Origine } from '@palier/runtime/provenance';
import { askOrRefuse } from '@palier/runtime/acts/ask-or-refuse';
import { type ActeValue, showActe } from '@palier/runtime/acts/journal.loader';
import { listActions } from '@palier/runtime/acts/list-actions';
import { tryAct } from '@palier/runtime/acts/try-act';
import { pageOf } from '@palier/runtime/list';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { operandesOf, parseExpression } from '@palier/runtime/regles/parse-expression';
import { regleId } from '@palier/runtime/regles/regle';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Canevas } from '../canevas/canevas.type.ts';
import { Exigence } from '../other-levels/exigence.type.ts';
import type { Context } from '../tables.ts';
import { prepareRegle } from './prepare-regle.ts';
import { publierRegle, retirerRegle } from './regle.actes.ts';
import {
  CODE_REGLE,
  isInForce,
  parseDay,
  readRegles,
  regleLoader,
  reglesByCanevas,
  reglesByExigence,
} from './regle.loader.ts';
import {
  EssaiRegle,
  PublierRegleArgs,
  RegleAPublier,
  ReglesArgs,
  RegleResultat,
  RegleValidation,
  RegleValidationConnection,
  type RegleValidationValue,
  RetirerRegleArgs,
} from './regle.type.ts';

export const regleReference = defineReferenceByCode('RegleValidation', regleLoader, 'id');

const EN_VIGUEUR_LE = 'Jour, « 2026-11-28 » : celles qui sont en vigueur ce jour-là ; sans lui, toutes.';

@Resolver(() => RegleValidation)
export class RegleResolver {
  @ListSize(20)
  @Query(() => RegleValidationConnection, {
    description:
      'Règles de validation des mesures, toutes versions, par code ; chaque argument restreint la liste.',
  })
  reglesValidation(
    @Ctx() context: Context,
    @Args(() => ReglesArgs) { severite = null, ...args }: ReglesArgs,
  ): ConnectionValue<RegleValidationValue> {
    const code = args.code == null ? null : parseCode(CODE_REGLE, args.code);
    const jour = parseDay('enVigueurLe', args.enVigueurLe);
    return pageOf(args, {
      name: 'reglesValidation',
      choice: { severite, code, jour },
      all: () =>
        chain(readRegles(context, 'all'), (regles) =>
          regles.filter(
            (regle) =>
              (severite === null || regle.severite === severite) &&
              (code === null || regle.code === code) &&
              (jour === null || isInForce(regle, jour)),
          ),
        ),
      keyOf,
      criteria: [{ name: 'code', value: code, find: (value) => findLast(context, value) }],
    });
  }

  @Query(() => RegleValidation, {
    nullable: true,
    description:
      'Une version d’une règle de validation, la dernière publiée si aucune n’est dite ; nulle si elle est inconnue.',
  })
  regleValidation(
    @Ctx() context: Context,
    @Arg('code', () => ID) code: string,
    @Arg('version', () => Int, { nullable: true, description: 'Version, à partir de 1.' })
    version?: number | null,
  ): Awaitable<RegleValidationValue | null> {
    const asked = parseCode(CODE_REGLE, code);
    return chain(
      readRegles(context, 'all'),
      (regles) =>
        regles.findLast((regle) => regle.code === asked && (version == null || regle.version === version)) ??
        null,
    );
  }

  @Query(() => EssaiRegle, {
    nullable: true,
    description:
      'Ce que vaudrait la publication d’une règle, jugée comme `publierRegle` le ferait, et combien de mesures publiées l’enfreindraient : rien n’est inscrit.',
  })
  async essaiRegle(
    @Ctx() context: Context,
    @Arg('regle', () => RegleAPublier, { description: 'La version à essayer.' }) regle: RegleAPublier,
  ): Promise<EssaiRegle> {
    const { contenu } = await tryAct(context, askRegle(context, regle));
    const { expression, unites, exigences } = contenu;
    const { mesuresTouchees } = await askOrRefuse<Touched>(context.journal, TOUCHEES, {
      expression,
      unites,
      exigences,
    });
    return {
      version: contenu.version,
      operandes: [...operandesOf(parseExpression(expression))],
      mesuresJugees: mesuresTouchees?.jugees ?? 0,
      mesuresTouchees: mesuresTouchees?.touchees ?? 0,
      mesuresIndecises: mesuresTouchees?.indecises ?? 0,
      origine: mesuresTouchees?.origine ?? null,
      exemples: mesuresTouchees?.exemples.flatMap((mesure) => mesure ?? []) ?? [],
    };
  }

  @FieldResolver()
  toutesVersions(
    @Root() { code }: RegleValidation,
    @Ctx() context: Context,
  ): Awaitable<RegleValidationValue[]> {
    return chain(readRegles(context, 'all'), (regles) => regles.filter((regle) => regle.code === code));
  }

  @ListSize(2)
  @FieldResolver(() => [ActionPossible], { description: 'Ce que vous pouvez faire de cette règle.' })
  actionsPossibles(@Root() regle: RegleValidation, @Ctx() context: Context): Awaitable<ActionPossible[]> {
    const { code } = regle;
    return chain(findLast(context, code), (last) =>
      listActions(context, [
        { definition: publierRegle, contenu: nextVersion(last ?? regle) },
        { definition: retirerRegle, contenu: { regle: code, motif: '' } },
      ]),
    );
  }

  @Cost(30)
  @Mutation(() => RegleResultat, {
    nullable: true,
    description:
      'Santé Québec publie une version d’une règle de validation (mandat S1) : dès son premier jour, elle juge ce qui est saisi et soumis. `essaiRegle` dit avant ce qu’elle toucherait.',
  })
  async publierRegle(
    @Ctx() context: Context,
    @Args(() => PublierRegleArgs) { cle, motif, regle }: PublierRegleArgs,
  ): Promise<{ acte: ActeValue; regle: RegleValidationValue | null }> {
    const acte = await act(context, { ...askRegle(context, regle), cle, motif });
    return { acte: showActe(acte), regle: await regleLoader.load(context, regleId(acte.contenu)) };
  }

  @Cost(30)
  @Mutation(() => RegleResultat, {
    nullable: true,
    description:
      'Santé Québec retire une règle de validation : dès ce jour, aucune de ses versions ne juge ; `motif` est exigé. Ce qu’elle a jugé reste dit.',
  })
  async retirerRegle(
    @Ctx() context: Context,
    @Args(() => RetirerRegleArgs) { cle, motif, regle, versionAttendue }: RetirerRegleArgs,
  ): Promise<{ acte: ActeValue; regle: RegleValidationValue | null }> {
    const code = parseCode(CODE_REGLE, regle, 'regle');
    const acte = await act(context, {
      definition: retirerRegle,
      cle,
      motif,
      needsMotif: true,
      versionAttendue,
      // Keys of before there was any name the same acts.
      asked: versionAttendue == null ? { regle: code } : { regle: code, versionAttendue },
      prepare: () => ({
        regle: code,
        motif: motif?.trim() ?? '',
        ...(versionAttendue != null && { version: versionAttendue }),
      }),
    });
    return { acte: showActe(acte), regle: await findLast(context, code) };
  }
}

/** What is asked by whoever publishes a version of a rule, or tries to. */
const askRegle = (context: Context, regle: RegleAPublier) => ({
  definition: publierRegle,
  asked: { regle: { ...regle, fondement: { ...regle.fondement } } },
  versionAttendue: regle.versionAttendue,
  prepare: () => prepareRegle(context, regle),
});

/** The version of a rule that was published last. */
const findLast = (context: Context, code: string): Awaitable<RegleValidationValue | null> =>
  chain(readRegles(context, 'all'), (regles) => regles.findLast((regle) => regle.code === code) ?? null);

/** Versions follow each other in a code, beyond the ninth too. */
const keyOf = ({ code, version }: RegleValidationValue): string =>
  `${code}:${String(version).padStart(9, '0')}`;

const FAR_DAY = '9999-12-31';

/** What a next version would be judged by before its author fills it. */
const nextVersion = ({
  code,
  version,
  severite,
  expression,
}: Pick<RegleValidation, 'code' | 'version' | 'severite' | 'expression'>) => ({
  code,
  version: version + 1,
  severite,
  expression,
  enVigueurDe: FAR_DAY,
});

interface Touched {
  readonly mesuresTouchees: {
    readonly jugees: number;
    readonly touchees: number;
    readonly indecises: number;
    readonly origine: Origine;
    readonly exemples: readonly ({ readonly id: string } | null)[];
  } | null;
}

const TOUCHEES = `query MesuresQuUneRegleTouche($expression: String!, $unites: [String!], $exigences: [ID!]) {
  mesuresTouchees(expression: $expression, unites: $unites, exigences: $exigences) {
    jugees touchees indecises origine exemples { id }
  }
}`;

@Resolver(() => Canevas)
export class CanevasReglesResolver {
  @ListSize(12)
  @FieldResolver(() => [RegleValidation], {
    description: 'Règles de validation qui jugent ce que le canevas demande.',
  })
  regles(
    @Root() { code }: Canevas,
    @Ctx() context: Context,
    @Arg('enVigueurLe', () => String, { nullable: true, description: EN_VIGUEUR_LE })
    enVigueurLe?: string | null,
  ): Awaitable<RegleValidationValue[]> {
    return reglesByCanevas.load(context, { code, jour: parseDay('enVigueurLe', enVigueurLe) });
  }
}

@Resolver(() => Exigence)
export class ExigenceReglesResolver {
  @ListSize(10)
  @FieldResolver(() => [RegleValidation], {
    nullable: 'itemsAndList',
    description: 'Règles de validation qui jugent les mesures de cette exigence.',
  })
  reglesValidation(
    @Root() { code }: Exigence,
    @Ctx() context: Context,
    @Arg('enVigueurLe', () => String, { nullable: true, description: EN_VIGUEUR_LE })
    enVigueurLe?: string | null,
  ): Awaitable<RegleValidationValue[]> {
    return reglesByExigence.load(context, { code, jour: parseDay('enVigueurLe', enVigueurLe) });
  }
}
