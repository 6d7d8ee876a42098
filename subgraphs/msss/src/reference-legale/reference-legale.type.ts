import { ListSize } from '@palier/runtime/demand';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { Standard } from '../standard/standard.type.ts';

export const PorteeReference = {
  MSSS: 'MSSS',
  ETABLISSEMENT: 'ETABLISSEMENT',
  PERSONNE: 'PERSONNE',
  TRANSVERSAL: 'TRANSVERSAL',
} as const;
export type PorteeReference = (typeof PorteeReference)[keyof typeof PorteeReference];

registerEnumType(PorteeReference, {
  name: 'PorteeReference',
  description: 'Qui une référence légale concerne d’abord : une lecture de Palier, que le texte n’écrit pas.',
  valuesConfig: {
    MSSS: { description: 'Le ministère.' },
    ETABLISSEMENT: { description: 'Les établissements territoriaux.' },
    PERSONNE: { description: 'La personne elle-même.' },
    TRANSVERSAL: { description: 'Tous les paliers.' },
  },
});

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Loi ou articles de loi qu’un document invoque, et ce qu’ils y fondent.' })
export class ReferenceLegale {
  @Field(() => ID, { description: 'Par exemple « RL5 ».' })
  code: string;

  @Field(() => String, { description: 'La loi, par son sigle ou son titre.' })
  loi: string;

  @Field(() => String, {
    nullable: true,
    description: 'L’article tel que le texte le cite ; nul pour la loi entière.',
  })
  article: string | null;

  @ListSize(4)
  @Field(() => [String], { description: 'Chaque article cité, un par un.' })
  articles: readonly string[];

  @Field(() => String, { description: 'Ce que le document en tire.' })
  fonde: string;

  @Field(() => PorteeReference, {
    nullable: true,
    description: 'Qui elle concerne d’abord ; nul quand Palier ne s’est pas prononcé.',
  })
  concerne: PorteeReference | null;

  @Field(() => Provenance, { nullable: true, description: 'Nature de `concerne` : toujours une inférence.' })
  provenanceConcerne: Provenance | null;

  @ListSize(2)
  @Field(() => [Standard], { description: 'Standards du document 003 qui la nomment.' })
  standards?: Standard[];

  @Field(() => String, { nullable: true, description: 'Mise en garde.' })
  note: string | null;

  @ListSize(3)
  @Field(() => [Ecart], { description: 'Écarts qui la touchent.' })
  ecarts?: Ecart[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** A reference as its row gives it. */
export type ReferenceLegaleValue = ReferenceLegale & { readonly codesStandards: readonly string[] };
