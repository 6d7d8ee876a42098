import type { Awaitable } from '@palier/runtime/awaitable';
import { CODE_CAMPAGNE, parseCode, parseEachCode } from '@palier/runtime/code-format';
import { exerciceOf, lastBegunPeriode, listPeriodes, parseExercice } from '@palier/runtime/exercice';
import { act } from '@palier/runtime/acts/act';
import { contenuInvalide } from '@palier/runtime/acts/refus';
import { ActionPossible } from '@palier/runtime/acts/acte.type';
import { listActions } from '@palier/runtime/acts/list-actions';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { Cost, ListSize } from '@palier/runtime/demand';
import { toLocalDay } from '@palier/runtime/local-day';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { canevasLoader } from '../canevas/canevas.loader.ts';
import type { Canevas } from '../canevas/canevas.type.ts';
import { accorderException } from '../exception-campagne/exception-campagne.actes.ts';
import { fermerCampagne } from '../fermeture/fermeture.actes.ts';
import type { Context } from '../tables.ts';
import { refuseUnchanged } from '../transmission/prepare-transmission.ts';
import { transmettreBilan } from '../transmission/transmission.actes.ts';
import { ouvrirCampagne } from './campagne.actes.ts';
import { CAMPAGNE_ABSENTE, campagneLoader, loadCurrentCampagne, readCampagnes } from './campagne.loader.ts';
import {
  Campagne,
  CampagneConnection,
  CampagneResultat,
  type CampagneValue,
  OuvrirCampagneArgs,
} from './campagne.type.ts';
import { type CampagneDone, showCampagne } from './show-campagne.ts';

export const campagneReference = defineReferenceByCode('Campagne', campagneLoader);

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

  @FieldResolver()
  periodesCommencees(
    @Root() { exercice, periodes }: CampagneValue,
    @Ctx() context: Context,
  ): readonly string[] {
    // A day that passes changes what has begun.
    if (context.au === undefined) context.isOfThisMoment = true;
    const begun = lastBegunPeriode(toLocalDay(context.au ?? new Date().toISOString()));
    return (periodes.length === 0 ? listPeriodes(exercice) : periodes).filter((periode) => periode <= begun);
  }

  @ListSize(3)
  @FieldResolver(() => [ActionPossible], { description: 'Ce que vous pouvez faire de cette campagne.' })
  actionsPossibles(@Root() { code }: CampagneValue, @Ctx() context: Context): Promise<ActionPossible[]> {
    return listActions(context, [
      {
        definition: accorderException,
        contenu: { campagne: code, etablissement: '', jusquAu: FAR_DAY, motif: '' },
      },
      // Whether it wants a reason, its author is told once they give none.
      { definition: fermerCampagne, contenu: { campagne: code, retenues: [] }, motif: 'x' },
      {
        definition: transmettreBilan,
        // What it would transmit is consolidated then: whether it is what was transmitted last is known before.
        contenu: { campagne: code, version: null },
        elsewhere: () => refuseUnchanged(context, code),
      },
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
  ): Promise<CampagneDone> {
    const code = parseCode(CODE_CAMPAGNE, args.code, 'code');
    const exercice = parseExercice(exerciceOf(code), 'code');
    const contenu = {
      code,
      nom: args.nom ?? `Campagne ${code}`,
      exercice,
      canevas: args.canevas,
      periodes: parsePeriodes(exercice, args.periodes),
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
}

/** Later than any closing: what an exception would be judged by before its day is known. */
const FAR_DAY = '9999-12-31';

/** None given is all of them: an empty list, which asks for nothing, is another thing. */
function parsePeriodes(exercice: string, codes: readonly string[] | null | undefined): string[] {
  if (codes == null) return [];
  if (codes.length === 0)
    throw contenuInvalide({
      regle: { code: 'DEMANDER_DES_PERIODES', origine: 'INFERENCE' },
      motif: 'periodes : au moins une période est attendue ; reçu : une liste vide.',
      remede: `Nommez-en, de ${exercice}-P01 à ${exercice}-P13, ou ne donnez pas periodes : la campagne les demande alors toutes.`,
    });
  const known = listPeriodes(exercice);
  const asked = parseEachCode(
    {
      pattern: new RegExp(`^(${known.join('|')})$`),
      description: `une période de ${known[0]} à ${known.at(-1)}`,
    },
    codes,
    'periodes',
  );
  return [...new Set(asked)].sort();
}
