import { ListSize } from '@palier/runtime/demand';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';

export const NaturePopulation = { ESTIMATION: 'ESTIMATION', PROJECTION: 'PROJECTION' } as const;
export type NaturePopulation = (typeof NaturePopulation)[keyof typeof NaturePopulation];

registerEnumType(NaturePopulation, {
  name: 'NaturePopulation',
  description: 'Nature d’un chiffre de population.',
  valuesConfig: {
    ESTIMATION: { description: 'Estimation d’une année passée.' },
    PROJECTION: { description: 'Projection : ce n’est pas un dénombrement.' },
  },
});

export const StatutPopulation = { REVISE: 'REVISE', PROVISOIRE: 'PROVISOIRE' } as const;
export type StatutPopulation = (typeof StatutPopulation)[keyof typeof StatutPopulation];

registerEnumType(StatutPopulation, {
  name: 'StatutPopulation',
  description: 'Statut qu’un fichier donne à un chiffre de population.',
  valuesConfig: {
    REVISE: { description: 'Révisé (« r »).' },
    PROVISOIRE: { description: 'Provisoire (« p »).' },
  },
});

@ObjectType({ description: 'Chiffre d’une autre source, pour le même territoire et la même année.' })
export class AutrePopulation {
  @Field(() => Int, { description: 'Nombre de personnes.' })
  nombre: number;

  @Field(() => NaturePopulation, { description: 'Estimation ou projection.' })
  nature: NaturePopulation;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@ObjectType({ description: 'Population d’un territoire pour une année.' })
export class Population {
  @Field(() => Int, { description: 'Année.' })
  annee: number;

  @Field(() => Int, { description: 'Nombre de personnes.' })
  nombre: number;

  @Field(() => NaturePopulation, { description: 'Estimation ou projection.' })
  nature: NaturePopulation;

  @Field(() => StatutPopulation, {
    nullable: true,
    description: 'Révisé ou provisoire, comme un fichier importé le dit ; nul quand la source n’en dit rien.',
  })
  statut: StatutPopulation | null;

  @ListSize(2)
  @Field(() => [AutrePopulation], {
    description:
      'Autres chiffres connus pour la même année, quand ils diffèrent : aucune source n’écrase l’autre.',
  })
  desaccords: () => AutrePopulation[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

/** A population as its row gives it. */
export interface PopulationValue extends Population {
  readonly territoireCode: string;
  /** Its key among those that files give; null for what was known at birth. */
  readonly importee: string | null;
}
