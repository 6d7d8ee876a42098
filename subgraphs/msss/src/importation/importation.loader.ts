import { nothingOwed } from '@palier/runtime/absence';
import { toInstant } from '@palier/runtime/instant';
import { defineList } from '@palier/runtime/list';
import { defineReading } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import type { ImportationTable } from '../../tables/importation.table.ts';
import {
  type Genre,
  type ImportationChoice,
  countImportations,
  findLastImportation,
  listImportations,
} from './importation.queries.ts';
import type { ImportationValue } from './importation.type.ts';

export const AUCUN_IMPORT = nothingOwed(
  'Aucun fichier officiel de cette sorte n’a été importé ; aucun texte n’oblige à le faire.',
);

/** The last ones first. */
export const readImportations = defineList({
  name: 'imports',
  find: async ({ database }: Reading, choice: ImportationChoice, bounds) =>
    (await listImportations(database, choice, bounds)).map(toImportation),
  count: ({ database }: Reading, choice) => countImportations(database, choice),
  keyOf: ({ numeroActe }) => String(numeroActe),
});

/** The last import of a genre. */
export const loadLastImportation = defineReading(
  async ({ database }: Reading, genre: Genre): Promise<ImportationValue | null> => {
    const row = await findLastImportation(database, genre);
    return row === undefined ? null : toImportation(row);
  },
);

function toImportation(row: ImportationTable): ImportationValue {
  return {
    sorte: row.genre,
    version: row.version,
    fichier: row.fichier,
    octets: row.octets,
    empreinte: row.empreinte,
    comptes: row.comptes,
    importePar: row.importe_par,
    importeLe: toInstant(row.importe_le),
    numeroActe: row.acte,
    provenance: toProvenance({ origine: 'SAISIE', note: `acte ${row.acte} du journal du ministère` }),
  };
}
