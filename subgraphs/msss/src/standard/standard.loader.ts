import type { CodeFormat } from '@palier/runtime/code-format';
import { defineLoader, defineReading, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { decideIndicateurPermis } from './indicateur-permis.ts';
import { findStandardsByCodes, listStandards } from './standard.queries.ts';
import type { Standard } from './standard.type.ts';
import type { StandardTable } from '../../tables/standard.table.ts';

export const CODE_STANDARD: CodeFormat = {
  pattern: /^[AQCF]-[A-Z]\d{1,2}$/,
  description: 'deux lettres et un numéro, par exemple A-P5',
};

export const standardLoader = defineLoader<string, Standard | null>(async ({ database }: Reading, codes) => {
  const rows = await findStandardsByCodes(database, codes);
  return inKeyOrder(codes, rows.map(toStandard), ({ code }) => code);
});

export const readStandards = defineReading(
  async ({ database }: Reading, choice: Parameters<typeof listStandards>[1]) =>
    (await listStandards(database, choice)).map(toStandard),
);

function toStandard(row: StandardTable): Standard {
  return {
    code: row.code,
    attribut: row.attribut,
    sousGroupe: row.sous_groupe,
    enonce: row.enonce,
    type: row.type,
    sourceStandard: row.source,
    ...decideIndicateurPermis(row),
    provenance: toProvenance(row.provenance),
  };
}
