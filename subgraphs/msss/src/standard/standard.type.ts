import { CodeService } from '@palier/runtime/code-service';
import { StatutExigence } from '@palier/runtime/exigence-enums';
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';

export const Attribut = {
  ACCESSIBILITE: 'ACCESSIBILITE',
  QUALITE: 'QUALITE',
  CONTINUITE: 'CONTINUITE',
  EFFICACITE_EFFICIENCE: 'EFFICACITE_EFFICIENCE',
} as const;
export type Attribut = (typeof Attribut)[keyof typeof Attribut];

registerEnumType(Attribut, {
  name: 'Attribut',
  description: 'Attribut de service sous lequel le document 003 range un standard.',
  valuesConfig: {
    ACCESSIBILITE: { description: 'Accessibilité : géographique, temporelle, professionnelle.' },
    QUALITE: { description: 'Qualité : ces standards ne sont pas des indicateurs.' },
    CONTINUITE: { description: 'Continuité : arrimage, renseignements, coordination.' },
    EFFICACITE_EFFICIENCE: {
      description: 'Efficacité et efficience : dans les fiches seulement (écart D-11).',
    },
  },
});

export const TypeStandard = {
  STANDARD: 'STANDARD',
  PARTICULARITE: 'PARTICULARITE',
  ENONCE_DESCRIPTIF: 'ENONCE_DESCRIPTIF',
} as const;
export type TypeStandard = (typeof TypeStandard)[keyof typeof TypeStandard];

registerEnumType(TypeStandard, {
  name: 'TypeStandard',
  description: 'Nature d’une rangée.',
  valuesConfig: {
    STANDARD: { description: 'Standard.' },
    PARTICULARITE: { description: 'Rangée « Particularités du service » de l’Annexe II.' },
    ENONCE_DESCRIPTIF: { description: 'Énoncé de la description d’une fiche, non de ses standards fixés.' },
  },
});

export const SourceStandard = {
  ANNEXE_II: 'ANNEXE_II',
  FICHE_STANDARDS: 'FICHE_STANDARDS',
  FICHE_DESCRIPTION: 'FICHE_DESCRIPTION',
} as const;
export type SourceStandard = (typeof SourceStandard)[keyof typeof SourceStandard];

registerEnumType(SourceStandard, {
  name: 'SourceStandard',
  description: 'Partie du document 003 qui donne la rangée.',
  valuesConfig: {
    ANNEXE_II: { description: 'Une des 54 rangées de l’Annexe II.' },
    FICHE_STANDARDS: { description: 'Les standards fixés des fiches seulement.' },
    FICHE_DESCRIPTION: { description: 'La description d’une fiche seulement.' },
  },
});

export const TriStandards = {
  DOCUMENT: 'DOCUMENT',
  CODE: 'CODE',
  ATTRIBUT: 'ATTRIBUT',
  SOUS_GROUPE: 'SOUS_GROUPE',
} as const;
export type TriStandards = (typeof TriStandards)[keyof typeof TriStandards];

registerEnumType(TriStandards, {
  name: 'TriStandards',
  description: 'Ordre d’une liste de standards.',
  valuesConfig: {
    DOCUMENT: { description: 'Celui du document 003 : l’ordre par défaut.' },
    CODE: { description: 'Par code.' },
    ATTRIBUT: { description: 'Par attribut de service.' },
    SOUS_GROUPE: { description: 'Par sous-groupe, sans égard aux accents ni aux majuscules.' },
  },
});

export const DimensionStandard = {
  ATTRIBUT: 'ATTRIBUT',
  SOUS_GROUPE: 'SOUS_GROUPE',
  TYPE: 'TYPE',
  SOURCE: 'SOURCE',
} as const;
export type DimensionStandard = (typeof DimensionStandard)[keyof typeof DimensionStandard];

registerEnumType(DimensionStandard, {
  name: 'DimensionStandard',
  description: 'Ce par quoi des standards se répartissent.',
  valuesConfig: {
    ATTRIBUT: { description: 'Attribut de service.' },
    SOUS_GROUPE: { description: 'Sous-groupe, tel que le graphe l’écrit.' },
    TYPE: { description: 'Nature de la rangée.' },
    SOURCE: { description: 'Partie du document 003 qui la donne.' },
  },
});

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'Standard des services sociaux généraux : une des 54 rangées de l’Annexe II, ou un des 13 énoncés que seules les fiches portent.',
})
export class Standard {
  @Field(() => ID, { description: 'Par exemple « A-P5 ».' })
  code: string;

  @Field(() => Attribut, { description: 'Attribut de service.' })
  attribut: Attribut;

  @Field(() => String, { description: 'Sous-groupe, par exemple « professionnelle ».' })
  sousGroupe: string;

  @Field(() => String, { description: 'Ce qu’il demande, en nos mots.' })
  enonce: string;

  @Field(() => TypeStandard, { description: 'Nature de la rangée.' })
  type: TypeStandard;

  @Field(() => SourceStandard, { description: 'Partie du document qui le donne.' })
  sourceStandard: SourceStandard;

  @Field(() => Boolean, {
    description: 'Faux pour la qualité : un canevas qui en ferait un indicateur est refusé.',
  })
  indicateurPermis: boolean;

  @Field(() => String, { nullable: true, description: 'Pourquoi il ne peut devenir un indicateur.' })
  motifRefus: string | null;

  @Field(() => Provenance, { nullable: true, description: 'Source du refus.' })
  provenanceRefus: Provenance | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@InputType({ description: 'Choix de standards ; chaque critère donné restreint la liste.' })
export class StandardsFiltre {
  @Field(() => Attribut, { nullable: true, description: 'Attribut.' })
  attribut?: Attribut | null;

  @Field(() => String, { nullable: true, description: 'Sous-groupe, tel que le graphe l’écrit.' })
  sousGroupe?: string | null;

  @Field(() => CodeService, {
    nullable: true,
    description:
      'Service pour lequel une cellule existe ; sans `statut`, ni sans objet, ni passée sous silence.',
  })
  service?: CodeService | null;

  @Field(() => StatutExigence, {
    nullable: true,
    description: 'Statut d’au moins une cellule, du service donné s’il y en a un.',
  })
  statut?: StatutExigence | null;

  @Field(() => SourceStandard, { nullable: true, description: 'Partie du document.' })
  source?: SourceStandard | null;

  @Field(() => Boolean, { nullable: true, description: 'Vrai : sans les rangées « Particularités ».' })
  sansParticularites?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Vrai : seulement ceux dont les six cellules portent littéralement « SF » à l’Annexe II.',
  })
  fixePourTousLesServices?: boolean | null;
}
