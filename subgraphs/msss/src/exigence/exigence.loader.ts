import { defineList } from '@palier/runtime/list';
import { defineLoader, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import type { Order } from '@palier/runtime/order';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import {
  countExigenceGroups,
  countExigences,
  findAssertionsByExigences,
  findExigencesByCodes,
  findExigencesByEcarts,
  findExigencesByParents,
  findSeuilsByExigences,
  listExigences,
  type ExigencesChoice,
} from './exigence.queries.ts';
import type { ExigenceValue, TriExigences } from './exigence.type.ts';
import { REPARTITION } from './exigence.repartition.ts';
import type { Assertion, Seuil } from './seuil.type.ts';
import type { AssertionTable, ExigenceTable } from '../../tables/exigence.table.ts';

export type { ExigencesChoice };

export const exigenceLoader = defineLoader<string, ExigenceValue | null>(
  async ({ database }: Reading, codes) => {
    const rows = await findExigencesByCodes(database, codes);
    return inKeyOrder(codes, rows.map(toExigence), ({ code }) => code);
  },
);

export const readExigences = defineList({
  name: 'exigences',
  find: async ({ database }: Reading, chosen: ExigencesChoice, bounds) =>
    (await listExigences(database, chosen, bounds)).map(toExigence),
  count: ({ database }: Reading, chosen) => countExigences(database, chosen),
  keyOf: ({ ordre }) => ordre,
  orders: {
    DOCUMENT: { kind: 'TEXT', valueOf: ({ ordre }) => ordre },
    CODE: { kind: 'TEXT', valueOf: ({ code }) => code },
    SERVICE: { kind: 'TEXT', valueOf: ({ serviceCode }) => serviceCode },
    STATUT: { kind: 'TEXT', valueOf: ({ statut }) => statut },
  } satisfies Record<TriExigences, Order<ExigenceValue>>,
  counted: {
    ...REPARTITION,
    groups: ({ database }: Reading, chosen, asked) => countExigenceGroups(database, chosen, asked),
  },
});

export const exigencesByStandard = defineLoader<string, ExigenceValue[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findExigencesByParents(database, 'standard_code', codes);
    return groupedByKey(codes, rows.map(toExigence), ({ standardCode }) => standardCode);
  },
);

export const exigencesByService = defineLoader<string, ExigenceValue[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findExigencesByParents(database, 'service_code', codes);
    return groupedByKey(codes, rows.map(toExigence), ({ serviceCode }) => serviceCode);
  },
);

export const exigencesByEcart = defineLoader<string, ExigenceValue[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findExigencesByEcarts(database, codes);
    return groupedByKey(codes, rows, (row) => row.ecart_code).map((group) => group.map(toExigence));
  },
);

export const seuilsByExigence = defineLoader<string, Seuil[]>(async ({ database }: Reading, codes) => {
  const rows = await findSeuilsByExigences(database, codes);
  return groupedByKey(codes, rows, (row) => row.exigence_code).map((group) =>
    group.map(({ contenu }) => contenu),
  );
});

export const assertionsByExigence = defineLoader<string, Assertion[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findAssertionsByExigences(database, codes);
    return groupedByKey(codes, rows, (row) => row.exigence_code).map((group) => group.map(toAssertion));
  },
);

function toExigence(row: ExigenceTable): ExigenceValue {
  return {
    code: row.code,
    ordre: row.ordre,
    standardCode: row.standard_code,
    serviceCode: row.service_code,
    statut: row.statut,
    statutLitteral: row.statut_litteral,
    texte: row.texte,
    concordance: row.concordance,
    note: row.note,
    provenance: toProvenance(row.provenance),
  };
}

function toAssertion({ provenance, ...row }: AssertionTable): Assertion {
  return { ...row, provenance: toProvenance(provenance) };
}
