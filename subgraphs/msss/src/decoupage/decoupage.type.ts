import { ListSize } from '@palier/runtime/demand';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';

/** What the four kinds of units have in common. */
@ObjectType()
class Unite {
  @Field(() => ID, { description: 'Code de l’unité.' })
  code: string;

  @Field(() => String, { description: 'Nom publié.' })
  nom: string;

  @Field(() => Int, { description: 'Nombre de personnes, pour l’année donnée par `anneePopulation`.' })
  nombrePersonnes: number;

  @Field(() => Int, { description: 'Année de `nombrePersonnes`.' })
  anneePopulation: number;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Réseau local de services (RLS) : un ou plusieurs territoires de CLSC.' })
export class ReseauLocal extends Unite {
  @Field(() => Boolean, {
    description: 'Faux pour les trois regroupements nordiques, qui ne comptent pas parmi les 93 RLS.',
  })
  compteDansLes93: boolean;

  @Field(() => String, { nullable: true, description: 'Nom antérieur, quand il différait.' })
  ancienNom: string | null;

  @Field(() => ReseauTerritorial, { description: 'RTS dont il fait partie.' })
  reseauTerritorial?: ReseauTerritorial;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Réseau territorial de services (RTS) : dirigé par un établissement.' })
export class ReseauTerritorial extends Unite {
  @Field(() => Boolean, { description: 'Vrai pour les trois RTS nordiques conventionnels.' })
  conventionnel: boolean;

  @ListSize(9)
  @Field(() => [ReseauLocal], { description: 'RLS qui en font partie.' })
  reseauxLocaux?: ReseauLocal[];

  @Field(() => Region, { description: 'Région dont il fait partie.' })
  region?: Region;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Région sociosanitaire (RSS).' })
export class Region extends Unite {
  @ListSize(5)
  @Field(() => [ReseauTerritorial], { description: 'RTS qui en font partie.' })
  reseauxTerritoriaux?: ReseauTerritorial[];
}

@Directive('@key(fields: "code")')
@ObjectType({ description: 'Réseau universitaire intégré de santé et de services sociaux (RUISSS).' })
export class Ruisss extends Unite {}

/** A unit as its row gives it, with the codes of what contains it. */
export type UniteValue = ReseauLocal &
  ReseauTerritorial & { readonly rtsCode: string; readonly rssCode: string };
