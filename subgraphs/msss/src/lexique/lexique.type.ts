import { ListSize } from '@palier/runtime/demand';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';

export const NatureTerme = { LEXIQUE: 'LEXIQUE', DEFINITION: 'DEFINITION' } as const;
export type NatureTerme = (typeof NatureTerme)[keyof typeof NatureTerme];

registerEnumType(NatureTerme, {
  name: 'NatureTerme',
  description: 'Où un terme est défini.',
  valuesConfig: {
    LEXIQUE: { description: 'Dans le lexique du document 004.' },
    DEFINITION: { description: 'Dans le corps ou une note du document 004.' },
  },
});

@ObjectType({ description: 'Terme défini par le document 004.' })
export class TermeLexique {
  @Field(() => ID, { description: 'Par exemple « LX9 » ou « DF5 » ; c’est aussi le code de l’élément.' })
  code: string;

  @Field(() => String, { description: 'Le terme.' })
  terme: string;

  @Field(() => String, { nullable: true, description: 'Sa définition, dans nos mots.' })
  definition: string | null;

  @ListSize(4)
  @Field(() => [String], { description: 'Ce qu’elle énumère, dans l’ordre du texte.' })
  precisions: readonly string[];

  @Field(() => NatureTerme, { description: 'Où il est défini.' })
  nature: NatureTerme;

  @ListSize(4)
  @Field(() => [Ecart], { description: 'Écarts qui le touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}
