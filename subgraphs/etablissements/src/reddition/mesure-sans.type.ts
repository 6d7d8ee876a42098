import { INTERNE } from '@palier/runtime/tags';
import { Origine } from '@palier/runtime/provenance';
import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import { StatutFigure } from '../mesure/mesure-enums.ts';

@Directive(INTERNE)
@ObjectType({
  description: 'Ce qui serait publié d’une mesure sans certaines versions ; sans statut, rien ne le serait.',
})
export class MesureSans {
  @Field(() => ID, { description: 'Identifiant de la mesure.' })
  id: string;

  @Field(() => ID, { description: 'Code du territoire de CLSC.' })
  territoire: string;

  @Field(() => ID, { description: 'Code de l’exigence.' })
  exigence: string;

  @Field(() => String, { nullable: true, description: 'Volet mesuré ; nul quand l’exigence n’en a pas.' })
  volet: string | null;

  @Field(() => ID, { description: 'Code de la période.' })
  periode: string;

  @Field(() => Float, { nullable: true, description: 'Valeur, dans l’unité donnée ; nulle sans valeur.' })
  valeur: number | null;

  @Field(() => String, { description: 'Unité : h, jours, min, h/sem, j/an.' })
  unite: string;

  @Field(() => StatutFigure, { nullable: true, description: 'Ce que vaut la valeur.' })
  statut: StatutFigure | null;

  @Field(() => Origine, { description: 'Nature de ce qui la dit.' })
  origine: Origine;
}
