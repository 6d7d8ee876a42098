import type { CodeFormat } from '@palier/runtime/code-format';
import { defineLoader, defineReading, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { findDocumentsByCodes, listDocuments } from './document.queries.ts';
import type { Document } from './document.type.ts';
import type { DocumentTable } from '../../tables/document.table.ts';

export const CODE_DOCUMENT: CodeFormat = {
  pattern: /^\d{3}$/,
  description: 'trois chiffres, par exemple 004',
};

export const documentLoader = defineLoader<string, Document | null>(async ({ database }: Reading, codes) =>
  inKeyOrder(codes, await findDocumentsByCodes(database, codes), ({ code }) => code).map(
    (row) => row && toDocument(row),
  ),
);

export const readDocuments = defineReading<'tous', Document[]>(async ({ database }: Reading) =>
  (await listDocuments(database)).map(toDocument),
);

function toDocument(row: DocumentTable): Document {
  return { ...row, provenance: toProvenance(row.provenance) };
}
