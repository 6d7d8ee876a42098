import { createConnectionType } from '@palier/runtime/connection';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { TerritoireClsc } from '../other-levels/extended.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';
import { TypePartenaire } from './partenaire-enums.ts';

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'Organisation avec laquelle l’établissement travaille dans un territoire. Jamais une personne.',
})
export class Partenaire {
  @Field(() => ID, { description: 'Identifiant.' })
  id: string;

  @Field(() => TypePartenaire, { description: 'Sorte de partenaire.' })
  type: TypePartenaire;

  @Field(() => String, { description: 'Désignation de l’organisation.' })
  designation: string;

  @Field(() => TerritoireClsc, { nullable: true, description: 'Territoire.' })
  territoire: TerritoireClsc;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

export const PartenaireConnection = createConnectionType(
  'Partenaire',
  () => Partenaire,
  () => Absence,
);
