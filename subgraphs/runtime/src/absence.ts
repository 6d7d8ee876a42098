import { Field, ObjectType } from 'type-graphql';

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

export type CodePalier = 'MSSS' | 'SANTE_QUEBEC' | 'ETABLISSEMENT';
