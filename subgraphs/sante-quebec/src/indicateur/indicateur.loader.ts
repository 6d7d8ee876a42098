import { defineLoader, defineReading, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Exigence } from '../other-levels/exigence.type.ts';
import type { Reading } from '../tables.ts';
import {
  findExigencesByIndicateurs,
  findIndicateursByCodes,
  findIndicateursByExigences,
  listIndicateurs,
} from './indicateur.queries.ts';
import type { Indicateur } from './indicateur.type.ts';
import type { IndicateurTable } from '../../tables/indicateur.table.ts';

export const readIndicateurs = defineReading<'tous', Indicateur[]>(async ({ database }: Reading) =>
  (await listIndicateurs(database)).map(toIndicateur),
);

export const indicateurLoader = defineLoader<string, Indicateur | null>(
  async ({ database }: Reading, codes) => {
    const rows = await findIndicateursByCodes(database, codes);
    return inKeyOrder(codes, rows.map(toIndicateur), ({ code }) => code);
  },
);

export const exigencesByIndicateur = defineLoader<string, Exigence[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findExigencesByIndicateurs(database, codes);
    return groupedByKey(codes, rows, (row) => row.indicateur_code).map((group) =>
      group.map(({ exigence_code }) => ({ code: exigence_code })),
    );
  },
);

/** The indicateur that puts each exigence to work; null when none does. */
export const indicateurByExigence = defineLoader<string, Indicateur | null>(
  async ({ database }: Reading, codes) => {
    const rows = await findIndicateursByExigences(database, codes);
    return inKeyOrder(codes, rows, ({ exigence_code }) => exigence_code).map(
      (row) => row && toIndicateur(row),
    );
  },
);

export function toIndicateur(row: IndicateurTable): Indicateur {
  return {
    code: row.code,
    nom: row.nom,
    unite: row.unite,
    direction: row.direction,
    regle: row.regle,
    frequence: row.frequence,
    volets: row.volets,
    provenance: toProvenance(row.provenance),
  };
}
