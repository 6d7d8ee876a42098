import { ListSize } from '@palier/runtime/demand';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Document, Provenance } from '../document/document.type.ts';

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'Une partie d’un document, sous un titre qu’il porte. Elle tient toutes ses lignes ; celles de ses sous-sections en sont.',
})
export class SectionDocument {
  @Field(() => ID, { description: 'Code du document, puis de la section : par exemple « 004-2.2.7 ».' })
  code: string;

  @Field(() => String, {
    description: 'Titre, tel que le document le porte ; sa source dit quand Palier le donne.',
  })
  titre: string;

  @Field(() => String, { description: 'Lignes du texte extrait, par exemple « L883-924 ».' })
  lignes: string;

  @Field(() => Int, { description: 'Rang parmi toutes les sections du document, dans son ordre.' })
  rang: number;

  @Field(() => Document, { description: 'Le document.' })
  document?: Document;

  @Field(() => SectionDocument, {
    nullable: true,
    description: 'Section dont elle fait partie ; nulle pour une partie du document.',
  })
  parent?: SectionDocument | null;

  @ListSize(12)
  @Field(() => [SectionDocument], { description: 'Ses sous-sections, dans l’ordre du document.' })
  sections?: SectionDocument[];

  @Field(() => Provenance, { description: 'Où est le titre.' })
  provenance: Provenance;
}

/** A section as its row gives it. */
export type SectionDocumentValue = SectionDocument & {
  readonly parentCode: string | null;
  readonly documentCode: string;
};
