import type { ProvenanceRow } from '../provenance.ts';
import type { Acte } from './acte.ts';

/** Where what an act wrote comes from: entered by somebody, or made up with the demonstration. */
export const provenanceOf = ({ origine, numero, nature, inscritLe }: Acte): ProvenanceRow => ({
  origine,
  note: `acte ${numero} (${nature}), inscrit le ${inscritLe}`,
});
