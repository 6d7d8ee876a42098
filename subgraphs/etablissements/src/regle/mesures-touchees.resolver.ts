import type { Awaitable } from '@palier/runtime/awaitable';
import { CODE_EXIGENCE, parseCode } from '@palier/runtime/code-format';
import { parseFreeText } from '@palier/runtime/free-text';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { mesureLoader } from '../mesure/mesure.loader.ts';
import type { Mesure } from '../mesure/mesure.type.ts';
import type { Context } from '../tables.ts';
import { readMesuresTouchees } from './mesures-touchees.loader.ts';
import { MesuresTouchees, type MesuresToucheesValue } from './mesures-touchees.type.ts';

@ArgsType()
class MesuresToucheesArgs {
  @Field(() => String, { description: 'Ce qui doit être vrai d’une mesure : « valeur <= 168 ».' })
  expression: string;

  @Field(() => [String], { nullable: true, description: 'Unités des mesures jugées ; sans elles, toutes.' })
  unites?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Exigences des mesures jugées ; sans elles, toutes.' })
  exigences?: string[] | null;
}

@Resolver(() => MesuresTouchees)
export class MesuresToucheesResolver {
  @Query(() => MesuresTouchees, {
    nullable: true,
    description:
      'Ce qu’une expression du langage des règles de validation dirait des mesures publiées ; nul quand aucune n’est de ces unités et de ces exigences.',
  })
  mesuresTouchees(
    @Ctx() context: Context,
    @Args(() => MesuresToucheesArgs) { expression, unites, exigences }: MesuresToucheesArgs,
  ): Awaitable<MesuresToucheesValue | null> {
    return readMesuresTouchees(context, {
      expression,
      unites: (unites ?? []).map((unite) => parseFreeText('unites', unite) ?? ''),
      exigences: (exigences ?? []).map((code) => parseCode(CODE_EXIGENCE, code)),
    });
  }

  @FieldResolver()
  exemples(@Root() { ids }: MesuresToucheesValue, @Ctx() context: Context): Awaitable<(Mesure | null)[]> {
    return mesureLoader.loadMany(context, ids);
  }
}
