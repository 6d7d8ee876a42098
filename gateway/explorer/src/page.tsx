import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL, type GraphiQLProps } from 'graphiql';
import type { ReactElement } from 'react';
import { askGraph, type Operation } from './ask-graph.ts';
import { useDemonstration } from './demonstration.ts';
import { EditorSettings } from './editor-settings.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { isNarrow } from './narrow.ts';
import { rememberPlan, useLastPlan } from './plan/last-plan.ts';
import { PlanDetails } from './plan/plan-details.tsx';
import { QUESTION_PLUGIN } from './questions/question-panel.tsx';
import { WELCOME } from './welcome.ts';

const PLUGINS = [QUESTION_PLUGIN, HISTORY_PLUGIN];
const TABS = [{ query: WELCOME }];

export function Page(): ReactElement {
  const plan = useLastPlan();
  const demonstration = useDemonstration();
  return (
    <>
      <Header />
      {demonstration && (
        <p className="notice" role="status">
          <b>Données de démonstration</b> : les mesures, les gestionnaires et les offres de service sont
          fictifs.
        </p>
      )}
      <main>
        <h1 className="visually-hidden">Explorateur</h1>
        <GraphiQL
          fetcher={ask}
          plugins={PLUGINS}
          {...(!isNarrow() && { visiblePlugin: QUESTION_PLUGIN })}
          defaultTabs={TABS}
          defaultQuery=""
          shouldPersistHeaders={false}
        >
          <GraphiQL.Logo>
            <EditorSettings />
          </GraphiQL.Logo>
          {plan && (
            <GraphiQL.Footer>
              <PlanDetails plan={plan} />
            </GraphiQL.Footer>
          )}
        </GraphiQL>
      </main>
      <Footer />
    </>
  );
}

const ask: GraphiQLProps['fetcher'] = async (operation, options) => {
  const answer = await askGraph(operation as Operation, options?.headers);
  if (operation.operationName !== 'IntrospectionQuery') rememberPlan(answer.extensions);
  return answer as Awaited<ReturnType<GraphiQLProps['fetcher']>>;
};
