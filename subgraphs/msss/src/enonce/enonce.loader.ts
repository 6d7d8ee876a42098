import type { CodeFormat } from '@palier/runtime/code-format';
import { defineList } from '@palier/runtime/list';
import { defineLoader, defineReading, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { EnonceTable } from '../../tables/enonce.table.ts';
import type { Reading } from '../tables.ts';
import {
  countEnonces,
  findEnoncesByCodes,
  findEnoncesByOrientations,
  findEnoncesBySections,
  hasEnonceWith,
  listEnonces,
  listEnoncesOfConsultation,
  type EnoncesChoice,
} from './enonce.queries.ts';
import type { EnonceValue } from './enonce.type.ts';

export type { EnoncesChoice };

export const CODE_ENONCE: CodeFormat = {
  pattern: /^E\d{3}-\d{4}-\d{2}$/,
  description: 'E, le document, la ligne et le rang, par exemple E003-0214-01',
};

export const enonceLoader = defineLoader<string, EnonceValue | null>(async ({ database }: Reading, codes) =>
  inKeyOrder(codes, (await findEnoncesByCodes(database, codes)).map(toEnonce), ({ code }) => code),
);

/** In the order of the texts. */
export const readEnonces = defineList({
  name: 'enonces',
  find: async ({ database }: Reading, choice: EnoncesChoice, bounds) =>
    (await listEnonces(database, choice, bounds)).map(toEnonce),
  count: ({ database }: Reading, choice) => countEnonces(database, choice),
  keyOf: ({ code }) => code,
});

export const enoncesByOrientation = defineLoader<string, EnonceValue[]>(
  async ({ database }: Reading, codes) => {
    const rows = (await findEnoncesByOrientations(database, codes)).map(toEnonce);
    return groupedByKey(codes, rows, ({ orientationCode }) => orientationCode ?? '');
  },
);

export const enoncesBySection = defineLoader<string, EnonceValue[]>(async ({ database }: Reading, codes) => {
  const rows = await findEnoncesBySections(database, codes);
  return groupedByKey(codes, rows, (row) => row.asked_code).map((group) => group.map(toEnonce));
});

export const readEnoncesOfConsultation = defineReading<'tous', EnonceValue[]>(async ({ database }: Reading) =>
  (await listEnoncesOfConsultation(database)).map(toEnonce),
);

export const readHasEnonceWith = defineReading(
  (
    { database }: Reading,
    { column, value }: { readonly column: 'theme' | 'porteur'; readonly value: string },
  ) => hasEnonceWith(database, column, value),
);

function toEnonce(row: EnonceTable): EnonceValue {
  return {
    code: row.code,
    nature: row.nature,
    statut: row.statut,
    groupe: row.groupe,
    theme: row.theme,
    enonce: row.enonce,
    precisions: row.precisions,
    porteur: row.porteur,
    voix: row.voix,
    competence: row.competence,
    loi: row.loi,
    article: row.article,
    provenance: toProvenance(row.provenance),
    documentCode: row.document_code,
    sectionCode: row.section_code,
    orientationCode: row.orientation_code,
    referenceCode: row.reference_code,
  };
}
