import type { GraphiQLPlugin } from '@graphiql/react';
import type { ReactElement } from 'react';
import { Late, latePart } from '../base/late.tsx';

const SearchPanel = latePart(() => import('./search-panel.tsx'));

export const SEARCH_PLUGIN: GraphiQLPlugin = {
  title: 'Chercher dans le schéma',
  icon: SearchIcon,
  content: SchemaSearch,
};

function SchemaSearch(): ReactElement {
  return (
    <section className="questions" aria-label="Chercher dans le schéma">
      <h2>Chercher dans le schéma</h2>
      <p>Un champ se trouve par ce que sa description en dit ; accents et pluriels sont indifférents.</p>
      <Late>
        <SearchPanel />
      </Late>
    </section>
  );
}

function SearchIcon(): ReactElement {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round">
      <circle cx="10.500" cy="10.500" r="6" />
      <path d="m15 15 5 5" />
    </svg>
  );
}
