import { Field, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { SectionDocument } from '../section-document/section-document.type.ts';

@ObjectType({
  description:
    'Ce que le graphe tire de quelques lignes d’un document : une entité du ministère, de n’importe quel type, et le passage qui la fonde.',
})
export class Fait {
  @Field(() => String, { description: 'Type de l’entité, par exemple « Enonce » ou « Standard ».' })
  type: string;

  @Field(() => ID, { description: 'Code de l’entité.' })
  code: string;

  @Field(() => String, { description: 'Son nom ou son énoncé.' })
  titre: string;

  @Field(() => String, {
    nullable: true,
    description: 'Ce qu’elle dit de plus ; nul quand le titre dit tout.',
  })
  texte: string | null;

  @Field(() => String, { description: 'Lignes citées, par exemple « L883-890 ».' })
  lignes: string;

  @Field(() => SectionDocument, {
    nullable: true,
    description: 'La plus petite section où le passage commence.',
  })
  section?: SectionDocument | null;

  @Field(() => Provenance, { description: 'Le passage.' })
  provenance: Provenance;
}

/** A fact as its row gives it. */
export type FaitValue = Fait & { readonly sectionCode: string };
