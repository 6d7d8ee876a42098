import { DemandeCampagne } from '@palier/runtime/demande-campagne.type';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { AbsenceValue } from '@palier/runtime/absence';
import { Absence } from '../absence/absence.type.ts';
import { Bilan } from '../bilan/bilan.type.ts';
import { ListSize } from '@palier/runtime/demand';
import { Provenance } from '../provenance/provenance.type.ts';

@Directive('@key(fields: "code")')
@ObjectType()
export class TerritoireClsc {
  @Field(() => ID)
  code: string;

  @Field(() => Provenance, { nullable: true, description: 'D’où vient `etablissement`.' })
  provenanceEtablissement?: Provenance | null;

  @ListSize(5)
  @Field(() => [DemandeCampagne], {
    nullable: true,
    description:
      'Ce que chaque campagne demande pour ce territoire, et pour quand ; vide si aucun établissement territorial n’en répond.',
  })
  demandes?: DemandeCampagne[] | null;

  @Field(() => Bilan, {
    nullable: true,
    description:
      'Bilan consolidé par Santé Québec. Nul tant que la campagne n’est pas consolidée, ou si elle est inconnue.',
  })
  bilan?: Bilan | null;

  @Field(() => Absence, {
    nullable: true,
    description: 'Pourquoi `bilan` est nul pour cette campagne, et qui le doit ; nulle quand il est là.',
  })
  bilanAbsence?: AbsenceValue | null;
}
