import {
  tryParseJSONC,
  useGraphiQL,
  useHeadersEditorState,
  useOperationsEditorState,
  useVariablesEditorState,
} from '@graphiql/react';
import { useEffect } from 'react';
import { createStore } from '../base/store.ts';
import { toSentHeaders } from '../session/sent-headers.ts';
import { IDENTITY, INSTANT, sessionHeaders } from '../session/session.ts';
import { keepTabs, type Result, RESULTS } from './answers.ts';
import { type Asked, isSame, toAsked } from './asked.ts';

const ACTIVE_TAB = createStore('');
/** What would be asked if the open tab were run; nothing where it could not be. */
const WRITTEN = createStore<Asked | undefined>(undefined);

/** The tab that is open: the one that asks, when it does. */
export const tabThatAsks = (): string => ACTIVE_TAB.get();

/** The latest answer of the tab that is open. */
export function useResult(): Result | undefined {
  const results = RESULTS.use();
  return results.get(ACTIVE_TAB.use());
}

/** Whether the latest answer is that of another request than the one that stands beside it. */
export function useIsFormer(): boolean {
  const result = useResult();
  const written = WRITTEN.use();
  return result !== undefined && (written === undefined || !isSame(result, written));
}

/** Knows which tab is open, what it asks, and which are closed. Draws nothing. */
export function FollowTab(): null {
  const tab = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id ?? '');
  const tabs = useGraphiQL((state) => state.tabs);
  const operationName = useGraphiQL((state) => state.operationName);
  const [query] = useOperationsEditorState();
  const [variables] = useVariablesEditorState();
  const [headers] = useHeadersEditorState();
  const instant = INSTANT.use();
  const identity = IDENTITY.use();
  useEffect(() => ACTIVE_TAB.set(tab), [tab]);
  useEffect(() => {
    WRITTEN.set(readWritten({ query, operationName, variables, headers }));
  }, [query, operationName, variables, headers, instant, identity]);
  useEffect(() => keepTabs(new Set(tabs.map(({ id }) => id))), [tabs]);
  return null;
}

interface Editors {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: string;
  readonly headers: string;
}

/** As they are read when they are run. */
function readWritten({ query, operationName, variables, headers }: Editors): Asked | undefined {
  try {
    const operation = { query, operationName: operationName ?? null, variables: tryParseJSONC(variables) };
    return toAsked(operation, toSentHeaders(sessionHeaders(), tryParseJSONC(headers)));
  } catch {
    return undefined;
  }
}
