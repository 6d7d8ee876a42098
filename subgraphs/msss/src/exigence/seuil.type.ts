import { Comparateur, SourceAssertion, StatutExigence } from '@palier/runtime/exigence-enums';
import { Directive, Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';

export const NatureAssertion = {
  SYNTHESE: 'SYNTHESE',
  STANDARD: 'STANDARD',
  DESCRIPTION: 'DESCRIPTION',
} as const;
export type NatureAssertion = (typeof NatureAssertion)[keyof typeof NatureAssertion];

registerEnumType(NatureAssertion, {
  name: 'NatureAssertion',
  description: 'Où la source parle, et donc avec quelle force.',
  valuesConfig: {
    SYNTHESE: { description: 'Cellule de l’Annexe II.' },
    STANDARD: { description: 'Énoncé des standards fixés de la fiche.' },
    DESCRIPTION: { description: 'Description du service dans la fiche : hors de ses standards fixés.' },
  },
});

@Directive('@shareable')
@ObjectType({ description: 'Seuil d’une exigence.' })
export class Seuil {
  @Field(() => Float, {
    nullable: true,
    description: 'Valeur, dans l’unité ; nulle quand le seuil n’est pas un nombre (24/7, 8-1-1, immédiat).',
  })
  valeur: number | null;

  @Field(() => Comparateur, {
    nullable: true,
    description: 'Comment comparer ; nul quand la source donne une valeur nue.',
  })
  comparateur: Comparateur | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Unité : h, jours, min, rencontres, h/sem, j/an, h/j;j/sem, numéro. « jours » : le texte ne dit pas s’ils sont ouvrables.',
  })
  unite: string | null;

  @Field(() => Float, { nullable: true, description: 'Part des cas visés, en pour cent, de 0 à 100.' })
  part: number | null;

  @Field(() => String, { nullable: true, description: 'Ce qui fait courir le délai.' })
  declencheur: string | null;

  @Field(() => String, { nullable: true, description: 'Précision sur la valeur.' })
  precision: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Ce dont la valeur dépend dans chaque cas, et qu’une mesure ne porte pas (« le degré d’urgence ») : elle n’est alors qu’une borne. Nulle quand le seuil vaut tel quel.',
  })
  condition: string | null;

  @Field(() => String, { nullable: true, description: 'Année visée, telle que le texte la donne.' })
  echeance: string | null;

  @Field(() => String, { description: 'Le seuil en clair, par exemple « au plus 2 h ».' })
  texte: string;

  @Field(() => String, {
    nullable: true,
    description: '« en personne » ou « par téléphone », quand le seuil n’en vise qu’un ; nul sinon.',
  })
  volet: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'Ce qu’une source dit d’une exigence. Une source muette n’a pas d’assertion.' })
export class Assertion {
  @Field(() => SourceAssertion, { description: 'Qui parle.' })
  source: SourceAssertion;

  @Field(() => NatureAssertion, { description: 'Où, et donc avec quelle force.' })
  nature: NatureAssertion;

  @Field(() => StatutExigence, { description: 'Statut selon cette source.' })
  statut: StatutExigence;

  @Field(() => String, {
    description: 'Jeton lu : SF, SO, RR, TEXTE ou RR+TEXTE à l’Annexe II ; ENONCE dans une fiche.',
  })
  litteral: string;

  @Field(() => String, { nullable: true, description: 'Valeur ou texte de la cellule, en nos mots.' })
  texte: string | null;

  @Field(() => Seuil, { nullable: true, description: 'Seuil selon cette source.' })
  seuil: Seuil | null;

  @Field(() => String, { nullable: true, description: 'Volet visé, comme dans le seuil.' })
  volet: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'En bref, ce par quoi cette source se distingue de l’autre, quand il y a un écart.',
  })
  dit: string | null;

  @Field(() => Provenance, { description: 'Passage cité.' })
  provenance: Provenance;
}
