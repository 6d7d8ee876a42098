import { createConnectionType } from '@palier/runtime/connection';
import { ListSize } from '@palier/runtime/demand';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Provenance } from '../document/document.type.ts';
import { NaturePopulation, StatutPopulation } from '../territoire-clsc/population.type.ts';

export const SexePopulation = { TOTAL: 'TOTAL', FEMININ: 'FEMININ', MASCULIN: 'MASCULIN' } as const;
export type SexePopulation = (typeof SexePopulation)[keyof typeof SexePopulation];

registerEnumType(SexePopulation, {
  name: 'SexePopulation',
  description: 'Sexe auquel un chiffre de population se rapporte ; TOTAL pour les deux ensemble.',
});

@ObjectType({ description: 'Nombre de personnes d’un groupe d’âge.' })
export class GroupeAge {
  @Field(() => Int, { description: 'Âge du groupe le plus bas, en années révolues.' })
  ageMin: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Âge du groupe le plus haut, en années révolues ; nul pour « 90 ans ou plus ».',
  })
  ageMax: number | null;

  @Field(() => Int, {
    description: 'Nombre de personnes : la somme de ses âges, tels que le fichier les donne.',
  })
  nombre: number;
}

@ObjectType({
  description:
    'Population d’un territoire pour une année et un sexe, par âge, telle qu’un fichier officiel importé la donne.',
})
export class PopulationDetaillee {
  @Field(() => ID, { description: 'Territoire, année et sexe : « 06112:2021:TOTAL ».' })
  id: string;

  @Field(() => Int, { description: 'Année, au 1er juillet.' })
  annee: number;

  @Field(() => SexePopulation, { description: 'Sexe.' })
  sexe: SexePopulation;

  @Field(() => Int, { description: 'Nombre de personnes de tous les âges.' })
  nombre: number;

  @Field(() => NaturePopulation, { description: 'Estimation ou projection, comme le fichier le dit.' })
  nature: NaturePopulation;

  @Field(() => StatutPopulation, {
    nullable: true,
    description: 'Révisé ou provisoire, comme le fichier le dit ; nul quand il n’en dit rien.',
  })
  statut: StatutPopulation | null;

  @ListSize(19)
  @Field(() => [GroupeAge], {
    description: 'Par groupe de cinq ans, du plus jeune au plus âgé ; le dernier est « 90 ans ou plus ».',
  })
  groupes: () => GroupeAge[];

  @ListSize(91)
  @Field(() => [Int], {
    description: 'Nombre de personnes de chaque âge, de 0 à 89 ans, puis de 90 ans ou plus.',
  })
  parAge: readonly number[];

  @Field(() => Provenance, { description: 'Fichier d’où vient le chiffre.' })
  provenance: Provenance;
}

export const PopulationDetailleeConnection = createConnectionType(
  'PopulationDetaillee',
  () => PopulationDetaillee,
  () => Absence,
);
