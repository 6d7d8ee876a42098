import type { ProvenanceRow } from '@palier/runtime/provenance';

/** The four kinds of units, each made of whole territories. */
export type GenreUnite = 'RLS' | 'RTS' | 'RSS' | 'RUISSS';

export interface UniteTable {
  genre: GenreUnite;
  code: string;
  nom: string;
  ancien_nom: string | null;
  rts_code: string | null;
  rss_code: string | null;
  compte_dans_les_93: boolean | null;
  conventionnel: boolean | null;
  population: number;
  annee_population: number;
  provenance: ProvenanceRow;
}
