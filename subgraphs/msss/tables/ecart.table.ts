import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface EcartTable {
  code: string;
  serie: string;
  titre: string;
  detail: string;
  gravite: 'MAJEURE' | 'MINEURE' | 'MISE_EN_GARDE';
  gravite_inferee: boolean;
  cotes: readonly { readonly source: string; readonly dit: string }[];
  provenances: readonly Omit<ProvenanceRow, 'origine'>[];
}

/** What an écart concerns: the name of a type of the graph, and the code of one of its entities. */
export interface EcartToucheTable {
  type: string;
  code: string;
  ecart_code: string;
}
