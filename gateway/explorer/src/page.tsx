import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL, type GraphiQLProps } from 'graphiql';
import type { FC, PropsWithChildren, ReactElement, ReactNode } from 'react';
import { askGraph, type Operation } from './base/ask-graph.ts';
import { Late, latePart } from './base/late.tsx';
import { useDemonstration } from './demonstration.ts';
import { EDITOR_THEME, EditorSettings } from './editor-settings.tsx';
import { toWritable } from './exact-text.ts';
import { HeaderChoices } from './header-choices.tsx';
import { OpenLink } from './link/open-link.tsx';
import { readLink } from './link/query-link.ts';
import { isNarrow } from './base/narrow.ts';
import { PanelTop } from './panel-top.ts';
import { AnswerPlan } from './plan/plan-details.tsx';
import { planHeaders } from './plan/plan-switch.tsx';
import { withoutPlan } from './plan/without-plan.ts';
import { QUESTION_PLUGIN } from './questions/question-panel.tsx';
import { ResultPane } from './result/result-pane.tsx';
import { startRun } from './result/answers.ts';
import { toAsked } from './result/asked.ts';
import { FollowTab, tabThatAsks } from './result/results.ts';
import { InstantNotice } from './choices/instant-notice.tsx';
import { Said } from './said.tsx';
import { SAVING } from './save/saving.ts';
import { SEARCH_PLUGIN } from './schema-search/search-plugin.tsx';
import { IDENTITY, identityHeaders, INSTANT, sessionHeaders } from './session/session.ts';
import { toSentHeaders } from './session/sent-headers.ts';
import { SessionChoices } from './choices/session-choices.tsx';
import { QueryTools } from './toolbar.tsx';
import { WELCOME } from './questions/welcome.ts';

const SaveDialog = latePart(() => import('./save/save-dialog.tsx'));

const PLUGINS = [QUESTION_PLUGIN, SEARCH_PLUGIN, HISTORY_PLUGIN];
/** The query of the address by which the page was opened. */
const LINKED = readLink(location.hash);
INSTANT.set(LINKED?.instant);
const TABS = [LINKED ? { query: LINKED.query, variables: LINKED.variables ?? null } : { query: WELCOME }];

/** `before` goes above the answer: build/phrases.ts puts it there. */
const AroundAnswer = GraphiQL.Footer as FC<PropsWithChildren<{ readonly before: ReactNode }>>;

export function Page(): ReactElement {
  const demonstration = useDemonstration();
  const isSaving = SAVING.use();
  return (
    <>
      <HeaderChoices />
      <div role="status">
        {demonstration && (
          <p className="notice">
            <b>Données de démonstration</b> : les mesures, les gestionnaires et les offres de service sont
            fictifs.
          </p>
        )}
      </div>
      <InstantNotice />
      <main>
        <h1 className="visually-hidden">Explorateur</h1>
        <GraphiQL
          fetcher={ask}
          plugins={PLUGINS}
          {...(!isNarrow() && { visiblePlugin: QUESTION_PLUGIN })}
          {...(LINKED !== undefined && {
            initialQuery: LINKED.query,
            initialVariables: LINKED.variables ?? '',
          })}
          defaultTabs={TABS}
          editorTheme={EDITOR_THEME}
          defaultQuery=""
          shouldPersistHeaders={false}
        >
          <GraphiQL.Logo>
            <EditorSettings />
            <PanelTop />
            <FollowTab />
            <OpenLink />
            <SessionChoices />
          </GraphiQL.Logo>
          <GraphiQL.Toolbar>
            {({ prettify, merge, copy }) => (
              <>
                {prettify}
                {merge}
                {copy}
                <QueryTools />
              </>
            )}
          </GraphiQL.Toolbar>
          <AroundAnswer before={<ResultPane />}>
            <AnswerPlan />
          </AroundAnswer>
          {isSaving && (
            <Late isSilent>
              <SaveDialog />
            </Late>
          )}
        </GraphiQL>
      </main>
      <Said />
    </>
  );
}

type GraphAnswer = Awaited<ReturnType<GraphiQLProps['fetcher']>>;

const ask: GraphiQLProps['fetcher'] = async (sent, options) => {
  const operation = sent as Operation;
  // The page asks for the schema by itself: nobody wonders how that was answered.
  const isOwn = operation.operationName === 'IntrospectionQuery';
  if (isOwn)
    return (await askGraph(
      operation,
      toSentHeaders(identityHeaders(IDENTITY.get()), options?.headers),
    )) as GraphAnswer;
  const keep = startRun(tabThatAsks());
  const headers = toSentHeaders({ ...sessionHeaders(), ...planHeaders() }, options?.headers);
  const asked = toAsked(operation, headers);
  try {
    const answer = await askGraph(operation, headers);
    keep({ ...asked, data: answer.data, errors: answer.errors ?? [], extensions: answer.extensions });
    return toWritable(withoutPlan(answer)) as GraphAnswer;
  } catch (error) {
    keep({ ...asked, data: undefined, errors: [error] });
    throw error;
  }
};
