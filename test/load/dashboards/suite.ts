import { join } from 'node:path';
import { portAt } from '../ports.ts';
import type { Launch, Launched } from '../processes.ts';
import { ALONE, BESIDE, built, CACHED, hive, type Suite, type Variant } from '../suite.ts';
import { bearData, startLevels, type Born, type Levels } from './levels.ts';
import { QUESTIONS } from './questions.ts';

const FIRST_RANK = 3;

/** Palier's own graph. Everything that works for an answer is counted: gateway, levels, embedded databases. */
export async function openDashboardSuite(
  folder: string,
  started: Launched[],
  beside: string | undefined,
): Promise<Suite> {
  const born = bearData(folder);
  const levels = await startLevels(folder, born);
  started.push(...levels.processes);
  return {
    questions: QUESTIONS,
    variants: listVariants(levels, born, join(folder, 'dashboards.json'), beside),
    // One process beside one process.
    reference: beside === undefined ? 'stock-in-memory' : BESIDE,
  };
}

function listVariants(
  { supergraph, processes }: Levels,
  born: Born,
  answers: string,
  beside: string | undefined,
): readonly Variant[] {
  let rank = FIRST_RANK;
  const variant = (name: string, launchAt: (port: string) => Launch, page = 'graphql'): Variant => {
    const port = portAt('dashboards', rank++);
    return { name, url: `http://127.0.0.1:${port}/${page}`, launch: launchAt(String(port)) };
  };
  const withLevels = (one: Variant): Variant => ({ ...one, helpers: processes });
  const overHttp = (port: string) => ({ SUPERGRAPH_PATH: supergraph, PORT: port, HOST: '127.0.0.1' });
  const stock = (port: string): Launch => built('test/load/gateways/stock.ts', overHttp(port));
  const apart = (port: string): Launch => built('gateway/src/main.ts', { ...overHttp(port), ...ALONE });
  const allInOne = (env: Readonly<Record<string, string>>, root?: string) => (port: string) =>
    built(
      'gateway/start/all-in-one.ts',
      { PALIER_DOSSIER: born.copy(), DATABASE_URL: '', PORT: port, HOST: '127.0.0.1', ...env },
      root,
    );
  const inMemory = (port: string): Launch =>
    built('test/load/gateways/stock-in-memory.ts', { PALIER_DOSSIER: born.copy(), PORT: port });
  const bytes = (port: string): Launch =>
    built('test/load/gateways/bytes.ts', { ANSWERS_PATH: answers, PORT: port });
  return [
    withLevels(variant('stock', stock, '')),
    variant('stock-in-memory', inMemory, ''),
    variant('palier', allInOne(ALONE)),
    variant('palier-cached', allInOne(CACHED)),
    withLevels(variant('palier-apart', apart)),
    withLevels(hive('hive-js', portAt('dashboards', rank++), supergraph)),
    withLevels(hive('hive-rust-planner', portAt('dashboards', rank++), supergraph)),
    variant('bare-http', bytes),
    ...(beside === undefined ? [] : [{ ...variant(BESIDE, allInOne(ALONE, beside)), peer: true as const }]),
  ];
}
