import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';
import type { Context } from '../tables.ts';
import { NON_IMPORTEE, readPopulationsDetaillees } from './population-importee.loader.ts';
import {
  type PopulationDetaillee,
  PopulationDetailleeConnection,
  SexePopulation,
} from './population-importee.type.ts';

@Resolver(() => TerritoireClsc)
export class TerritoirePopulationsResolver {
  @FieldResolver(() => PopulationDetailleeConnection, {
    description:
      'Populations importées, par année et sexe, avec leurs âges : FEMININ, MASCULIN puis TOTAL de chaque année.',
  })
  populationsDetaillees(
    @Root() { code }: TerritoireClsc,
    @Ctx() context: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('annee', () => Int, { nullable: true, description: 'Restreint la liste à une année.' })
    annee?: number | null,
    @Arg('sexe', () => SexePopulation, { nullable: true, description: 'Restreint la liste à un sexe.' })
    sexe?: SexePopulation | null,
  ): ConnectionValue<PopulationDetaillee> {
    const choice = { territoire: code, annee: annee ?? null, sexe: sexe ?? null };
    return readPopulationsDetaillees(context, args, choice, { absence: NON_IMPORTEE });
  }
}
