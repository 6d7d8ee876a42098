import { Field, ObjectType } from 'type-graphql';
import type { CodePalier } from './paliers.ts';

/** The field that `Absence` has on every level; each level adds `doitRepondre` and `mandat`. */
@ObjectType()
export class AbsenceFields {
  @Field(() => String, { description: 'Ce qui manque, et pourquoi.' })
  motif: string;
}

/** What is missing, which level owes it, and under which mandate. Nobody owes what no text and no marked inference founds. */
export interface AbsenceValue {
  readonly motif: string;
  readonly doitRepondre: { readonly code: CodePalier } | null;
  readonly mandat: { readonly code: string } | null;
}

/** What is missing without anybody owing it: the sentence says why. */
export function nothingOwed(motif: string): AbsenceValue {
  return { motif, doitRepondre: null, mandat: null };
}
