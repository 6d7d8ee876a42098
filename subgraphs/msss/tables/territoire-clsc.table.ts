import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface TerritoireClscTable {
  code: string;
  nom: string;
  nom_2017: string | null;
  rls_code: string;
  rts_code: string;
  rss_code: string;
  ruisss_code: string;
  ruisss_code_2017: string | null;
  superficie_km2: number | null;
  latitude: number | null;
  longitude: number | null;
  localite: string | null;
  position_methode: string | null;
  nb_installations: number | null;
  nb_installations_clsc: number | null;
  /** Days between which the breakdown gives it this shape; null where nothing says. */
  valide_depuis: string | null;
  valide_jusqua: string | null;
  provenance: ProvenanceRow;
}

export interface PopulationTable {
  territoire_code: string;
  annee: number;
  nombre: number;
  nature: 'ESTIMATION' | 'PROJECTION';
  provenance: ProvenanceRow;
}
