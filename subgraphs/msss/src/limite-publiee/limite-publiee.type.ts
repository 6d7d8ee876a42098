import type { AbsenceValue } from '@palier/runtime/absence';
import { Cost, ListSize } from '@palier/runtime/demand';
import { DateScalar } from '@palier/runtime/scalars';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Provenance } from '../document/document.type.ts';

@ObjectType({ description: 'Ce que le fichier publié dit d’un territoire, là où le graphe dit autre chose.' })
export class DesaccordLimite {
  @Field(() => String, { description: 'Colonne du fichier publié : « CLSC_nom », « RLS_code ».' })
  colonne: string;

  @Field(() => String, { description: 'Ce que le fichier publie.' })
  publie: string;

  @Field(() => String, { description: 'Ce que le graphe donne.' })
  connu: string;
}

@ObjectType({
  description:
    'Contour d’un territoire, simplifié pour être dessiné : à 100 m près au mieux, sans les îlots qui ne se verraient pas. Il ne dit pas où passe une limite, ni dans quel territoire est une adresse.',
})
export class ContourPublie {
  @Cost(10)
  @Field(() => String, {
    description:
      'Géométrie GeoJSON (MultiPolygon), longitude puis latitude, en degrés ; un bord commun à deux territoires y est le même. Les contours de tous les territoires ont ensemble au plus 15 000 points, environ 300 ko.',
  })
  geojson: string;

  @Field(() => Int, { description: 'Nombre de points du contour.' })
  nombrePoints: number;
}

@ObjectType({
  description:
    'Territoire de CLSC tel que le fichier des limites du ministère le publie. Il n’écrase rien de ce que le graphe en dit : `desaccords` montre ce qui diffère.',
})
export class LimitePubliee {
  @Field(() => ID, { description: 'Code du territoire, cinq chiffres.' })
  code: string;

  @Field(() => String, { nullable: true, description: 'Nom publié.' })
  nom: string | null;

  @Field(() => String, { nullable: true, description: 'Étiquette publiée.' })
  etiquette: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Code du réseau local, tel que publié ; nul quand le fichier le laisse blanc.',
  })
  reseauLocalCode: string | null;

  @Field(() => ID, { nullable: true, description: 'Code du réseau territorial, tel que publié.' })
  reseauTerritorialCode: string | null;

  @Field(() => ID, { nullable: true, description: 'Code de la région sociosanitaire, tel que publié.' })
  regionCode: string | null;

  @Field(() => ID, { nullable: true, description: 'Code du RUISSS, tel que publié.' })
  ruisssCode: string | null;

  @Field(() => String, { nullable: true, description: 'Version du découpage, telle que publiée.' })
  version: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Superficie du polygone publié, en kilomètres carrés, dans la projection du fichier.',
  })
  superficieKm2: number | null;

  @ListSize(2)
  @Field(() => [DesaccordLimite], {
    description:
      'Nom et rattachements que le fichier publie autrement que le graphe ; vide quand ils s’accordent. Une apostrophe, une espace ou un tiret écrits autrement ne sont pas un désaccord.',
  })
  desaccords?: DesaccordLimite[];

  @Field(() => ContourPublie, {
    nullable: true,
    description: 'Contour ; nul quand le fichier a été importé sans ses formes : `absenceContour` le dit.',
  })
  contour?: ContourPublie | null;

  @Field(() => Absence, { nullable: true, description: 'Pourquoi il n’y a pas de contour.' })
  absenceContour?: AbsenceValue | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Jour de l’importation qui ne le donnait plus ; nul pour ce que la dernière donne.',
  })
  retireLe: string | null;

  @Field(() => Provenance, { description: 'Fichier d’où vient ce qui est dit.' })
  provenance: Provenance;
}

/** A boundary as its row gives it; the outline is read by its own loader. */
export interface LimiteValue extends LimitePubliee {
  readonly hasContour: boolean;
}
