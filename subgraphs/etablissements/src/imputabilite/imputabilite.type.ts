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

  @Directive('@external')
  @Field(() => String, { nullable: true })
  motifSansCompte?: string | null;
}

@ObjectType({ description: 'Le dernier maillon de l’imputabilité : qui fait, et en rend compte.' })
export class RenduPar {
  @Field(() => Palier, {
    nullable: true,
    description: 'Palier qui rend compte ; nul quand aucun compte n’est dû : voir `absence`.',
  })
  palier: Palier | null;

  @Field(() => Mandat, {
    nullable: true,
    description: 'Mandat qui l’y oblige ; nul quand aucun compte n’est dû.',
  })
  mandat: Mandat | null;

  @Field(() => Gestionnaire, {
    description: 'Gestionnaire du CLSC du territoire, qui rend ce compte ; vide quand aucun n’est dû.',
  })
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
  referenceLegale: ReferenceLegale | null;

  @Field(() => Provenance, { description: 'Ce qui fait rendre compte, ou qu’aucun compte ne soit dû.' })
  provenance: Provenance;

  @Field(() => Absence, {
    nullable: true,
    description:
      'Ce qui manque quand aucun gestionnaire n’est en fonction ; ou pourquoi aucun compte n’est dû.',
  })
  absence: Absence | null;
}
