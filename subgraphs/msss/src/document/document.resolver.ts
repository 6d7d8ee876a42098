import type { Awaitable } from '@palier/runtime/awaitable';
import { type CodeFormat, parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context, Reading } from '../tables.ts';
import { findDocumentsByCodes, listDocuments } from './document.queries.ts';
import { Document, Provenance } from './document.type.ts';
import type { DocumentTable } from '../../tables/document.table.ts';

export const CODE_DOCUMENT: CodeFormat = {
  pattern: /^\d{3}$/,
  description: 'trois chiffres, par exemple 004',
};

export const documentLoader = defineLoader<string, Document | null>(async ({ database }: Reading, codes) =>
  inKeyOrder(codes, await findDocumentsByCodes(database, codes), ({ code }) => code).map(
    (row) => row && toDocument(row),
  ),
);

export const documentReference = defineReferenceByCode('Document', documentLoader);

@Resolver(() => Document)
export class DocumentResolver {
  @ListSize(5)
  @Query(() => [Document], { description: 'Les documents sources.' })
  async documents(@Ctx() { database }: Context): Promise<Document[]> {
    return (await listDocuments(database)).map(toDocument);
  }

  @Query(() => Document, { nullable: true, description: 'Un document source.' })
  document(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Document | null> {
    return documentLoader.load(context, parseCode(CODE_DOCUMENT, code));
  }
}

@Resolver(() => Provenance)
export class ProvenanceResolver {
  @FieldResolver(() => Document, { nullable: true })
  document(@Root() { document }: Provenance, @Ctx() context: Context): Awaitable<Document | null> | null {
    return document === null ? null : documentLoader.load(context, document.code);
  }
}

function toDocument(row: DocumentTable): Document {
  return { ...row, provenance: toProvenance(row.provenance) };
}
