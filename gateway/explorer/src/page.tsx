import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL, type GraphiQLProps } from 'graphiql';
import type { ReactElement } from 'react';
import { askGraph, type Operation } from './ask-graph.ts';
import { useDemonstration } from './demonstration.ts';
import { EditorSettings } from './editor-settings.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { isNarrow } from './narrow.ts';
import { PanelTop } from './panel-top.ts';
import { LAST_PLAN, rememberPlan, withoutPlan } from './plan/last-plan.ts';
import { PlanDetails } from './plan/plan-details.tsx';
import { planHeaders } from './plan/plan-switch.tsx';
import { QUESTION_PLUGIN } from './questions/question-panel.tsx';
import { WELCOME } from './welcome.ts';

const PLUGINS = [QUESTION_PLUGIN, HISTORY_PLUGIN];
const TABS = [{ query: WELCOME }];

export function Page(): ReactElement {
  const told = LAST_PLAN.use();
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
            <PanelTop />
          </GraphiQL.Logo>
          {(told.plan ?? told.refusal) !== undefined && (
            <GraphiQL.Footer>
              <PlanDetails {...told} />
            </GraphiQL.Footer>
          )}
        </GraphiQL>
      </main>
      <Footer />
    </>
  );
}

type GraphAnswer = Awaited<ReturnType<GraphiQLProps['fetcher']>>;

const ask: GraphiQLProps['fetcher'] = async (operation, options) => {
  // The page asks for the schema by itself: nobody wonders how that was answered.
  const isOwn = operation.operationName === 'IntrospectionQuery';
  const headers = { ...(isOwn ? {} : planHeaders()), ...options?.headers };
  const answer = await askGraph(operation as Operation, headers);
  if (isOwn) return answer as GraphAnswer;
  rememberPlan(answer.extensions);
  return withoutPlan(answer) as GraphAnswer;
};
