import { createConnectionType } from '@palier/runtime/connection';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

export const TypePartenaire = {
  MUNICIPALITE: 'MUNICIPALITE',
  ORGANISME_COMMUNAUTAIRE: 'ORGANISME_COMMUNAUTAIRE',
  EESAD: 'EESAD',
  PHARMACIE: 'PHARMACIE',
  ECOLE: 'ECOLE',
  MILIEU_PREMIERE_LIGNE: 'MILIEU_PREMIERE_LIGNE',
  DTMF: 'DTMF',
  SANTE_PUBLIQUE: 'SANTE_PUBLIQUE',
  CHSGS: 'CHSGS',
  AUTRE: 'AUTRE',
} as const;
export type TypePartenaire = (typeof TypePartenaire)[keyof typeof TypePartenaire];

registerEnumType(TypePartenaire, {
  name: 'TypePartenaire',
  description: 'Sortes de partenaires que les textes nomment ; le classement est une inférence.',
  valuesConfig: {
    MUNICIPALITE: { description: 'Municipalité.' },
    ORGANISME_COMMUNAUTAIRE: { description: 'Organisme communautaire.' },
    EESAD: { description: 'Entreprise d’économie sociale en aide à domicile.' },
    PHARMACIE: { description: 'Pharmacie communautaire.' },
    ECOLE: { description: 'Milieu scolaire.' },
    MILIEU_PREMIERE_LIGNE: { description: 'Milieu de soins et services de première ligne.' },
    DTMF: { description: 'Département territorial de médecine familiale.' },
    SANTE_PUBLIQUE: { description: 'Santé publique.' },
    CHSGS: { description: 'Centre hospitalier de soins généraux et spécialisés.' },
    AUTRE: { description: 'Autre partenaire.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'Organisation avec laquelle l’établissement travaille dans un territoire. Jamais une personne.',
})
export class Partenaire {
  @Field(() => ID, { description: 'Identifiant.' })
  id: string;

  @Field(() => TypePartenaire, { description: 'Sorte de partenaire.' })
  type: TypePartenaire;

  @Field(() => String, { description: 'Désignation de l’organisation.' })
  designation: string;

  @Field(() => TerritoireClsc, { nullable: true, description: 'Territoire.' })
  territoire: TerritoireClsc;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

export const PartenaireConnection = createConnectionType(
  'Partenaire',
  () => Partenaire,
  () => Absence,
);
