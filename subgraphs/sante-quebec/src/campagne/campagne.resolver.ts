import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { CODE_CAMPAGNE, parseCode } from '@palier/runtime/code-format';
import { exerciceOf, listPeriodes, parseExercice } from '@palier/runtime/exercice';
import { PalierError } from '@palier/runtime/errors';
import { act } from '@palier/runtime/acts/act';
import type { Acte } from '@palier/runtime/journal/acte';
import { ActionPossible } from '@palier/runtime/acts/acte.type';
import { askOrRefuse } from '@palier/runtime/acts/ask-or-refuse';
import { type ActeValue, showActe } from '@palier/runtime/acts/journal.loader';
import { listActions } from '@palier/runtime/acts/list-actions';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { Cost, ListSize } from '@palier/runtime/demand';
import { defineReference, defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { canevasLoader } from '../canevas/canevas.loader.ts';
import type { Canevas } from '../canevas/canevas.type.ts';
import { consolidateCampagne } from '../consolidation/consolidate-campagne.ts';
import { etablissementLoader } from '../etablissement/etablissement.loader.ts';
import { loadContradictionOfRetained } from '../reddition/say-contradiction.ts';
import type { Context } from '../tables.ts';
import {
  accorderException,
  changedMeanwhile,
  fermerCampagne,
  ouvrirCampagne,
  transmettreBilan,
} from './campagne.actes.ts';
import {
  CAMPAGNE_ABSENTE,
  campagneLoader,
  exceptionsByCampagne,
  loadCurrentCampagne,
  readCampagnes,
  retenuesByCampagne,
  transmissionsByCampagne,
} from './campagne.loader.ts';
import {
  AccorderExceptionArgs,
  Campagne,
  CampagneActeArgs,
  CampagneConnection,
  CampagneResultat,
  type CampagneValue,
  OuvrirCampagneArgs,
  type Transmission,
} from './campagne.type.ts';
import { ExceptionCampagne, VersionRetenue, type VersionRetenueValue } from './fermeture.type.ts';
import { listRetenues } from './closing.ts';
import type { Reddition } from '../reddition/reddition.type.ts';

export const campagneReference = defineReferenceByCode('Campagne', campagneLoader);

export const versionRetenueReference = defineReference({
  type: 'VersionRetenue',
  load: (representation, context: Context) => {
    const id = String(representation['id']);
    const [campagne = ''] = id.split(/:(?=[^:]*$)/);
    return chain(retenuesByCampagne.load(context, campagne), (retenues) => {
      const retenue = retenues.find((one) => one.id === id);
      if (retenue?.reddition == null) return retenue ?? null;
      const said = representation['reddition'] as Partial<Reddition> | undefined;
      return { ...retenue, reddition: { ...said, ...retenue.reddition } };
    });
  },
});

@Resolver(() => Campagne)
export class CampagneResolver {
  @ListSize(10)
  @Query(() => CampagneConnection, {
    description:
      'Les campagnes de reddition de comptes, par code ; `absence` dit qui les doit quand il n’y en a pas.',
  })
  campagnes(
    @Ctx() context: Context,
    @Args(() => PageArgs) pageArgs: PageArgs,
  ): Awaitable<ConnectionValue<CampagneValue>> {
    return readCampagnes(context, pageArgs, {}, { absence: CAMPAGNE_ABSENTE });
  }

  @Query(() => Campagne, { nullable: true, description: 'Une campagne ; nul si le code est inconnu.' })
  campagne(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<CampagneValue | null> {
    return campagneLoader.load(context, parseCode(CODE_CAMPAGNE, code));
  }

  @FieldResolver()
  canevas(@Root() { canevasCode }: CampagneValue, @Ctx() context: Context): Awaitable<Canevas | null> {
    return canevasLoader.load(context, canevasCode);
  }

  @FieldResolver()
  async courante(@Root() { code }: CampagneValue, @Ctx() context: Context): Promise<boolean> {
    return (await loadCurrentCampagne(context))?.code === code;
  }

  @ListSize(30)
  @FieldResolver(() => [ExceptionCampagne], {
    description: 'Exceptions accordées après la clôture, dans l’ordre.',
  })
  exceptions(
    @Root() { code }: CampagneValue,
    @Ctx() context: Context,
  ): Awaitable<readonly ExceptionCampagne[]> {
    return exceptionsByCampagne.load(context, code);
  }

  @ListSize(30)
  @FieldResolver(() => [VersionRetenue], {
    description:
      'À la fermeture : la version retenue de chaque établissement qui doit un compte, et pourquoi ; vide avant.',
  })
  versionsRetenues(
    @Root() { code }: CampagneValue,
    @Ctx() context: Context,
  ): Awaitable<readonly VersionRetenueValue[]> {
    return retenuesByCampagne.load(context, code);
  }

  @FieldResolver()
  transmissions(
    @Root() { code }: CampagneValue,
    @Ctx() context: Context,
  ): Awaitable<readonly Transmission[]> {
    return transmissionsByCampagne.load(context, code);
  }

  @FieldResolver()
  transmiseLe(@Root() { code }: CampagneValue, @Ctx() context: Context): Awaitable<string | null> {
    return chain(
      transmissionsByCampagne.load(context, code),
      (transmissions) => transmissions.at(-1)?.transmiseLe ?? null,
    );
  }

  @ListSize(3)
  @FieldResolver(() => [ActionPossible], { description: 'Ce que vous pouvez faire de cette campagne.' })
  actionsPossibles(@Root() { code }: CampagneValue, @Ctx() context: Context): Promise<ActionPossible[]> {
    return listActions(context, [
      {
        definition: accorderException,
        contenu: { campagne: code, etablissement: '', jusquAu: FAR_DAY, motif: '' },
      },
      { definition: fermerCampagne, contenu: { campagne: code, retenues: [] } },
      // What it would transmit is consolidated then.
      { definition: transmettreBilan, contenu: { campagne: code, version: null } },
    ]);
  }

  @Cost(30)
  @Mutation(() => CampagneResultat, {
    nullable: true,
    description: 'Santé Québec ouvre une campagne de reddition de comptes sur un canevas publié (mandat S4).',
  })
  async ouvrirCampagne(
    @Ctx() context: Context,
    @Args(() => OuvrirCampagneArgs) { cle, motif, ...args }: OuvrirCampagneArgs,
  ): Promise<{ acte: ActeValue; campagne: CampagneValue | null }> {
    const code = parseCode(CODE_CAMPAGNE, args.code);
    const exercice = parseExercice(exerciceOf(code));
    const contenu = {
      code,
      nom: args.nom ?? `Campagne ${code}`,
      exercice,
      canevas: args.canevas,
      periodes: parsePeriodes(exercice, args.periodes ?? []),
      echeanceRecommandee: args.echeanceRecommandee ?? null,
      echeance: args.echeance ?? null,
      cloture: args.cloture ?? null,
    };
    return showCampagne(
      context,
      code,
      await act(context, { definition: ouvrirCampagne, cle, motif, asked: contenu, prepare: () => contenu }),
    );
  }

  @Cost(30)
  @Mutation(() => CampagneResultat, {
    nullable: true,
    description:
      'Santé Québec laisse un établissement soumettre après la clôture, jusqu’à un jour donné ; `motif` est exigé. La dernière accordée vaut ; un jour déjà accordé n’est abrégé que si `versionAttendue` le nomme.',
  })
  async accorderException(
    @Ctx() context: Context,
    @Args(() => AccorderExceptionArgs)
    { cle, motif, campagne, etablissement, jusquAu, versionAttendue }: AccorderExceptionArgs,
  ): Promise<{ acte: ActeValue; campagne: CampagneValue | null }> {
    const asked = {
      campagne: parseCode(CODE_CAMPAGNE, campagne),
      etablissement,
      jusquAu,
    };
    const acte = await act(context, {
      definition: accorderException,
      cle,
      motif,
      needsMotif: true,
      versionAttendue,
      asked: versionAttendue == null ? asked : { ...asked, versionAttendue },
      prepare: async () => {
        await refuseUnknownEtablissement(context, etablissement);
        const version = versionAttendue == null ? {} : { version: versionAttendue + 1 };
        return { ...asked, ...version, motif: motif?.trim() ?? '' };
      },
    });
    return showCampagne(context, asked.campagne, acte);
  }

  @Cost(100)
  @Mutation(() => CampagneResultat, {
    nullable: true,
    description:
      'Santé Québec ferme une campagne et retient la dernière version valide de chaque établissement : la campagne dit laquelle et pourquoi, et quelles exceptions qui couraient encore prennent fin (`exceptions { finieLe }`). Les bilans n’en sont pas faits : ils comptent les mesures publiées (voir `Bilan`), et `versionsRetenues` dit où les deux diffèrent.',
  })
  async fermerCampagne(
    @Ctx() context: Context,
    @Args(() => CampagneActeArgs) { cle, motif, campagne }: CampagneActeArgs,
  ): Promise<{ acte: ActeValue; campagne: CampagneValue | null }> {
    const code = parseCode(CODE_CAMPAGNE, campagne);
    const acte = await act(context, {
      definition: fermerCampagne,
      cle,
      motif,
      asked: { campagne: code },
      prepare: async () => ({ campagne: code, retenues: await listRetenues(context, code) }),
    });
    return showCampagne(context, code, acte);
  }

  @Cost(5_000)
  @Mutation(() => CampagneResultat, {
    nullable: true,
    description:
      'Santé Québec consolide les bilans d’une campagne tels qu’ils sont à cet instant, et les transmet au ministère (mandat S4) ; ceux qu’elle a transmis en dernier ne le sont pas deux fois.',
  })
  async transmettreBilan(
    @Ctx() context: Context,
    @Args(() => CampagneActeArgs) { cle, motif, campagne }: CampagneActeArgs,
  ): Promise<{ acte: ActeValue; campagne: CampagneValue | null }> {
    const code = parseCode(CODE_CAMPAGNE, campagne);
    const acte = await act(context, {
      definition: transmettreBilan,
      cle,
      motif,
      asked: { campagne: code },
      prepare: async () => ({ campagne: code, version: await consolidateNow(context, code) }),
      preparing: 'WRITES',
    });
    return showCampagne(context, code, acte);
  }
}

@Resolver(() => VersionRetenue)
export class VersionRetenueResolver {
  @FieldResolver()
  contradiction(@Root() retenue: VersionRetenueValue, @Ctx() context: Context): Awaitable<string | null> {
    return loadContradictionOfRetained(context, retenue);
  }
}

/** Later than any closing: what an exception would be judged by before its day is known. */
const FAR_DAY = '9999-12-31';

async function showCampagne(
  context: Context,
  code: string,
  acte: Acte,
): Promise<{ acte: ActeValue; campagne: CampagneValue | null }> {
  return { acte: showActe(acte), campagne: await campagneLoader.load(context, code) };
}

function parsePeriodes(exercice: string, codes: readonly string[]): string[] {
  const known = new Set(listPeriodes(exercice));
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0)
    throw new PalierError(
      'CODE_INVALIDE',
      `Les périodes de l’exercice vont de ${exercice}-P01 à ${exercice}-P13 ; reçu : ${unknown.join(', ')}.`,
    );
  return [...new Set(codes)].sort();
}

async function refuseUnknownEtablissement(context: Context, code: string): Promise<void> {
  if ((await etablissementLoader.load(context, code)) === null)
    throw new PalierError(
      'CONTENU_INVALIDE',
      `L’établissement ${code} est inconnu ; « etablissements » les énumère.`,
    );
}

/** @returns the version of the bilans, as they are now */
async function consolidateNow({ journal }: Context, campagne: string): Promise<string> {
  const outcome = await consolidateCampagne({
    database: { kysely: journal.database },
    graph: (query, variables) => askOrRefuse(journal, query, variables),
    now: () => new Date(),
    campagne,
  });
  if (outcome?.etat === 'CONSOLIDEE' && !outcome.isSettled) throw changedMeanwhile(campagne);
  // An unknown campagne is refused by the act itself.
  return outcome?.version ?? '';
}
