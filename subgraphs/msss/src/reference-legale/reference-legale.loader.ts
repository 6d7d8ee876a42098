import type { Awaitable } from '@palier/runtime/awaitable';
import type { CodeFormat } from '@palier/runtime/code-format';
import { defineLoader, defineReading } from '@palier/runtime/loader';
import { type ProvenanceValue, toProvenance } from '@palier/runtime/provenance';
import { defineCatalogue } from '../catalogue/define-catalogue.ts';
import type { Context, Reading } from '../tables.ts';
import {
  type ReferencesLegalesChoice,
  findReferencesLegalesByStandards,
  listReferencesLegales,
  referencesLegales,
} from './reference-legale.queries.ts';
import type { ReferenceLegaleValue } from './reference-legale.type.ts';
import type { ReferenceLegaleTable } from '../../tables/reference-legale.table.ts';

export const CODE_REFERENCE: CodeFormat = {
  pattern: /^RL(\d{1,2}|X\d{3}-[A-Z]?\d{1,3})$/,
  description: 'RL et un nombre, par exemple RL5, ou RLX, le document et le rang, par exemple RLX003-1',
};

export const referenceLegaleCatalogue = defineCatalogue(referencesLegales, toReferenceLegale);

export const readReferencesLegales = defineReading(
  async ({ database }: Reading, choice: ReferencesLegalesChoice) =>
    (await listReferencesLegales(database, choice)).map(toReferenceLegale),
);

/** The reference that a row names; null when it names none. */
export function loadReferenceLegale(
  context: Context,
  code: string | null,
): Awaitable<ReferenceLegaleValue | null> | null {
  return code === null ? null : referenceLegaleCatalogue.byCode.load(context, code);
}

export const referencesLegalesByStandard = defineLoader<string, ReferenceLegaleValue[]>(
  async ({ database }: Reading, codes) => {
    const references = (await findReferencesLegalesByStandards(database, codes)).map(toReferenceLegale);
    return codes.map((code) => references.filter(({ codesStandards }) => codesStandards.includes(code)));
  },
);

function toReferenceLegale(row: ReferenceLegaleTable): ReferenceLegaleValue {
  return {
    code: row.code,
    loi: row.loi,
    article: row.article,
    articles: row.articles,
    fonde: row.fonde,
    concerne: row.concerne,
    provenanceConcerne: row.concerne === null ? null : INFERENCE,
    note: row.note,
    provenance: toProvenance(row.provenance),
    codesStandards: row.standards,
  };
}

const INFERENCE: ProvenanceValue = toProvenance({
  origine: 'INFERENCE',
  note: 'déduit de ce que l’article fonde ; le texte ne range pas ses références par palier',
});
