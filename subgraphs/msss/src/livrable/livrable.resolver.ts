import { toProvenance } from '@palier/runtime/provenance';
import { Ctx, Query, Resolver } from 'type-graphql';
import { listCatalogue } from '../catalogue/catalogue.queries.ts';
import type { Context } from '../tables.ts';
import { livrables } from './livrable.queries.ts';
import { Livrable } from './livrable.type.ts';

@Resolver()
export class LivrableResolver {
  @Query(() => [Livrable], { description: 'Les trois livrables du mandat ministériel.' })
  async livrables(@Ctx() { database }: Context): Promise<Livrable[]> {
    const rows = await listCatalogue(database, livrables);
    return rows.map((row) => ({ ...row, provenance: toProvenance(row.provenance) }));
  }
}
