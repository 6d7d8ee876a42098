import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface EtablissementTable {
  code: string;
  nom: string;
  abrege: string | null;
  categorie:
    'ETABLISSEMENT_TERRITORIAL' | 'AUTRE_QUE_TERRITORIAL' | 'REGROUPE' | 'HORS_SANTE_QUEBEC_NORDIQUE';
  type: string;
  sante_quebec: boolean;
  provenance_sante_quebec: ProvenanceRow;
  rattache_a: string | null;
  provenance_rattachement: ProvenanceRow | null;
  rts_code: string | null;
  rss_code: string;
  siege: string | null;
  siege_territoire_code: string | null;
  provenance: ProvenanceRow;
}

/** Which établissement answers for which territory: this level's own fact. */
export interface ResponsabiliteTerritoireTable {
  territoire_code: string;
  rts_code: string;
  etablissement_code: string;
  provenance: ProvenanceRow;
}
