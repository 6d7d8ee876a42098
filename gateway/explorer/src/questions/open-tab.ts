import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';

/** Shows the tab that `isOpen` recognizes, or a new one; the keyboard goes to its query either way. */
export function useOpenTab(): (
  text: string,
  isOpen: (query: string | null) => boolean,
  variables?: string,
) => void {
  const { addTab, changeTab, setOperationName, updateActiveTabValues } = useGraphiQLActions();
  const tabs = useGraphiQL((state) => state.tabs);
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  return (text, isOpen, variables) => {
    const index = tabs.findIndex(({ query }) => isOpen(query));
    if (index === -1) {
      addTab();
      queryEditor?.setValue(text);
      updateActiveTabValues({ query: text });
    } else {
      changeTab(index);
    }
    if (variables !== undefined) {
      variableEditor?.setValue(variables);
      updateActiveTabValues({ variables });
    }
    // The editor reads the name later than a quick Ctrl + Enter: it would run under that of the former tab.
    const name = nameOf(queryEditor?.getValue() ?? text);
    if (name !== undefined) setOperationName(name);
    queryEditor?.focus();
  };
}

const nameOf = (text: string): string | undefined => /^(?:query|mutation)\s+(\w+)/mu.exec(text)?.[1];
