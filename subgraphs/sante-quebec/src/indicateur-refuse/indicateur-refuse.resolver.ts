import { toProvenance } from '@palier/runtime/provenance';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../tables.ts';
import { type IndicateurRefuseTable, listIndicateursRefuses } from './indicateur-refuse.queries.ts';
import { IndicateurRefuse, RaisonRefus } from './indicateur-refuse.type.ts';

@Resolver(() => IndicateurRefuse)
export class IndicateurRefuseResolver {
  @Query(() => [IndicateurRefuse], {
    description:
      'Standards qui ne deviennent pas des indicateurs : ceux de qualité, et ceux qui n’ont pas de seuil chiffré.',
  })
  async indicateursRefuses(
    @Ctx() { database }: Context,
    @Arg('raison', () => RaisonRefus, { nullable: true, description: 'Restreint la liste à une raison.' })
    raison?: RaisonRefus | null,
  ): Promise<IndicateurRefuse[]> {
    return (await listIndicateursRefuses(database, raison ?? null)).map(toIndicateurRefuse);
  }
}

function toIndicateurRefuse(row: IndicateurRefuseTable): IndicateurRefuse {
  return {
    standard: { code: row.standard_code },
    raison: row.raison,
    motif: row.motif,
    exigences: row.exigences.map((code) => ({ code })),
    provenance: toProvenance(row.provenance),
  };
}
