import type { AbsenceValue } from '@palier/runtime/absence';
import { defineList } from '@palier/runtime/list';
import { defineLoader, defineReading, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { owedBySanteQuebec } from '../absence/absence.type.ts';
import { toIndicateur } from '../indicateur/indicateur.loader.ts';
import type { Indicateur } from '../indicateur/indicateur.type.ts';
import type { Reading } from '../tables.ts';
import {
  countCanevas,
  findCanevasByCodes,
  findCellsByCanevas,
  findCurrentVersion,
  findIndicateursByCanevas,
  listCanevas,
} from './canevas.queries.ts';
import type { Canevas, CelluleCanevas } from './canevas.type.ts';
import type { CanevasTable } from '../../tables/canevas.table.ts';

export const CANEVAS_ABSENT: AbsenceValue = owedBySanteQuebec(
  'S1',
  '004, 3.2.2, L1804-1805',
  'Aucun canevas de reddition de comptes n’est publié : le document 004 confie à Santé Québec de les faire (3.2.2, L1804-1805) sans en donner le contenu.',
);

export const canevasLoader = defineLoader<string, Canevas | null>(async ({ database }: Reading, codes) => {
  const rows = await findCanevasByCodes(database, codes);
  return inKeyOrder(codes, rows.map(toCanevas), ({ code }) => code);
});

export const readCanevas = defineList({
  name: 'canevas',
  find: async ({ database }: Reading, _all, bounds) => (await listCanevas(database, bounds)).map(toCanevas),
  count: ({ database }: Reading) => countCanevas(database),
  keyOf: ({ code }) => code,
});

/** The version of the canevas of an exercice that was published last; 0 when there is none. */
export const readCurrentVersion = defineReading(({ database }: Reading, exercice: string) =>
  findCurrentVersion(database, exercice),
);

export const indicateursByCanevas = defineLoader<string, Indicateur[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findIndicateursByCanevas(database, codes);
    return groupedByKey(codes, rows, (row) => row.canevas_code).map((group) => group.map(toIndicateur));
  },
);

export const cellulesByCanevas = defineLoader<string, CelluleCanevas[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findCellsByCanevas(database, codes);
    return groupedByKey(codes, rows, (row) => row.canevas).map((group) =>
      group.map(({ exigence, volet, frequence }) => ({
        exigence: { code: exigence },
        exigenceCode: exigence,
        volet: volet === '' ? null : volet,
        frequence,
      })),
    );
  },
);

function toCanevas({ code, version, exercice, nature, provenance }: CanevasTable): Canevas {
  return { code, version, exercice, nature, provenance: toProvenance(provenance) };
}
