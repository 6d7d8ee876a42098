import type { Awaitable } from '@palier/runtime/awaitable';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { defineListedReference } from '../listing/reference-by-id.ts';
import { CODE_TERRITOIRE } from '../other-levels/codes.ts';
import { Exigence } from '../other-levels/extended.type.ts';
import { parseOptionalCode } from '../other-levels/parse-optional-code.ts';
import type { Context } from '../tables.ts';
import { valeursRegionales } from './valeur-regionale.loader.ts';
import { type ValeurRegionale, ValeurRegionaleConnection } from './valeur-regionale.type.ts';

export const valeurRegionaleReference = defineListedReference('ValeurRegionale', valeursRegionales);

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
  @FieldResolver(() => ValeurRegionaleConnection, {
    nullable: true,
    description: 'Valeurs que les établissements déclarent là où 003 renvoie aux réalités régionales.',
  })
  valeursRegionales(
    @Root() { code }: Exigence,
    @Ctx() context: Context,
    @Args(() => ValeursRegionalesArgs) args: ValeursRegionalesArgs,
  ): Awaitable<ConnectionValue<ValeurRegionale>> {
    return valeursOf(context, code, args, parseOptionalCode(CODE_TERRITOIRE, args.territoire));
  }
}
