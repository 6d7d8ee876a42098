import type { Awaitable } from '@palier/runtime/awaitable';
import { ListSize } from '@palier/runtime/demand';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../tables.ts';
import { readIndicateursRefuses } from './indicateur-refuse.loader.ts';
import { IndicateurRefuse, RaisonRefus } from './indicateur-refuse.type.ts';

@Resolver(() => IndicateurRefuse)
export class IndicateurRefuseResolver {
  @ListSize(59)
  @Query(() => [IndicateurRefuse], {
    description:
      'Standards qui ne deviennent pas des indicateurs : ceux de qualité, et ceux qui n’ont pas de seuil chiffré.',
  })
  indicateursRefuses(
    @Ctx() context: Context,
    @Arg('raison', () => RaisonRefus, { nullable: true, description: 'Restreint la liste à une raison.' })
    raison?: RaisonRefus | null,
  ): Awaitable<IndicateurRefuse[]> {
    return readIndicateursRefuses(context, raison ?? null);
  }
}
