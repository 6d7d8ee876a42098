import type { ProvenanceLue } from '../shown/provenance.tsx';

/** What one source says of an exigence. */
export interface AssertionLue {
  readonly source: string;
  readonly volet: string | null;
  readonly litteral: string;
  readonly texte: string | null;
  readonly dit: string | null;
  readonly seuil: {
    readonly valeur: number | null;
    readonly comparateur: string | null;
    readonly unite: string | null;
    readonly texte: string;
  } | null;
  readonly provenance: ProvenanceLue;
}
