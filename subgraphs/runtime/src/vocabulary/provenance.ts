import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** Where a fact comes from: written in a text, in an official table, deduced, entered by somebody, or made up to demonstrate. */
export const Origine = {
  TEXTE: 'TEXTE',
  TABLE_OFFICIELLE: 'TABLE_OFFICIELLE',
  INFERENCE: 'INFERENCE',
  SAISIE: 'SAISIE',
  DEMONSTRATION: 'DEMONSTRATION',
} as const;
export type Origine = (typeof Origine)[keyof typeof Origine];

registerEnumType(Origine, {
  name: 'Origine',
  description: 'D’où vient un fait.',
  valuesConfig: {
    TEXTE: { description: 'Écrit dans un document cité.' },
    TABLE_OFFICIELLE: { description: 'Lu dans une table publiée par le ministère.' },
    INFERENCE: { description: 'Déduit par Palier : aucun texte ne le dit.' },
    SAISIE: { description: 'Saisi par un palier dans ce graphe.' },
    DEMONSTRATION: { description: 'Donnée fictive, pour la démonstration seulement.' },
  },
});

/** The citation of one row, as it is kept in the database (`jsonb`) and in the data files. */
export interface ProvenanceRow {
  readonly origine: Origine;
  readonly document?: string;
  readonly section?: string;
  readonly lignes?: string;
  readonly confiance?: string;
  readonly note?: string;
}

/** The fields that `Provenance` has on every level; each level adds `document`, whose type it owns or names. */
@ObjectType()
export class ProvenanceFields {
  @Field(() => Origine, { description: 'Nature de la source.' })
  origine: Origine;

  @Field(() => String, {
    nullable: true,
    description: 'Section du document, telle qu’il la numérote ou la nomme.',
  })
  section: string | null;

  @Field(() => String, { nullable: true, description: 'Lignes du texte extrait, par exemple « L778-788 ».' })
  lignes: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Degré de certitude : « trouvé », « inféré » ou « de mémoire, non vérifié ».',
  })
  confiance: string | null;

  @Field(() => String, { nullable: true, description: 'Ce qu’il faut savoir pour bien lire la source.' })
  note: string | null;
}

export interface ProvenanceValue {
  readonly origine: Origine;
  readonly document: { readonly code: string } | null;
  readonly section: string | null;
  readonly lignes: string | null;
  readonly confiance: string | null;
  readonly note: string | null;
}

/** The citation as the graph shows it; the document is named by its code. */
export function toProvenance(row: ProvenanceRow): ProvenanceValue {
  return {
    origine: row.origine,
    document: row.document === undefined ? null : { code: row.document },
    section: row.section ?? null,
    lignes: row.lignes ?? null,
    confiance: row.confiance ?? null,
    note: row.note ?? null,
  };
}

/** The field that gives it, on every level. */
export const PASSAGE = {
  nullable: true,
  description:
    'Lignes citées, telles que le texte importé les donne ; nul quand la source ne cite pas de lignes.',
} as const;

/** A document and its lines: « 004:L778-788, L790 ». */
export const CODE_PASSAGE = /^(\d{3}):(L\d{1,6}(?:-\d{1,6})?(?:, L\d{1,6}(?:-\d{1,6})?)*)$/;

/** What the citation names, by its code: the ministry, which owns the documents, gives its lines. Nothing where no lines are cited. */
export function toPassage({
  document,
  lignes,
}: Pick<ProvenanceValue, 'document' | 'lignes'>): { readonly code: string } | null {
  if (document === null || lignes === null) return null;
  const code = `${document.code}:${lignes}`;
  return CODE_PASSAGE.test(code) ? { code } : null;
}
