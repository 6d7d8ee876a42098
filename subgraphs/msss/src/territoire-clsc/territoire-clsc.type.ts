import type { AbsenceValue } from '@palier/runtime/absence';
import { createConnectionType } from '@palier/runtime/connection';
import { Cost, ListSize } from '@palier/runtime/demand';
import { DateScalar } from '@palier/runtime/scalars';
import { Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Region, ReseauLocal, ReseauTerritorial, Ruisss } from '../decoupage/decoupage.type.ts';
import { Provenance } from '../document/document.type.ts';
import { GroupeRepartition } from '../repartition/groupe-repartition.type.ts';
import { Population } from './population.type.ts';

export const PositionRepere = {
  SOUS_LE_REPERE: 'SOUS_LE_REPERE',
  DANS_LE_REPERE: 'DANS_LE_REPERE',
  AU_DESSUS_DU_REPERE: 'AU_DESSUS_DU_REPERE',
} as const;
export type PositionRepere = (typeof PositionRepere)[keyof typeof PositionRepere];

registerEnumType(PositionRepere, {
  name: 'PositionRepere',
  description: 'Place d’une population par rapport au repère de 25 000 à 50 000 personnes, bornes comprises.',
});

export const TriTerritoires = {
  CODE: 'CODE',
  NOM: 'NOM',
  POPULATION: 'POPULATION',
  SUPERFICIE: 'SUPERFICIE',
} as const;
export type TriTerritoires = (typeof TriTerritoires)[keyof typeof TriTerritoires];

registerEnumType(TriTerritoires, {
  name: 'TriTerritoires',
  description: 'Ordre d’une liste de territoires.',
  valuesConfig: {
    CODE: { description: 'Par code, ou dans l’ordre des `codes` donnés : l’ordre par défaut.' },
    NOM: { description: 'Par nom, sans égard aux accents ni à la casse.' },
    POPULATION: {
      description: 'Par population : la dernière estimation connue, comme `population` la donne.',
    },
    SUPERFICIE: { description: 'Par superficie ; ceux dont elle n’est pas connue à la fin.' },
  },
});

export const DimensionTerritoire = {
  REGION: 'REGION',
  RESEAU_TERRITORIAL: 'RESEAU_TERRITORIAL',
  RUISSS: 'RUISSS',
  RESEAU_LOCAL: 'RESEAU_LOCAL',
  SITUATION_POPULATION: 'SITUATION_POPULATION',
} as const;
export type DimensionTerritoire = (typeof DimensionTerritoire)[keyof typeof DimensionTerritoire];

registerEnumType(DimensionTerritoire, {
  name: 'DimensionTerritoire',
  description: 'Ce par quoi des territoires se répartissent.',
  valuesConfig: {
    REGION: { description: 'Région sociosanitaire.' },
    RESEAU_TERRITORIAL: { description: 'RTS.' },
    RUISSS: { description: 'RUISSS.' },
    RESEAU_LOCAL: { description: 'RLS.' },
    SITUATION_POPULATION: {
      description:
        'Place au regard du repère de taille, comme `situationPopulation { position }` la donne : un avertissement, jamais un jugement.',
    },
  },
});

@Cost(3)
@ObjectType({
  description:
    'Place de la population au regard du repère de taille. C’est un avertissement, jamais un jugement : le repère n’est pas une règle.',
})
export class SituationPopulation {
  @Field(() => PositionRepere, { description: 'Place par rapport au repère.' })
  position: PositionRepere;

  @Field(() => Int, { description: 'Borne basse du repère, en personnes.' })
  borneBasse: number;

  @Field(() => Int, { description: 'Borne haute du repère, en personnes.' })
  borneHaute: number;

  @Field(() => Population, { description: 'Population comparée.' })
  population: Population;

  @Field(() => String, { description: 'Comment lire cette situation.' })
  avertissement: string;

  @Field(() => Provenance, { description: 'Texte qui énonce le repère.' })
  provenance: Provenance;
}

@ObjectType({
  description:
    'Repère sur une carte (WGS 84). C’est une installation de la localité principale, non un centroïde.',
})
export class Position {
  @Field(() => Float, { description: 'Latitude, en degrés.' })
  latitude: number;

  @Field(() => Float, { description: 'Longitude, en degrés.' })
  longitude: number;

  @Field(() => String, { nullable: true, description: 'Localité où se trouve le repère.' })
  localite: string | null;

  @Field(() => String, { nullable: true, description: 'Comment le repère a été choisi.' })
  methode: string | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'Territoire de CLSC : l’unité géographique de référence des services communautaires locaux. Ce n’est pas une installation.',
})
export class TerritoireClsc {
  @Field(() => ID, { description: 'Cinq chiffres, par exemple « 06112 ».' })
  code: string;

  @Field(() => String, { description: 'Nom actuel.' })
  nom: string;

  @Field(() => String, { nullable: true, description: 'Nom en 2017, quand il différait.' })
  nom2017: string | null;

  @Field(() => ReseauLocal, {
    nullable: true,
    description:
      'Réseau local de services (RLS) du territoire. Les sept territoires nordiques sont dans un regroupement qui ne compte pas parmi les 93 RLS.',
  })
  reseauLocal?: ReseauLocal | null;

  @Field(() => ReseauTerritorial, { description: 'Réseau territorial de services (RTS) du territoire.' })
  reseauTerritorial?: ReseauTerritorial;

  @Field(() => Region, { description: 'Région sociosanitaire (RSS) du territoire.' })
  region?: Region;

  @Field(() => Ruisss, {
    description:
      'Réseau universitaire intégré (RUISSS) du territoire : il dépend du territoire, non de la région.',
  })
  ruisss?: Ruisss;

  @Field(() => Population, {
    nullable: true,
    description:
      'Population de l’année demandée ; sans année, la dernière estimation connue, jamais une projection. Nul pour une année sans chiffre. Quand plusieurs sources en donnent une, une estimation plutôt qu’une projection, puis celle du fichier importé : `desaccords` dit les autres.',
  })
  population?: Population | null;

  @ListSize(10)
  @Field(() => [Population], {
    description:
      'Toutes les populations connues, par année : celles de la naissance du graphe, et celles qu’un fichier importé donne.',
  })
  populations?: Population[];

  @Field(() => SituationPopulation, {
    description: 'Place au regard du repère de 25 000 à 50 000 personnes.',
  })
  situationPopulation?: SituationPopulation;

  @Field(() => Position, { nullable: true, description: 'Repère sur une carte.' })
  position: Position | null;

  @Field(() => Float, { nullable: true, description: 'Superficie en km², d’après le découpage de 2017.' })
  superficieKm2: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Nombre d’installations situées dans le territoire, quel que soit leur propriétaire.',
  })
  nombreInstallations: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Premier jour où le découpage donne au territoire ce contour et ces unités ; nul quand aucune source ne le date. Ce n’est pas le jour où le graphe l’a su : `versions` le dit.',
  })
  valideDepuis: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Dernier jour où il vaut ; nul pour un découpage en vigueur, ou que rien ne date.',
  })
  valideJusqua: string | null;

  @Field(() => Absence, {
    nullable: true,
    description: 'Présente quand aucune source ne date la validité du territoire.',
  })
  absenceValidite: AbsenceValue | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** A territory as its row gives it; what the units and populations add is read by their own loaders. */
export interface TerritoireClscValue extends TerritoireClsc {
  /** The last estimate known; null unless the list is in its order. */
  readonly dernierePopulation?: number | null;
  readonly unites: Readonly<Record<'RLS' | 'RTS' | 'RSS' | 'RUISSS', string>>;
}

@InputType({ description: 'Choix de territoires ; chaque code donné restreint la liste.' })
export class TerritoiresClscFiltre {
  @Field(() => ID, { nullable: true, description: 'Code du RLS, quatre chiffres.' })
  reseauLocal?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code du RTS, trois chiffres.' })
  reseauTerritorial?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code de la région, deux chiffres.' })
  region?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code du RUISSS, un chiffre.' })
  ruisss?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Établissement qui en répond, selon Santé Québec : huit chiffres ou un sigle.',
  })
  etablissement?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Population minimale, comprise : la dernière estimation connue.',
  })
  populationDe?: number | null;

  @Field(() => Int, { nullable: true, description: 'Population maximale, comprise.' })
  populationA?: number | null;

  @Field(() => PositionRepere, {
    nullable: true,
    description: 'Place au regard du repère de taille, comme `situationPopulation` la donne.',
  })
  situationPopulation?: PositionRepere | null;
}

export const TerritoireClscConnection = createConnectionType(
  'TerritoireClsc',
  () => TerritoireClsc,
  undefined,
  { by: DimensionTerritoire, groups: GroupeRepartition },
);
