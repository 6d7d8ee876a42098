import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { CODE_TERRITOIRE, IDENTIFIANT, parseCode, parseOptionalCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs, withAbsence } from '@palier/runtime/connection';
import { defineReferenceByCode } from '@palier/runtime/reference';
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
import { sayAsked } from '../listing/say-asked.ts';
import { Exigence } from '../other-levels/extended.type.ts';
import type { Context } from '../tables.ts';
import { SANS_VALEUR_REGIONALE } from './sans-valeur-regionale.ts';
import { valeursRegionales } from './valeur-regionale.loader.ts';
import { ValeurRegionale, ValeurRegionaleConnection } from './valeur-regionale.type.ts';

export const valeurRegionaleReference = defineReferenceByCode(
  'ValeurRegionale',
  valeursRegionales.byKey,
  'id',
);

const valeursOf = valeursRegionales.under(
  { column: 'exigence_code', holds: 'ONE' },
  { column: 'territoire_code', holds: 'ONE' },
);

@ArgsType()
class ValeursRegionalesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Territoire où la valeur vaut, par exemple « 06112 ».' })
  territoire?: string | null;
}

@Resolver(() => Exigence)
export class ExigenceValeursRegionalesResolver {
  @Query(() => ValeurRegionale, {
    nullable: true,
    description: 'Une valeur régionale ; nul si elle est inconnue.',
  })
  valeurRegionale(
    @Arg('id', () => ID) id: string,
    @Ctx() context: Context,
  ): Awaitable<ValeurRegionale | null> {
    return valeursRegionales.byKey.load(context, parseCode(IDENTIFIANT, id));
  }

  @Directive('@requires(fields: "statut")')
  @FieldResolver(() => ValeurRegionaleConnection, {
    nullable: true,
    description:
      'Valeurs que les établissements déclarent là où 003 renvoie aux réalités régionales ; ailleurs, `absence` dit pourquoi il n’y en a pas à déclarer.',
  })
  valeursRegionales(
    @Root() { code, statut }: Exigence,
    @Ctx() context: Context,
    @Args(() => ValeursRegionalesArgs) args: ValeursRegionalesArgs,
  ): Awaitable<ConnectionValue<ValeurRegionale>> {
    const none = statut === undefined ? null : SANS_VALEUR_REGIONALE[statut];
    const list = chain(
      valeursOf(context, code, args, [parseOptionalCode(CODE_TERRITOIRE, args.territoire)]),
      (values) => (none === null ? values : withAbsence(values, none)),
    );
    return sayAsked(list, args);
  }
}
