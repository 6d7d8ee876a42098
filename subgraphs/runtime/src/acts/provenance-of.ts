import type { ProvenanceRow } from '../vocabulary/provenance.ts';
import type { Acte } from '../journal/acte.ts';

/** Where what an act wrote comes from: entered by somebody, or made up with the demonstration. */
export const provenanceOf = ({ origine, numero, nature, inscritLe }: Acte): ProvenanceRow => ({
  origine,
  note: `acte ${numero} (${nature}), inscrit le ${inscritLe}`,
});
