import { createConnectionType } from '@palier/runtime/connection';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Absence } from '../absence/absence.type.ts';
import { Etablissement, TerritoireClsc } from '../other-levels/extended.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

@Directive('@key(fields: "code")')
@ObjectType({
  description:
    'Lieu où des services sont donnés. Une installation n’est pas un territoire, et son territoire ne dit pas à qui elle est.',
})
export class Installation {
  @Field(() => ID, { description: 'Code de l’installation.' })
  code: string;

  @Field(() => String, { description: 'Nom.' })
  nom: string;

  @Field(() => TerritoireClsc, { nullable: true, description: 'Territoire où elle se trouve.' })
  territoire: TerritoireClsc;

  @Field(() => Etablissement, { nullable: true, description: 'Établissement à qui elle appartient.' })
  etablissement: Etablissement;

  @Field(() => Boolean, { description: 'Vrai si elle a une mission de CLSC.' })
  missionClsc: boolean;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

export const InstallationConnection = createConnectionType(
  'Installation',
  () => Installation,
  () => Absence,
);
