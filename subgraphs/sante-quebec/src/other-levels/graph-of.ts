import { askOrRefuse } from '@palier/runtime/acts/ask-or-refuse';
import type { AskGraph } from '@palier/runtime/ask-graph';
import type { Context } from '../tables.ts';

/** The graph as an act asks it: what another level holds, or why the act is refused. */
export const graphOf =
  ({ journal }: Pick<Context, 'journal'>): AskGraph =>
  (query, variables) =>
    askOrRefuse(journal, query, variables);
