import type { ProvenanceRow } from '@palier/runtime/provenance';

/** An installation or an établissement, as the register M02 gives it. */
export interface FicheM02Table {
  code: string;
  nom: string | null;
  /** Where it stands. */
  territoire_code: string | null;
  etablissement_code: string | null;
  /** What the file says, by its columns as they are published; blank ones are not there. */
  fiche: Readonly<Record<string, string>>;
  /** Day of the import that no more gave it; null for what the last one gives. */
  retire_le: string | null;
  provenance: ProvenanceRow;
}
