import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { CODE_CAMPAGNE, parseCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs, withAbsence } from '@palier/runtime/connection';
import { ListSize } from '@palier/runtime/demand';
import { parseProspect } from '@palier/runtime/acts/try-act';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { SeveriteRegle } from '@palier/runtime/regles/regle';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { mayReadReserved } from '@palier/runtime/may-read';
import { mesureLoader } from '../mesure/mesure.loader.ts';
import type { Mesure } from '../mesure/mesure.type.ts';
import { loadSuppressed } from '../mesure/withhold-mesures.ts';
import { Reddition } from '../reddition/reddition.type.ts';
import { soumettreReddition } from '../reddition/reddition.actes.ts';
import { validateDraft } from '../reddition/validate-draft.ts';
import type { Context } from '../tables.ts';
import {
  BROUILLON_NON_JUGE,
  constatsValidation,
  reglesByReddition,
  RIEN_A_DIRE,
} from './constat-validation.loader.ts';
import {
  ConstatValidation,
  ConstatValidationConnection,
  RegleValidation,
  ValidationReddition,
} from './constat-validation.type.ts';
import { listCompared } from './year-before.ts';

export const constatValidationReference = defineReferenceByCode(
  'ConstatValidation',
  constatsValidation.byKey,
  'id',
);

const constatsOf = constatsValidation.under(
  { column: 'reddition_id', holds: 'ONE' },
  { column: 'severite', holds: 'ONE' },
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

  @FieldResolver()
  message(@Root() { mesureId, message, own }: ConstatValidation, @Ctx() context: Context): Awaitable<string> {
    if (own == null || mayReadReserved(context.identity, own)) return message;
    return chain(loadSuppressed(context, listCompared(mesureId)), ({ size }) =>
      size > 0 ? MESSAGE_RETENU : message,
    );
  }
}

const MESSAGE_RETENU =
  'Retenu : ce constat porte sur une mesure retenue pour protéger les personnes, ou l’y compare. Seuls son établissement et Santé Québec le lisent.';

@Resolver(() => Reddition)
export class RedditionJugementResolver {
  @FieldResolver(() => ConstatValidationConnection, {
    description:
      'Ce que les règles de validation du jour de la soumission disaient des mesures de cette version.',
  })
  constatsValidation(
    @Root() { id, etat }: Reddition,
    @Ctx() context: Context,
    @Args(() => ConstatsArgs) { severite, ...args }: ConstatsArgs,
  ): Awaitable<ConnectionValue<ConstatValidation>> {
    const absence = etat === 'SAISIE' ? BROUILLON_NON_JUGE : RIEN_A_DIRE;
    return chain(constatsOf(context, id, args, [severite ?? null]), (list) => withAbsence(list, absence));
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
