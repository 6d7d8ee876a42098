import { ProvenanceFields } from '@palier/runtime/provenance';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export const StatutDocument = {
  EN_VIGUEUR: 'EN_VIGUEUR',
  EN_VIGUEUR_NON_VERIFIEE: 'EN_VIGUEUR_NON_VERIFIEE',
  RECOMMANDATION: 'RECOMMANDATION',
  HISTORIQUE: 'HISTORIQUE',
} as const;
export type StatutDocument = (typeof StatutDocument)[keyof typeof StatutDocument];

registerEnumType(StatutDocument, {
  name: 'StatutDocument',
  description: 'Portée d’un document : ce qu’il oblige.',
  valuesConfig: {
    EN_VIGUEUR: { description: 'Orientations en vigueur.' },
    EN_VIGUEUR_NON_VERIFIEE: {
      description: 'Orientations dont aucun texte cité ne dit si elles sont encore en vigueur.',
    },
    RECOMMANDATION: { description: 'Recommandations : ne créent aucun mandat.' },
    HISTORIQUE: { description: 'Gardé pour l’histoire ; un texte plus récent prévaut.' },
  },
});

@Directive('@shareable')
@ObjectType('Provenance', { description: 'D’où vient un fait, et avec quelle certitude.' })
export class Provenance extends ProvenanceFields {
  @Field(() => Document, {
    nullable: true,
    description: 'Document cité ; absent pour une table officielle, une saisie ou une démonstration.',
  })
  document: { readonly code: string } | null;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Un des documents dont le graphe tire ses faits.' })
export class Document {
  @Field(() => ID, { description: 'De « 000 » à « 004 ».' })
  code: string;

  @Field(() => String, { description: 'Titre.' })
  titre: string;

  @Field(() => String, { description: 'Qui l’a produit ; la note dit quand c’est déduit.' })
  emetteur: string;

  @Field(() => String, { nullable: true, description: 'À qui il s’adresse, quand il le dit.' })
  destinataire: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Date, telle que le texte la donne ; absente quand il n’en donne pas.',
  })
  date: string | null;

  @Field(() => StatutDocument, { description: 'Ce qu’il oblige, selon la lecture de Palier.' })
  statut: StatutDocument;

  @Field(() => String, { description: 'Ce dont il traite.' })
  portee: string;

  @Field(() => String, { nullable: true, description: 'Mise en garde de lecture.' })
  note: string | null;

  @Field(() => Provenance, { description: 'Source de cette description.' })
  provenance: Provenance;
}
