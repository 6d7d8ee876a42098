import { Field, ObjectType } from 'type-graphql';
import type { CodePalier } from './paliers.ts';

/** The field that `Absence` has on every level; each level adds `doitRepondre` and `mandat`. */
@ObjectType()
export class AbsenceFields {
  @Field(() => String, { description: 'Ce qui manque, et pourquoi.' })
  motif: string;
}

/** What is missing, which level owes it, and under which mandate. */
export interface AbsenceValue {
  readonly motif: string;
  readonly doitRepondre: { readonly code: CodePalier } | null;
  readonly mandat: { readonly code: string } | null;
}
