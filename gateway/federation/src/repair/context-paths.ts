import type { FetchNode } from '@apollo/query-planner';
import { TYPE_CONDITION } from '../graphql/document.ts';

/** Where the contextual arguments of a fetch at `names` are read, as response names from the root. */
export function contextPaths(fetch: FetchNode, names: readonly string[]): readonly (readonly string[])[] {
  return (fetch.contextRewrites ?? []).map(({ path }) => {
    const levels = path.filter((step) => step === '..').length;
    const below = path.filter((step) => step !== '..' && !step.startsWith(TYPE_CONDITION));
    return [...names.slice(0, names.length - levels), ...below];
  });
}
