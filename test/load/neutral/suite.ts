import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { portAt } from '../ports.ts';
import { isAnswering, launch, type Launched } from '../processes.ts';
import { ALONE, CACHED, SHARED, fromSource, hive, type Suite, type Variant } from '../suite.ts';
import { composeBenchGraph } from './compose.ts';
import { QUESTIONS } from './questions.ts';
import { SUBGRAPH_NAMES, urlOf, type SubgraphName } from './subgraphs.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const GATEWAY = at('../../../gateway/src/main.ts');

/** A neutral graph on four subgraphs, which cost the gateways as little as subgraphs can and are not counted. */
export async function openNeutralSuite(folder: string, started: Launched[]): Promise<Suite> {
  const supergraph = join(folder, 'neutral.graphql');
  writeFileSync(supergraph, composeBenchGraph());
  started.push(...(await Promise.all(SUBGRAPH_NAMES.map(startSubgraph))));
  return { questions: QUESTIONS, variants: listVariants(supergraph, join(folder, 'neutral.json')) };
}

function startSubgraph(name: SubgraphName): Promise<Launched> {
  const args = ['--import', 'tsx', at('./subgraph-server.ts'), name];
  return launch({ command: process.execPath, args }, () => isAnswering(urlOf(name)));
}

function listVariants(supergraph: string, answers: string): readonly Variant[] {
  let rank = SUBGRAPH_NAMES.length;
  const nextPort = (): number => portAt('neutral', rank++);
  const script = (
    name: string,
    path: string,
    env: Record<string, string> = {},
    page = 'graphql',
  ): Variant => {
    const port = nextPort();
    const where = { SUPERGRAPH_PATH: supergraph, PORT: String(port), HOST: '127.0.0.1' };
    return {
      name,
      url: `http://127.0.0.1:${port}/${page}`,
      launch: fromSource(path, { ...where, ...env }),
    };
  };
  return [
    script('stock', at('../gateways/stock.ts'), {}, ''),
    script('palier', GATEWAY, ALONE),
    script('palier-shared', GATEWAY, SHARED),
    script('palier-cached', GATEWAY, CACHED),
    script('executor-alone', at('../gateways/lean.ts')),
    hive('hive-js', nextPort(), supergraph),
    hive('hive-rust-planner', nextPort(), supergraph),
    script('unfederated', at('../gateways/unfederated.ts'), {}, ''),
    script('bare-http', at('../gateways/bytes.ts'), { ANSWERS_PATH: answers }),
  ];
}
