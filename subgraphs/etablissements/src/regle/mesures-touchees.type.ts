import { Cost, ListSize } from '@palier/runtime/demand';
import { Origine } from '@palier/runtime/provenance';
import { Field, Int, ObjectType } from 'type-graphql';
import { Mesure } from '../mesure/mesure.type.ts';

// All measures are read and judged.
@Cost(20_000)
@ObjectType({
  description:
    'Ce qu’une expression du langage des règles de validation dirait des mesures publiées : combien ne la respectent pas.',
})
export class MesuresTouchees {
  @Field(() => Int, { description: 'Mesures jugées.' })
  jugees: number;

  @Field(() => Int, { description: 'Celles dont l’expression est fausse.' })
  touchees: number;

  @Field(() => Int, { description: 'Celles dont on ne sait pas assez pour le dire.' })
  indecises: number;

  @Field(() => Origine, { description: 'DEMONSTRATION dès qu’une mesure jugée est fictive.' })
  origine: Origine;

  @ListSize(20)
  @Field(() => [Mesure], {
    nullable: 'items',
    description: 'Premières de celles dont elle est fausse, vingt au plus.',
  })
  exemples?: Mesure[];
}

/** What is read of it; its examples are read by their own loader. */
export interface MesuresToucheesValue extends Omit<MesuresTouchees, 'exemples'> {
  readonly ids: readonly string[];
}
