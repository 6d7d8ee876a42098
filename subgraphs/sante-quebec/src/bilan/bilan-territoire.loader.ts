import { defineList } from '@palier/runtime/list';
import { defineReading } from '@palier/runtime/loader';
import type { Order } from '@palier/runtime/order';
import { toInstant } from '@palier/runtime/instant';
import type { Unite } from '@palier/runtime/unites';
import type { Reading } from '../tables.ts';
import { toBilansByTerritoire } from './bilan.loader.ts';
import {
  countBilanGroups,
  countBilans,
  findLastWithheld,
  isUniteKnown,
  listBilans,
} from './bilan-territoire.queries.ts';
import type { BilansChoice, BilanTerritoireValue, TriBilans } from './bilan-territoire.type.ts';
import { REPARTITION } from './bilan-territoire.repartition.ts';

const byCount = (countOf: (bilan: BilanTerritoireValue['bilan']) => number): Order<BilanTerritoireValue> => ({
  kind: 'NUMBER',
  valueOf: ({ bilan }) => countOf(bilan),
});
const byVerdicts = (
  countOf: (bilan: BilanTerritoireValue['bilan']) => number,
): Order<BilanTerritoireValue> => ({
  kind: 'NUMBER',
  valueOf: ({ bilan }) => (bilan.verdictsReserves ? null : countOf(bilan)),
});

export const readBilans = defineList({
  name: 'bilans',
  find: async ({ database }: Reading, choice: BilansChoice, bounds): Promise<BilanTerritoireValue[]> => {
    const bilans = toBilansByTerritoire(await listBilans(database, choice, bounds));
    return bilans.map(([code, bilan]) => ({
      id: `${choice.campagne}/${code}`,
      territoire: { code },
      bilan,
      provenance: bilan.provenance,
    }));
  },
  count: ({ database }: Reading, choice) => countBilans(database, choice),
  keyOf: ({ territoire }) => territoire.code,
  orders: {
    TERRITOIRE: { kind: 'TEXT', valueOf: ({ territoire }) => territoire.code },
    CONFORMES: byVerdicts(({ conformes }) => conformes),
    NON_CONFORMES: byVerdicts(({ nonConformes }) => nonConformes),
    INDETERMINES: byVerdicts(({ indetermines }) => indetermines),
    SANS_VERDICT: byVerdicts(({ sansVerdict }) => sansVerdict),
    ABSENTS: byCount(({ absents }) => absents),
    ATTENDUES: byCount(({ attendues }) => attendues),
  } satisfies Record<TriBilans, Order<BilanTerritoireValue>>,
  counted: {
    ...REPARTITION,
    groups: ({ database }: Reading, choice, asked) => countBilanGroups(database, choice, asked),
  },
});

/** The code of a unit that the campagne was consolidated in; null for one that it does not know. */
export const readUnite = defineReading(
  async (
    { database }: Reading,
    asked: { readonly campagne: string; readonly unite: Unite; readonly code: string },
  ) => ((await isUniteKnown(database, asked)) ? asked.code : null),
);

/** When the verdicts of a bilan were last withheld, whatever the instant that is read; null when none is. */
export const readLastWithheld = defineReading(async ({ history }: Reading): Promise<string | null> => {
  const instant = await findLastWithheld(history);
  return instant === null ? null : toInstant(instant);
});
