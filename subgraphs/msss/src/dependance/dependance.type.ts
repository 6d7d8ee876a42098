import { createConnectionType } from '@palier/runtime/connection';
import { Field, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';

@ObjectType({ description: 'Ce qui s’appuie sur une chose : la nomme par son code, y renvoie ou la cite.' })
export class Dependant {
  @Field(() => String, { description: 'Type de l’entité, par exemple « Exigence ».' })
  type: string;

  @Field(() => ID, { description: 'Code de l’entité.' })
  code: string;

  @Field(() => String, { description: 'Son nom ou son énoncé.' })
  titre: string;

  @Field(() => Provenance, { description: 'Source de l’entité.' })
  provenance: Provenance;
}

export const DependantConnection = createConnectionType('Dependant', () => Dependant);
