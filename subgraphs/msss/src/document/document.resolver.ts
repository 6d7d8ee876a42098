import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../tables.ts';
import { CODE_DOCUMENT, documentLoader, readDocuments } from './document.loader.ts';
import { Document, Provenance } from './document.type.ts';

export const documentReference = defineReferenceByCode('Document', documentLoader);

@Resolver(() => Document)
export class DocumentResolver {
  @ListSize(5)
  @Query(() => [Document], { description: 'Les documents sources.' })
  documents(@Ctx() context: Context): Awaitable<Document[]> {
    return readDocuments(context, 'tous');
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
