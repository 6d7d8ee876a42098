import { useEffect } from 'react';
import { useOpenTab } from '../questions/open-tab.ts';
import { INSTANT } from '../session/session.ts';
import { readLink } from './query-link.ts';

/** Opens the query of an address that is followed while the page is there. It is not run. Draws nothing. */
export function OpenLink(): null {
  const openTab = useOpenTab();
  useEffect(() => {
    const follow = (): void => {
      const linked = readLink(location.hash);
      if (linked === undefined) return;
      INSTANT.set(linked.instant);
      openTab(linked.query, (query) => query === linked.query, linked.variables);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [openTab]);
  return null;
}
