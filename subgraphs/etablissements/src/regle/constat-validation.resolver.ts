import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { CODE_CAMPAGNE, parseCode } from '@palier/runtime/code-format';
import { nothingOwed } from '@palier/runtime/absence';
import { type ConnectionValue, PageArgs, withAbsence } from '@palier/runtime/connection';
import { ListSize } from '@palier/runtime/demand';
import { parseProspect } from '@palier/runtime/acts/try-act';
import { defineReference } from '@palier/runtime/reference';
import { SeveriteRegle } from '@palier/runtime/regles/regle';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { mayReadReserved } from '@palier/runtime/may-read';
import { mesureLoader } from '../mesure/mesure.loader.ts';
import type { Mesure } from '../mesure/mesure.type.ts';
import { toLeftOut } from '../listing/listing.ts';
import { Reddition } from '../reddition/reddition.type.ts';
import { soumettreReddition } from '../reddition/reddition.actes.ts';
import { validateDraft } from '../reddition/validate-draft.ts';
import type { Context } from '../tables.ts';
import {
  BROUILLON_NON_JUGE,
  CONSTATS_RETENUS,
  constatsValidation,
  reglesByReddition,
  RIEN_A_DIRE,
  withheldByReddition,
} from './constat-validation.loader.ts';
import {
  ConstatValidation,
  ConstatValidationConnection,
  RegleValidation,
  ValidationReddition,
} from './constat-validation.type.ts';

/** The measures of a version of which who asks reads nothing of what rules said, whatever they said. */
const loadWithheld = (context: Context, reddition: string, etablissement: string): Awaitable<string[]> =>
  mayReadReserved(context.identity, etablissement) ? [] : withheldByReddition.load(context, reddition);

/** What is withheld is as what no rule said. */
export const constatValidationReference = defineReference({
  type: 'ConstatValidation',
  load: ({ id }, context: Context) =>
    chain(constatsValidation.byKey.load(context, String(id)), (constat) => {
      if (constat === null) return null;
      const { redditionId, etablissementCode, mesureId } = constat;
      return chain(loadWithheld(context, redditionId, etablissementCode), (withheld) =>
        withheld.includes(mesureId) ? null : constat,
      );
    }),
});

const constatsOf = constatsValidation.under(
  { column: 'reddition_id', holds: 'ONE' },
  { column: 'severite', holds: 'ONE' },
  { column: 'mesure_id', holds: 'NONE' },
);

@ArgsType()
class ConstatsArgs extends PageArgs {
  @Field(() => SeveriteRegle, { nullable: true, description: 'Restreint la liste à une sévérité.' })
  severite?: SeveriteRegle | null;
}

@Resolver(() => ConstatValidation)
export class ConstatValidationResolver {
  @FieldResolver()
  mesure(@Root() { mesureId }: ConstatValidation, @Ctx() context: Context): Awaitable<Mesure | null> {
    return mesureLoader.load(context, mesureId);
  }
}

@Resolver(() => Reddition)
export class RedditionJugementResolver {
  @FieldResolver(() => ConstatValidationConnection, {
    description:
      'Ce que les règles de validation du jour de la soumission disaient des mesures de cette version. À qui n’est ni son établissement ni Santé Québec, la liste ne donne, et ne compte, rien de ce qui touche une mesure retenue pour protéger les personnes (`constatsReserves`).',
  })
  constatsValidation(
    @Root() { id, etat, etablissement }: Reddition,
    @Ctx() context: Context,
    @Args(() => ConstatsArgs) { severite, ...args }: ConstatsArgs,
  ): Awaitable<ConnectionValue<ConstatValidation>> {
    return chain(loadWithheld(context, id, etablissement.code), (withheld) => {
      const nothing = withheld.length === 0 ? RIEN_A_DIRE : nothingOwed(CONSTATS_RETENUS);
      return chain(constatsOf(context, id, args, [severite ?? null, toLeftOut(withheld)]), (list) =>
        withAbsence(list, etat === 'SAISIE' ? BROUILLON_NON_JUGE : nothing),
      );
    });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Pourquoi des constats de cette version peuvent ne pas vous être donnés, qu’il y en ait ou non ; nul quand ils le sont tous.',
  })
  constatsReserves(
    @Root() { id, etat, etablissement }: Reddition,
    @Ctx() context: Context,
  ): Awaitable<string | null> {
    if (etat === 'SAISIE') return null;
    return chain(loadWithheld(context, id, etablissement.code), ({ length }) =>
      length === 0 ? null : CONSTATS_RETENUS,
    );
  }

  @ListSize(20)
  @FieldResolver(() => [RegleValidation], {
    nullable: 'itemsAndList',
    description:
      'Versions des règles de validation par lesquelles cette version a été jugée ; vide pour un brouillon, et pour ce qui a été soumis avant qu’il y en ait.',
  })
  reglesAppliquees(@Root() { id }: Reddition, @Ctx() context: Context): Awaitable<RegleValidation[]> {
    return reglesByReddition.load(context, id);
  }

  @Query(() => ValidationReddition, {
    nullable: true,
    description:
      'Ce que les règles de validation en vigueur disent du brouillon de votre établissement, jugé comme `soumettreReddition` le ferait : rien n’est inscrit.',
  })
  validerReddition(
    @Arg('campagne', () => ID, { description: 'Campagne, par exemple « 2026-2027 ».' }) campagne: string,
    @Ctx() context: Context,
  ): Promise<ValidationReddition> {
    const { etablissement } = parseProspect(context, soumettreReddition.nature);
    return validateDraft(context, parseCode(CODE_CAMPAGNE, campagne), etablissement ?? '');
  }
}
