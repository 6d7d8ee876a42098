import { defineReading } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { listMesuresSans } from './mesure-sans.queries.ts';
import type { MesureSans } from './mesure-sans.type.ts';

/** What would be published without some versions, of the measures that they touch. */
export const readMesuresSans = defineReading(
  async (reading: Reading, versions: readonly string[]): Promise<MesureSans[]> =>
    (await listMesuresSans(reading, versions)).map((row) => ({
      id: row.id,
      territoire: row.territoire_code,
      exigence: row.exigence_code,
      volet: row.volet,
      periode: row.periode,
      valeur: row.valeur,
      unite: row.unite,
      statut: row.statut,
      origine: toProvenance(row.provenance).origine,
    })),
);
