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

/**
 * The passages that put on a level the very thing that is missing. What leans on any other, or on more than what one of them says, is
 * deduced: that Santé Québec coordinates accounts, or that an établissement takes part in them, does not say what each gives, nor when.
 */
export type DebtPassage = '004, 3.2.2, L1804-1805' | '004, 2.3, L1055-1057' | '000, L57-64';

interface Debt {
  readonly palier: CodePalier;
  /** Null when the obligation is written outside of section 3.2. */
  readonly mandat: string | null;
  /** Null as soon as something has to be deduced for this level to owe it under this mandate: the sentence says what. */
  readonly dit: DebtPassage | null;
}

/** What a level owes, and what founds it. */
export function owedBy({ palier, mandat, dit }: Debt, motif: string): AbsenceValue {
  return {
    motif,
    origine: dit === null ? 'INFERENCE' : 'TEXTE',
    doitRepondre: { code: palier },
    mandat: mandat === null ? null : { code: mandat },
  };
}

/** Of a list that is asked of no territory at all. */
export const AUCUN_TERRITOIRE = nothingOwed(
  '`territoires` est une liste vide : aucun territoire n’est demandé.',
);
