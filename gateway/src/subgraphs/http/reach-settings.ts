import type { VariableReader, Variables } from '../../base/variable-reader.ts';

/** Where the subgraphs are, and what they may take of time and place. */
export interface ReachSettings {
  /** Time a subgraph has to answer one call, in milliseconds. */
  readonly subgraphTimeoutMs: number;
  /** The same for the subgraphs that need another, by name. */
  readonly subgraphTimeouts: Readonly<Record<string, number>>;
  /** Where the subgraphs are, by name, when it is not where the supergraph says. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  /** Calls to one subgraph under way at once. */
  readonly subgraphConcurrency: number;
  /** Largest answer accepted from a subgraph, in bytes. */
  readonly maxSubgraphAnswerBytes: number;
}

export const DEFAULT_REACH: ReachSettings = {
  subgraphTimeoutMs: 10_000,
  subgraphTimeouts: {},
  subgraphUrls: {},
  subgraphConcurrency: 128,
  maxSubgraphAnswerBytes: 16 * 1_048_576,
};

export function readReach(variables: Variables, reader: VariableReader): ReachSettings {
  return {
    subgraphTimeoutMs: reader.positive('PALIER_SUBGRAPH_TIMEOUT_MS', DEFAULT_REACH.subgraphTimeoutMs),
    subgraphTimeouts: readTimeouts(variables['PALIER_SUBGRAPH_TIMEOUTS'], reader),
    subgraphUrls: readSubgraphUrls(variables['PALIER_SUBGRAPHS'], reader),
    subgraphConcurrency: reader.positive('PALIER_SUBGRAPH_CONCURRENCY', DEFAULT_REACH.subgraphConcurrency),
    maxSubgraphAnswerBytes: reader.positive(
      'PALIER_MAX_SUBGRAPH_ANSWER_BYTES',
      DEFAULT_REACH.maxSubgraphAnswerBytes,
    ),
  };
}

/** `msss=2000,etablissements=5000` */
function readTimeouts(text: string | undefined, reader: VariableReader): Readonly<Record<string, number>> {
  const pairs = (text ?? '').split(',').filter((pair) => pair.trim() !== '');
  const timeouts = pairs.map((pair) => /^\s*([\w-]+)\s*=\s*([1-9]\d*)\s*$/.exec(pair));
  if (timeouts.includes(null)) {
    reader.report(
      `PALIER_SUBGRAPH_TIMEOUTS vaut « ${text} » : « nom=millisecondes », séparés par des virgules, est attendu.`,
    );
  }
  return Object.fromEntries(timeouts.flatMap((match) => (match?.[1] ? [[match[1], Number(match[2])]] : [])));
}

/** `msss=http://127.0.0.1:4001/graphql,sante-quebec=…`: those not named are where the supergraph says. */
function readSubgraphUrls(
  text: string | undefined,
  reader: VariableReader,
): Readonly<Record<string, string>> {
  const urls: Record<string, string> = {};
  for (const pair of (text ?? '').split(',').map((item) => item.trim())) {
    if (pair === '') continue;
    const [, name = '', url = ''] = /^([\w-]+)\s*=\s*(\S+)$/.exec(pair) ?? [];
    if (name === '' || !/^https?:\/\//.test(url) || !URL.canParse(url)) {
      reader.report(`PALIER_SUBGRAPHS contient « ${pair} » : « nom=http://adresse » est attendu.`);
    } else if (urls[name] !== undefined) {
      reader.report(`PALIER_SUBGRAPHS donne deux adresses à « ${name} ».`);
    }
    urls[name] = url;
  }
  return urls;
}
