import { useEffect, useState } from 'react';
import { askGraph } from './base/ask-graph.ts';

const QUERY = 'query Demonstration { mesures(first: 1) { nodes { provenance { origine } } } }';

/** Whether the graph answers with demonstration data; false until it says so, or when it cannot. */
export function useDemonstration(): boolean {
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    let gone = false;
    void asksDemonstration().then((answer) => {
      if (!gone) setLoaded(answer);
    });
    return () => {
      gone = true;
    };
  }, []);
  return loaded;
}

async function asksDemonstration(): Promise<boolean> {
  const { data } = await askGraph({ query: QUERY }).catch(() => ({ data: undefined }));
  const mesures = data as
    { mesures?: { nodes?: { provenance?: { origine?: string } }[] } } | null | undefined;
  return mesures?.mesures?.nodes?.[0]?.provenance?.origine === 'DEMONSTRATION';
}
