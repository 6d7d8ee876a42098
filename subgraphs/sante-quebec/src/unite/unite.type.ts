import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { AbsenceValue } from '@palier/runtime/absence';
import { Absence } from '../absence/absence.type.ts';
import { Bilan } from '../bilan/bilan.type.ts';

const BILAN =
  'Bilan de ses territoires, sommés par Santé Québec, chacun une fois, tels que l’unité les composait à la consolidation. Nul tant que la campagne n’est pas consolidée, ou si elle est inconnue.';

const BILAN_ABSENCE = 'Pourquoi `bilan` est nul pour cette campagne, et qui le doit ; nulle quand il est là.';

@Directive('@key(fields: "code")')
@ObjectType()
export class ReseauLocal {
  @Field(() => ID)
  code: string;

  @Field(() => Bilan, { nullable: true, description: BILAN })
  bilan?: Bilan | null;

  @Field(() => Absence, { nullable: true, description: BILAN_ABSENCE })
  bilanAbsence?: AbsenceValue | null;
}

@Directive('@key(fields: "code")')
@ObjectType()
export class Region {
  @Field(() => ID)
  code: string;

  @Field(() => Bilan, { nullable: true, description: BILAN })
  bilan?: Bilan | null;

  @Field(() => Absence, { nullable: true, description: BILAN_ABSENCE })
  bilanAbsence?: AbsenceValue | null;
}
