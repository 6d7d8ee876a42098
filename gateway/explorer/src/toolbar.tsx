import { ToolbarButton, useGraphiQL } from '@graphiql/react';
import type { ReactElement } from 'react';
import { writeLink } from './link/query-link.ts';
import { SAVING } from './save/saving.ts';
import { INSTANT } from './session/session.ts';
import { SAID } from './said.tsx';

/** What is done with a query besides running it: its address, and its file. */
export function QueryTools(): ReactElement {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const copyLink = (): void => {
    const link = writeLink({
      query: queryEditor?.getValue() ?? '',
      variables: variableEditor?.getValue(),
      instant: INSTANT.get(),
    });
    history.replaceState(null, '', link);
    void keepInClipboard(location.href);
  };
  return (
    <>
      <ToolbarButton onClick={copyLink} label="Copier l’adresse de cette requête">
        <svg viewBox="0 0 24 24" className="graphiql-toolbar-icon" aria-hidden="true" {...STROKE}>
          <path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1-1" />
        </svg>
      </ToolbarButton>
      <ToolbarButton onClick={() => SAVING.set(true)} label="Enregistrer cette requête">
        <svg viewBox="0 0 24 24" className="graphiql-toolbar-icon" aria-hidden="true" {...STROKE}>
          <path d="M12 4v11m-4.500-4.500L12 15l4.500-4.500M5 19.500h14" />
        </svg>
      </ToolbarButton>
    </>
  );
}

const STROKE = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** A browser may refuse. */
async function keepInClipboard(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    SAID.set(
      'L’adresse de cette requête est copiée. Elle la porte, avec ses variables et son instant ; aucun jeton.',
    );
  } catch {
    SAID.set('L’adresse de cette requête est celle de la page : copiez-la. Elle ne porte aucun jeton.');
  }
}
