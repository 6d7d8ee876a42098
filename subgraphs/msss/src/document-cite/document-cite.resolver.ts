import { toProvenance } from '@palier/runtime/provenance';
import { Ctx, Query, Resolver } from 'type-graphql';
import { listCatalogue } from '../catalogue/catalogue.queries.ts';
import type { Context } from '../tables.ts';
import { documentsCites } from './document-cite.queries.ts';
import { DocumentCite } from './document-cite.type.ts';

@Resolver()
export class DocumentCiteResolver {
  @Query(() => [DocumentCite], { description: 'Les autres documents que le document 004 cite.' })
  async documentsCites(@Ctx() { database }: Context): Promise<DocumentCite[]> {
    const rows = await listCatalogue(database, documentsCites);
    return rows.map((row) => ({ ...row, provenance: toProvenance(row.provenance) }));
  }
}
