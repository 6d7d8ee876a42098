import { ListSize } from '@palier/runtime/demand';
import { Field, ID, ObjectType } from 'type-graphql';
import { Provenance } from '../document/document.type.ts';
import { Element } from '../element/element.type.ts';

@ObjectType({
  description: 'Une des deux listes de conditions de succès de la gouvernance de proximité (004).',
})
export class ConditionsDeSucces {
  @Field(() => ID, { description: '« CS1 » ou « CS2 ».' })
  code: string;

  @Field(() => String, { description: 'Ce que les conditions servent.' })
  titre: string;

  @ListSize(5)
  @Field(() => [Element], { description: 'Les conditions.' })
  conditions?: Element[];

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}
