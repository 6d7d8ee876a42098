import { DateScalar, DateTime } from '@palier/runtime/scalars';
import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { CampagneActeArgs } from '../campagne/campagne.type.ts';
import { Etablissement } from '../etablissement/etablissement.type.ts';
import { Provenance } from '../provenance/provenance.type.ts';

@ObjectType({ description: 'Délai accordé à un établissement après la clôture d’une campagne.' })
export class ExceptionCampagne {
  @Field(() => Etablissement, { nullable: true, description: 'Établissement.' })
  etablissement: Pick<Etablissement, 'code'>;

  @Field(() => Int, {
    description:
      'Rang parmi celles de l’établissement dans la campagne, à partir de 1 : la dernière vaut. À donner à `versionAttendue` pour la remplacer.',
  })
  version: number;

  @Field(() => DateScalar, { description: 'Dernier jour pour soumettre.' })
  jusquAu: string;

  @Field(() => String, { description: 'Raison.' })
  motif: string;

  @Field(() => DateTime, { description: 'Instant où elle a été accordée.' })
  accordeeLe: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Instant où l’exception suivante de l’établissement, ou la fermeture de la campagne, y a mis fin, son dernier jour n’étant pas passé ; nul si elle court, ou a couru jusqu’au bout.',
  })
  finieLe: string | null;

  @Field(() => Provenance, { description: 'Source.' })
  provenance: Provenance;
}

@ArgsType()
export class AccorderExceptionArgs extends CampagneActeArgs {
  @Field(() => ID, { description: 'Établissement.' })
  etablissement: string;

  @Field(() => String, { description: 'Dernier jour pour soumettre.' })
  jusquAu: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Version de l’exception que vous avez lue et remplacez, 0 pour aucune : refusé si une autre a été accordée depuis. Sans elle, aucun jour déjà accordé n’est abrégé.',
  })
  versionAttendue?: number | null;
}
