import type { ProvenanceRow } from '@palier/runtime/provenance';

/** What the published file of boundaries says of a territory. */
export interface LimitePublieeTable {
  code: string;
  nom: string | null;
  /** What the file says, by its columns as they are published; blank ones are not there. */
  fiche: Readonly<Record<string, string>>;
  /** Geometry of GeoJSON, simplified; null when the file had no shapes. */
  contour: string | null;
  /** How many the boundary has. */
  points: number;
  /** Day of the import that no more gave it; null for what the last one gives. */
  retire_le: string | null;
  provenance: ProvenanceRow;
}
