import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { documentLoader } from '../document/document.loader.ts';
import { Document } from '../document/document.type.ts';
import type { Context } from '../tables.ts';
import {
  CODE_SECTION,
  sectionCatalogue,
  sectionsByDocument,
  sectionsByParent,
} from './section-document.loader.ts';
import { SectionDocument, type SectionDocumentValue } from './section-document.type.ts';

export const sectionReference = defineReferenceByCode('SectionDocument', sectionCatalogue.byCode);

@Resolver(() => SectionDocument)
export class SectionDocumentResolver {
  @Query(() => SectionDocument, {
    nullable: true,
    description: 'Une section d’un document ; nulle si le code est inconnu.',
  })
  sectionDocument(
    @Arg('code', () => ID) code: string,
    @Ctx() context: Context,
  ): Awaitable<SectionDocument | null> {
    return sectionCatalogue.byCode.load(context, parseCode(CODE_SECTION, code));
  }

  @FieldResolver(() => Document)
  document(
    @Root() { documentCode }: SectionDocumentValue,
    @Ctx() context: Context,
  ): Awaitable<Document | null> {
    return documentLoader.load(context, documentCode);
  }

  @FieldResolver(() => SectionDocument, { nullable: true })
  parent(
    @Root() { parentCode }: SectionDocumentValue,
    @Ctx() context: Context,
  ): Awaitable<SectionDocument | null> | null {
    return parentCode === null ? null : sectionCatalogue.byCode.load(context, parentCode);
  }

  @FieldResolver(() => [SectionDocument])
  sections(@Root() { code }: SectionDocument, @Ctx() context: Context): Awaitable<SectionDocument[]> {
    return sectionsByParent.load(context, code);
  }
}

@Resolver(() => Document)
export class DocumentSectionsResolver {
  @ListSize(16)
  @FieldResolver(() => [SectionDocument], {
    description:
      'Les parties du document, dans son ordre ; leurs sous-sections sont dans `sections`. Elles tiennent chacune de ses lignes.',
  })
  sections(@Root() { code }: Document, @Ctx() context: Context): Awaitable<SectionDocument[]> {
    return chain(sectionsByDocument.load(context, code), (all) =>
      all.filter(({ parentCode }) => parentCode === null),
    );
  }
}
