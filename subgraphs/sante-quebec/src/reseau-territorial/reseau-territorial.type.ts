import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { AbsenceValue } from '@palier/runtime/absence';
import { Absence } from '../absence/absence.type.ts';
import { Bilan } from '../bilan/bilan.type.ts';

@Directive('@key(fields: "code")')
@ObjectType()
export class ReseauTerritorial {
  @Field(() => ID)
  code: string;

  @Field(() => Bilan, {
    nullable: true,
    description:
      'Bilan de ses territoires, sommés par Santé Québec, chacun une fois, tels que le réseau les composait à la consolidation. Nul tant que la campagne n’est pas consolidée, ou si elle est inconnue.',
  })
  bilan?: Bilan | null;

  @Field(() => Absence, {
    nullable: true,
    description: 'Pourquoi `bilan` est nul pour cette campagne, et qui le doit ; nulle quand il est là.',
  })
  bilanAbsence?: AbsenceValue | null;
}
