import { useDocExplorer } from '@graphiql/plugin-doc-explorer';
import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** Shows each panel, and each page of the documentation, from its top: they scroll in the same box. Draws nothing. */
export function PanelTop(): null {
  const panel = useGraphiQL((state) => state.visiblePlugin);
  const page = useDocExplorer().at(-1);
  useEffect(() => {
    void document.querySelector('.graphiql-plugin')?.scrollTo(0, 0);
  }, [panel, page]);
  return null;
}
