import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';
import { keepTabs, type Result, RESULTS } from './answers.ts';

let activeTab = '';

/** The tab that is open: the one that asks, when it does. */
export const tabThatAsks = (): string => activeTab;

const useActiveTab = (): string => useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id ?? '');

/** The latest answer of the tab that is open. */
export function useResult(): Result | undefined {
  const results = RESULTS.use();
  return results.get(useActiveTab());
}

/** Knows which tab is open, and which are closed. Draws nothing. */
export function FollowTab(): null {
  const tab = useActiveTab();
  const tabs = useGraphiQL((state) => state.tabs);
  useEffect(() => {
    activeTab = tab;
  }, [tab]);
  useEffect(() => keepTabs(new Set(tabs.map(({ id }) => id))), [tabs]);
  return null;
}
