import { Field, ObjectType } from 'type-graphql';
import type { CodePalier } from './paliers.ts';
import { Origine } from './provenance.ts';

/** The fields that `Absence` has on every level; each level adds `doitRepondre` and `mandat`. */
@ObjectType()
export class AbsenceFields {
  @Field(() => String, { description: 'Ce qui manque, et pourquoi.' })
  motif: string;

  @Field(() => Origine, {
    nullable: true,
    description:
      'Nature de ce qui fonde la dette, son mandat compris : `TEXTE` quand un texte la met à ce palier, `INFERENCE` quand il faut en déduire quelque chose, que `motif` dit ; nul quand rien n’est dû.',
  })
  origine: Origine | null;
}

/** What is missing, which level owes it, and under which mandate. Nobody owes what no text and no marked inference founds. */
export interface AbsenceValue {
  readonly motif: string;
  readonly origine: Origine | null;
  readonly doitRepondre: { readonly code: CodePalier } | null;
  readonly mandat: { readonly code: string } | null;
}

/** What is missing without anybody owing it: the sentence says why. */
export function nothingOwed(motif: string): AbsenceValue {
  return { motif, origine: null, doitRepondre: null, mandat: null };
}

interface Debt {
  readonly palier: CodePalier;
  /** Null when the obligation is written outside of section 3.2. */
  readonly mandat: string | null;
  /** Deduced, as soon as something has to be for this level to owe it under this mandate: the sentence says what. */
  readonly origine: 'TEXTE' | 'INFERENCE';
}

/** What a level owes, and what founds it. */
export function owedBy({ palier, mandat, origine }: Debt, motif: string): AbsenceValue {
  return {
    motif,
    origine,
    doitRepondre: { code: palier },
    mandat: mandat === null ? null : { code: mandat },
  };
}
