import type { CodeService } from '@palier/runtime/code-service';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { EtatEntente, TypeEntente } from '../src/entente/entente-enums.ts';

export interface EntenteTable {
  id: string;
  type: TypeEntente;
  etablissement_code: string;
  territoire_codes: string[];
  partenaire_ids: string[];
  service_codes: CodeService[];
  etat: EtatEntente;
  a_jour: boolean | null;
  volumes: string | null;
  financement: string | null;
  conclue_le: string | null;
  mise_a_jour_le: string | null;
  echeance_le: string | null;
  provenance: ProvenanceRow;
}

export const ENTENTE_COLUMNS = [
  'id',
  'type',
  'etablissement_code',
  'territoire_codes',
  'partenaire_ids',
  'service_codes',
  'etat',
  'a_jour',
  'volumes',
  'financement',
  'conclue_le',
  'mise_a_jour_le',
  'echeance_le',
  'provenance',
] as const satisfies readonly (keyof EntenteTable)[];
