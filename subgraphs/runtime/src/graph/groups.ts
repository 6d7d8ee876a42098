import { defineLoader, groupedByKey, type Loader, toPages } from '../request/loader.ts';
import type { ReadingContext } from '../request/context.ts';
import {
  type Counted,
  type GroupeRepartition,
  type GroupRow,
  type RepartitionAsked,
  toGroupes,
} from './repartition.ts';

/** One list of many, and what it is counted by. */
export interface GroupsAsked {
  readonly par: RepartitionAsked;
}

/** A group of one of the lists asked: `rank`, from 1, says of which. */
export type RankedGroupRow = GroupRow & { readonly rank: number };

/** Declares how many lists are counted: one statement for all that are counted alike. */
export function defineGroups<Asked extends GroupsAsked>(
  counted: Counted,
  count: (
    context: ReadingContext,
    alike: readonly Asked[],
    par: RepartitionAsked,
  ) => Promise<RankedGroupRow[]>,
): Loader<Asked, GroupeRepartition[]> {
  return defineLoader<Asked, GroupeRepartition[]>(async (context, asked) => {
    const found = new Map<Asked, GroupeRepartition[]>();
    const ways = [...new Set(asked.map(wayOf))];
    for (const alike of groupedByKey(ways, asked, wayOf)) {
      const { par } = alike[0]!;
      const groups = await toPages(alike, await count(context, alike, par), (row) => row);
      alike.forEach((one, index) => found.set(one, toGroupes(groups[index]!, counted, par)));
    }
    return asked.map((one) => found.get(one)!);
  });
}

const wayOf = ({ par: { par, puis } }: GroupsAsked): string => `${par}/${puis ?? ''}`;
