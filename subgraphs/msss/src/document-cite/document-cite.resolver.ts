import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../tables.ts';
import { CODE_DOCUMENT_CITE, documentCiteCatalogue } from './document-cite.loader.ts';
import { DocumentCite } from './document-cite.type.ts';

export const documentCiteReference = defineReferenceByCode('DocumentCite', documentCiteCatalogue.byCode);

@Resolver()
export class DocumentCiteResolver {
  @ListSize(70)
  @Query(() => [DocumentCite], { description: 'Les autres documents que les documents du graphe citent.' })
  documentsCites(@Ctx() context: Context): Awaitable<DocumentCite[]> {
    return documentCiteCatalogue.list(context);
  }

  @Query(() => DocumentCite, {
    nullable: true,
    description: 'Un document cité ; nul si le code est inconnu.',
  })
  documentCite(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<DocumentCite | null> {
    return documentCiteCatalogue.byCode.load(context, parseCode(CODE_DOCUMENT_CITE, code));
  }
}
