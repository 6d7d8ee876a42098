import type { Comparateur } from '@palier/runtime/exigence-enums';
import type { ProvenanceRow } from '@palier/runtime/provenance';

export interface ChiffreTable {
  code: string;
  rang: number;
  parent_code: string | null;
  libelle: string;
  valeur: number | null;
  valeurs: readonly number[];
  unite: string | null;
  comparateur: Comparateur | null;
  declencheur: string | null;
  echeance: string | null;
  part_annoncee: string | null;
  note: string | null;
  decompte: 'TERRITOIRES' | 'RLS' | 'RLS_MULTIPLES' | 'RLS_SIMPLES' | null;
  provenance: ProvenanceRow;
}
