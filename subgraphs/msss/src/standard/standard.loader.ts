import type { CodeFormat } from '@palier/runtime/code-format';
import { defineLoader, defineReading, inKeyOrder } from '@palier/runtime/loader';
import type { SensTri } from '@palier/runtime/order';
import { toProvenance } from '@palier/runtime/provenance';
import { type RepartitionAsked, toGroupes } from '@palier/runtime/repartition';
import type { Reading } from '../tables.ts';
import { decideIndicateurPermis } from './indicateur-permis.ts';
import {
  countStandardGroups,
  findStandardsByCodes,
  listStandards,
  type StandardsChoice,
} from './standard.queries.ts';
import { REPARTITION } from './standard.repartition.ts';
import type { Standard, TriStandards } from './standard.type.ts';
import type { StandardTable } from '../../tables/standard.table.ts';

export type { StandardsChoice };

export const CODE_STANDARD: CodeFormat = {
  pattern: /^[AQCF]-[A-Z]\d{1,2}$/,
  description: 'deux lettres et un numéro, par exemple A-P5',
};

export const standardLoader = defineLoader<string, Standard | null>(async ({ database }: Reading, codes) => {
  const rows = await findStandardsByCodes(database, codes);
  return inKeyOrder(codes, rows.map(toStandard), ({ code }) => code);
});

/** Those chosen, as the document has them unless another order is asked. */
export const readStandards = defineReading(
  async ({ database }: Reading, { choice, tri, sens }: StandardsAsked): Promise<Standard[]> =>
    (await listStandards(database, choice, { tri: tri ?? 'DOCUMENT', sens: sens ?? 'CROISSANT' })).map(
      toStandard,
    ),
);

interface StandardsAsked {
  readonly choice: StandardsChoice;
  readonly tri?: TriStandards | null | undefined;
  readonly sens?: SensTri | null | undefined;
}

export const readStandardGroups = defineReading(
  async (
    { database }: Reading,
    { choice, par }: { readonly choice: StandardsChoice; readonly par: RepartitionAsked },
  ) => toGroupes(await countStandardGroups(database, choice, par), REPARTITION, par),
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
