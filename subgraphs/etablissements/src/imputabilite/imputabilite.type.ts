import { defineExtension } from '@palier/runtime/reference';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Delegation, Gestionnaire } from '../designation/designation.type.ts';
import { Mandat, Palier, ReferenceLegale } from '../other-levels/ministry.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

@Directive('@key(fields: "territoire exigence")')
@ObjectType()
export class Imputabilite {
  @Field(() => ID)
  territoire: string;

  @Field(() => ID)
  exigence: string;
}

@ObjectType({ description: 'Le dernier maillon de l’imputabilité : qui fait, et en rend compte.' })
export class RenduPar {
  @Field(() => Palier, { nullable: true, description: 'Palier qui rend compte.' })
  palier: Palier;

  @Field(() => Mandat, { nullable: true, description: 'Mandat qui l’y oblige.' })
  mandat: Mandat;

  @Field(() => Gestionnaire, { description: 'Gestionnaire du CLSC du territoire.' })
  gestionnaire: Gestionnaire;

  @Field(() => Delegation, {
    nullable: true,
    description: 'Délégation dont le gestionnaire tient son pouvoir d’agir.',
  })
  delegation: Delegation | null;

  @Field(() => ReferenceLegale, {
    nullable: true,
    description: 'Article qui prévoit le pilotage par un gestionnaire (LGSSSS, art. 167).',
  })
  referenceLegale: ReferenceLegale;

  @Field(() => Provenance, { description: 'Texte qui fait rendre compte.' })
  provenance: Provenance;

  @Field(() => Absence, {
    nullable: true,
    description: 'Ce qui manque quand aucun gestionnaire n’est en fonction.',
  })
  absence: Absence | null;
}

export const imputabiliteReference = defineExtension('Imputabilite');
