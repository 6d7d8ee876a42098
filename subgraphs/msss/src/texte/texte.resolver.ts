import type { Awaitable } from '@palier/runtime/awaitable';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Document } from '../document/document.type.ts';
import type { Context } from '../tables.ts';
import { texteByDocument } from './texte.loader.ts';
import { TexteDocument } from './texte.type.ts';

@Resolver(() => Document)
export class DocumentTexteResolver {
  @FieldResolver(() => TexteDocument, {
    nullable: true,
    description: 'Le texte dont les citations comptent les lignes ; nul quand rien n’en est attendu.',
  })
  texte(@Root() { code }: Document, @Ctx() context: Context): Awaitable<TexteDocument | null> {
    return texteByDocument.load(context, code);
  }
}
