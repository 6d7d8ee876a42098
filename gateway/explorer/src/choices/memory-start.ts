import { useEffect, useState } from 'react';
import { askGraph } from '../base/ask-graph.ts';

/** One thing of each level, at an instant of before any memory: each refuses it, and says when its own begins. */
const QUERY =
  'query DebutDeLaMemoire { __typename regions { code } etablissements { code } mesures(first: 1) { nodes { id } } }';
const BEFORE_ALL = '1000-01-01';

/** From when on every level remembers; nothing until it is told, or where it is not. */
export function useMemoryStart(): string | undefined {
  const [start, setStart] = useState<string>();
  useEffect(() => {
    let gone = false;
    void askGraph({ query: QUERY }, { 'palier-au': BEFORE_ALL })
      .catch(() => undefined)
      .then((answer) => {
        if (!gone) setStart(readMemoryStart(answer?.errors ?? []));
      });
    return () => {
      gone = true;
    };
  }, []);
  return start;
}

interface GraphError {
  readonly extensions?: { readonly memoireDepuis?: string };
}

/** The last of those that the levels say, in UTC. */
export const readMemoryStart = (errors: readonly unknown[]): string | undefined =>
  (errors as readonly GraphError[])
    .flatMap(({ extensions }) => extensions?.memoireDepuis ?? [])
    .sort()
    .at(-1);
