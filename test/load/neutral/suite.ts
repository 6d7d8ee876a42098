import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { portAt } from '../ports.ts';
import { isAnswering, launch, type Launch, type Launched } from '../processes.ts';
import { ALONE, BESIDE, built, CACHED, hive, SHARED, type Suite, type Variant } from '../suite.ts';
import { composeBenchGraph } from './compose.ts';
import { QUESTIONS } from './questions.ts';
import { SUBGRAPH_NAMES, urlOf, type SubgraphName } from './subgraphs.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A neutral graph on four subgraphs, which cost the gateways as little as subgraphs can and are not counted. */
export async function openNeutralSuite(
  folder: string,
  started: Launched[],
  beside: string | undefined,
): Promise<Suite> {
  const supergraph = join(folder, 'neutral.graphql');
  writeFileSync(supergraph, composeBenchGraph());
  started.push(...(await Promise.all(SUBGRAPH_NAMES.map(startSubgraph))));
  return {
    questions: QUESTIONS,
    variants: listVariants(supergraph, join(folder, 'neutral.json'), beside),
    reference: beside === undefined ? 'stock' : BESIDE,
  };
}

function startSubgraph(name: SubgraphName): Promise<Launched> {
  const args = ['--import', 'tsx', at('./subgraph-server.ts'), name];
  return launch({ command: process.execPath, args }, () => isAnswering(urlOf(name)));
}

function listVariants(supergraph: string, answers: string, beside: string | undefined): readonly Variant[] {
  let rank = SUBGRAPH_NAMES.length;
  const nextPort = (): number => portAt('neutral', rank++);
  const variant = (
    name: string,
    launchWith: (env: Readonly<Record<string, string>>) => Launch,
    page = 'graphql',
  ): Variant => {
    const port = nextPort();
    const where = { SUPERGRAPH_PATH: supergraph, PORT: String(port), HOST: '127.0.0.1' };
    return { name, url: `http://127.0.0.1:${port}/${page}`, launch: launchWith(where) };
  };
  const script =
    (name: string, more: Readonly<Record<string, string>> = {}) =>
    (env: Readonly<Record<string, string>>): Launch =>
      built(`test/load/gateways/${name}.ts`, { ...env, ...more });
  const palier =
    (how: Readonly<Record<string, string>>, root?: string) =>
    (env: Readonly<Record<string, string>>): Launch =>
      built('gateway/src/main.ts', { ...env, ...how }, root);
  return [
    variant('stock', script('stock'), ''),
    variant('palier', palier(ALONE)),
    variant('palier-shared', palier(SHARED)),
    variant('palier-cached', palier(CACHED)),
    variant('executor-alone', script('lean')),
    hive('hive-js', nextPort(), supergraph),
    hive('hive-rust-planner', nextPort(), supergraph),
    variant('unfederated', script('unfederated'), ''),
    variant('bare-http', script('bytes', { ANSWERS_PATH: answers })),
    ...(beside === undefined ? [] : [{ ...variant(BESIDE, palier(ALONE, beside)), peer: true as const }]),
  ];
}
