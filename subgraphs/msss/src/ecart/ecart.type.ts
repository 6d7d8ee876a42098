import { ListSize } from '@palier/runtime/demand';
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';

export const Gravite = {
  MAJEURE: 'MAJEURE',
  MINEURE: 'MINEURE',
  MISE_EN_GARDE: 'MISE_EN_GARDE',
} as const;
export type Gravite = (typeof Gravite)[keyof typeof Gravite];

registerEnumType(Gravite, {
  name: 'Gravite',
  description: 'Portée d’un écart entre deux sources.',
  valuesConfig: {
    MAJEURE: { description: 'Change un statut, une valeur, un acteur, une règle ou un compte.' },
    MINEURE: { description: 'Libellé, présentation ou précision.' },
    MISE_EN_GARDE: { description: 'À savoir pour bien lire ; rien ne se contredit.' },
  },
});

export const TriEcarts = { CODE: 'CODE', SERIE: 'SERIE', GRAVITE: 'GRAVITE', TITRE: 'TITRE' } as const;
export type TriEcarts = (typeof TriEcarts)[keyof typeof TriEcarts];

registerEnumType(TriEcarts, {
  name: 'TriEcarts',
  description: 'Ordre d’une liste d’écarts.',
  valuesConfig: {
    CODE: { description: 'Par code : l’ordre par défaut.' },
    SERIE: { description: 'Par série.' },
    GRAVITE: { description: 'Par portée : MAJEURE, MINEURE, MISE_EN_GARDE.' },
    TITRE: { description: 'Par titre, sans égard aux accents ni aux majuscules.' },
  },
});

export const DimensionEcart = { SERIE: 'SERIE', GRAVITE: 'GRAVITE' } as const;
export type DimensionEcart = (typeof DimensionEcart)[keyof typeof DimensionEcart];

registerEnumType(DimensionEcart, {
  name: 'DimensionEcart',
  description: 'Ce par quoi des écarts se répartissent.',
  valuesConfig: {
    SERIE: { description: 'Série : où sont les deux côtés.' },
    GRAVITE: { description: 'Portée.' },
  },
});

@ObjectType({ description: 'Ce que dit une des sources en désaccord.' })
export class Cote {
  @Field(() => String, {
    description: 'La source, par exemple « ANNEXE_II », « FICHE », ou la partie du document.',
  })
  source: string;

  @Field(() => String, { description: 'Ce qu’elle dit, en bref.' })
  dit: string;
}

@ObjectType({ description: 'Une entité du graphe que l’écart concerne.' })
export class Touche {
  @Field(() => String, { description: 'Nom du type, par exemple « Exigence ».' })
  type: string;

  @Field(() => ID, { description: 'Code de l’entité, par exemple « A-P11:INFO_SOCIAL ».' })
  code: string;
}

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'Désaccord entre deux sources, ou incohérence dans l’une. Le graphe montre les deux côtés et ne tranche pas à leur place.',
})
export class Ecart {
  @Field(() => ID, { description: 'Par exemple « D-02 ».' })
  code: string;

  @Field(() => String, {
    description:
      'D : Annexe II et fiches du 003 ; I : intérieur du 003 ; G : 004 ; X : entre documents ; P : 001 ; T : 002 ; S : 000.',
  })
  serie: string;

  @Field(() => String, { description: 'Titre.' })
  titre: string;

  @Field(() => String, { description: 'Les deux côtés, leurs valeurs et leurs lignes.' })
  detail: string;

  @Field(() => Gravite, { description: 'Portée.' })
  gravite: Gravite;

  @Field(() => Boolean, {
    description:
      'Vrai quand la gravité est un jugement de Palier, cas par cas ; faux pour la série D, classée d’emblée.',
  })
  graviteInferee: boolean;

  @ListSize(4)
  @Field(() => [Cote], { description: 'Ce que dit chaque source.' })
  cotes: readonly Cote[];

  @ListSize(15)
  @Field(() => [Provenance], { description: 'Les passages en cause.' })
  provenances: readonly Provenance[];

  @ListSize(20)
  @Field(() => [Touche], { description: 'Toutes les entités que l’écart concerne.' })
  touche?: Touche[];
}

@InputType({ description: 'Choix d’écarts ; chaque critère donné restreint la liste.' })
export class EcartsFiltre {
  @Field(() => String, { nullable: true, description: 'Série : D, I, G, X, P, T ou S.' })
  serie?: string | null;

  @Field(() => Gravite, { nullable: true, description: 'Gravité.' })
  gravite?: Gravite | null;

  @Field(() => ID, { nullable: true, description: 'Code d’un document cité, par exemple « 003 ».' })
  document?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Type de l’entité concernée, par exemple « Exigence ».',
  })
  type?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Code de l’entité concernée, par exemple l’exigence « A-P5:AAOR ».',
  })
  code?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Indicateur de Santé Québec, par exemple « I-A-P5 » : l’écart concerne une exigence qu’il compte.',
  })
  indicateur?: string | null;
}
