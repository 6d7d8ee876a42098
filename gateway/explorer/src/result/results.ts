import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';
import type { Operation } from '../ask-graph.ts';
import { createStore } from '../store.ts';

/** An answer, and what was asked: the page shows it in other forms than its text. */
export interface Result {
  readonly operation: Operation;
  readonly data: unknown;
  readonly errors: readonly unknown[];
  /** The past instant that was read. */
  readonly instant: string | undefined;
}

/** The latest answer of each tab, by its identifier. */
const RESULTS = createStore<ReadonlyMap<string, Result>>(new Map());
let activeTab = '';

/** Keeps an answer for the tab that is open. */
export function rememberResult(result: Result): void {
  RESULTS.set(new Map([...RESULTS.get(), [activeTab, result]]));
}

const useActiveTab = (): string => useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id ?? '');

/** The latest answer of the tab that is open. */
export function useResult(): Result | undefined {
  const results = RESULTS.use();
  return results.get(useActiveTab());
}

/** Knows which tab is open when an answer comes. Draws nothing. */
export function FollowTab(): null {
  const tab = useActiveTab();
  useEffect(() => {
    activeTab = tab;
  }, [tab]);
  return null;
}
