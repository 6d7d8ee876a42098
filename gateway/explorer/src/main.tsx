import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './style/identity.css';
import './style/page.css';
import './style/graphiql.css';
import './style/plan.css';
import './style/result.css';
import './style/session.css';
import './style/narrow.css';
import { provideMonacoWorkers } from './monaco-workers.ts';
import { leadToQuery } from './header-choices.tsx';
import { Page } from './page.tsx';
import { loadTaggedQuestions } from './questions/public-questions.ts';

provideMonacoWorkers();
leadToQuery();
void loadTaggedQuestions();
createRoot(document.querySelector('#page')!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
