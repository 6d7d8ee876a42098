import {
  CODE_EXIGENCE,
  CODE_INDICATEUR,
  type CodeFormat,
  parseCode,
  parseEachCode,
} from '@palier/runtime/code-format';
import { parseExercice } from '@palier/runtime/exercice';
import { act } from '@palier/runtime/acts/act';
import { ActionPossible } from '@palier/runtime/acts/acte.type';
import { type ActeValue, showActe } from '@palier/runtime/acts/journal.loader';
import { listActions, type ProspectiveActe } from '@palier/runtime/acts/list-actions';
import type { Awaitable } from '@palier/runtime/awaitable';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { Cost, ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Indicateur } from '../indicateur/indicateur.type.ts';
import type { Context } from '../tables.ts';
import { ouvrirCampagne } from '../campagne/campagne.actes.ts';
import { canevasCode, publierCanevas } from './canevas.actes.ts';
import {
  CANEVAS_ABSENT,
  canevasLoader,
  cellulesByCanevas,
  indicateursByCanevas,
  readCanevas,
  readCurrentVersion,
} from './canevas.loader.ts';
import {
  Canevas,
  CanevasConnection,
  type CelluleCanevas,
  PublierCanevasArgs,
  PublierCanevasResultat,
} from './canevas.type.ts';
import { publierRegle } from '../regle/regle.actes.ts';
import { prepareCanevas } from './prepare-canevas.ts';

const CODE_CANEVAS: CodeFormat = {
  pattern: /^\d{4}-\d{4}-V\d{1,4}$/,
  description: 'un code de canevas, par exemple 2025-2026-V1',
};

export const canevasReference = defineReferenceByCode('Canevas', canevasLoader);

@Resolver(() => Canevas)
export class CanevasResolver {
  @Query(() => Canevas, {
    nullable: true,
    description:
      'Une version publiée d’un canevas, par son code : « 2025-2026-V1 » ; nul si elle est inconnue.',
  })
  canevasPublie(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Canevas | null> {
    return canevasLoader.load(context, parseCode(CODE_CANEVAS, code));
  }

  @ListSize(10)
  @Query(() => CanevasConnection, {
    description:
      'Les canevas de reddition de comptes, par code ; `absence` dit qui les doit quand il n’y en a pas.',
  })
  canevas(
    @Ctx() context: Context,
    @Args(() => PageArgs) pageArgs: PageArgs,
  ): Awaitable<ConnectionValue<Canevas>> {
    return readCanevas(context, pageArgs, {}, { absence: CANEVAS_ABSENT });
  }

  @ListSize(3)
  @Query(() => [ActionPossible], {
    nullable: true,
    description:
      'Ce que vous pouvez faire, au nom de Santé Québec, de ce qui n’est pas encore : le canevas et la campagne d’un exercice, une nouvelle règle de validation. `actionsPossibles` dit le reste, sur chaque chose.',
  })
  actionsSanteQuebec(
    @Arg('exercice', () => ID, { description: 'Exercice, par exemple « 2026-2027 ».' }) text: string,
    @Ctx() context: Context,
  ): Promise<ActionPossible[]> {
    return listCanevasActions(context, parseExercice(text), undefined, [
      { definition: publierRegle, contenu: FIRST_REGLE },
    ]);
  }

  @Cost(30)
  @Mutation(() => PublierCanevasResultat, {
    nullable: true,
    description:
      'Santé Québec publie une version du canevas d’un exercice (mandat S1). Un standard de qualité, une exigence sans objet ou qu’aucun indicateur ne met en œuvre le font refuser.',
  })
  async publierCanevas(
    @Ctx() context: Context,
    @Args(() => PublierCanevasArgs) { cle, motif, ...args }: PublierCanevasArgs,
  ): Promise<{ acte: ActeValue; canevas: Canevas | null }> {
    const asked = {
      exercice: parseExercice(args.exercice, 'exercice'),
      indicateurs: parseEachCode(CODE_INDICATEUR, args.indicateurs, 'indicateurs'),
      exigences: args.exigences == null ? null : parseEachCode(CODE_EXIGENCE, args.exigences, 'exigences'),
      versionAttendue: args.versionAttendue ?? null,
    };
    const acte = await act(context, {
      definition: publierCanevas,
      cle,
      motif,
      asked,
      versionAttendue: asked.versionAttendue,
      prepare: () => prepareCanevas(context, asked),
    });
    const canevas = await canevasLoader.load(context, canevasCode(acte.contenu));
    return { acte: showActe(acte), canevas };
  }

  @FieldResolver()
  actionsPossibles(@Root() { code, exercice }: Canevas, @Ctx() context: Context): Promise<ActionPossible[]> {
    return listCanevasActions(context, exercice, code);
  }

  @FieldResolver()
  indicateurs(@Root() { code }: Canevas, @Ctx() context: Context): Awaitable<Indicateur[]> {
    return indicateursByCanevas.load(context, code);
  }

  @FieldResolver()
  cellules(@Root() { code }: Canevas, @Ctx() context: Context): Awaitable<CelluleCanevas[]> {
    return cellulesByCanevas.load(context, code);
  }
}

/** What can be done of an exercice, and of one of its canevas: the current one, where none is named. */
async function listCanevasActions(
  context: Context,
  exercice: string,
  canevas?: string,
  others: readonly ProspectiveActe[] = [],
): Promise<ActionPossible[]> {
  const current = await readCurrentVersion(context, exercice);
  return listActions(context, [
    { definition: publierCanevas, contenu: { exercice, version: current + 1 } },
    {
      definition: ouvrirCampagne,
      // Its code is not known yet, nor its days.
      contenu: {
        code: '',
        exercice,
        periodes: [],
        ...{ echeanceRecommandee: null, echeance: null, cloture: null },
        canevas: canevas ?? canevasCode({ exercice, version: Math.max(current, 1) }),
      },
    },
    ...others,
  ]);
}

/** What the first version of a rule would be judged by before its author fills it. */
const FIRST_REGLE = {
  code: '',
  version: 1,
  severite: 'INFORMATION',
  expression: 'valeur >= 0',
  enVigueurDe: '9999-12-31',
};
