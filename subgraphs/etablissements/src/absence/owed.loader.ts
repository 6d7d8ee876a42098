import { defineLoader } from '@palier/runtime/loader';
import type { Reading } from '../tables.ts';
import { listExigencesMesurees } from '../selection/selection.queries.ts';
import { type AskedThere, type DetteRow, findOwed } from './owed.queries.ts';

/** How often is measured what an exigence and an indicateur, when given, both are; or which of them nothing is. */
type Measured = 'PERIODE' | 'EXERCICE' | 'NON_MESUREE' | 'SANS_INDICATEUR' | 'AUTRE_INDICATEUR';

interface MeasuredWanted {
  readonly exigence: string | null;
  readonly indicateur: string | null;
}

export const measuredLoader = defineLoader<MeasuredWanted, Measured>(
  async ({ database }: Reading, wanted) => {
    const all = await listExigencesMesurees(database);
    return wanted.map(({ exigence, indicateur }) => {
      const named = all.filter(({ code }) => exigence === null || code === exigence);
      if (named.length === 0) return 'NON_MESUREE';
      const counted = all.filter((one) => indicateur === null || one.indicateur_code === indicateur);
      if (counted.length === 0) return 'SANS_INDICATEUR';
      const both = named.filter((one) => counted.includes(one));
      if (both.length === 0) return 'AUTRE_INDICATEUR';
      return both.every(({ frequence }) => frequence === 'EXERCICE') ? 'EXERCICE' : 'PERIODE';
    });
  },
);

/** Whether places that show nothing owe it, and the campagnes that they gave it in. */
export const owedLoader = defineLoader<AskedThere, Omit<DetteRow, 'rank'>>(({ database }: Reading, asked) =>
  findOwed(database, asked),
);
