import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { variantPort } from './graph/subgraphs.ts';
import { HIVE_COMMAND, PEERS_FOLDER } from './peers.ts';
import type { Launch } from './processes.ts';

/** One program under measure. */
export interface Variant {
  readonly name: string;
  readonly port: number;
  readonly launch: Launch;
  /** Why it is not measured here, when it cannot be. */
  readonly missing?: string;
}

export interface Paths {
  readonly supergraph: string;
  readonly answers: string;
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export function listVariants({ supergraph, answers }: Paths): readonly Variant[] {
  const script = (name: string, port: number, path: string, env: Record<string, string> = {}): Variant => ({
    name,
    port,
    launch: {
      command: process.execPath,
      args: ['--import', 'tsx', at(path)],
      env: { SUPERGRAPH_PATH: supergraph, PORT: String(port), NODE_ENV: 'production', ...env },
    },
  });
  return [
    script('stock', variantPort(0), './gateways/stock.ts'),
    script('palier', variantPort(1), '../../gateway/src/main.ts', { HOST: '127.0.0.1' }),
    script('executor-alone', variantPort(2), './gateways/lean.ts'),
    hive('hive-js', variantPort(3), supergraph, []),
    hive('hive-rust-planner', variantPort(4), supergraph, ['--hive-router-runtime']),
    script('unfederated', variantPort(5), './gateways/unfederated.ts'),
    script('bare-http', variantPort(6), './gateways/bytes.ts', { ANSWERS_PATH: answers }),
  ];
}

function hive(name: string, port: number, supergraph: string, more: readonly string[]): Variant {
  const args = [
    'supergraph',
    supergraph,
    '--port',
    String(port),
    '--host',
    '127.0.0.1',
    '--fork',
    '1',
    ...more,
  ];
  return {
    name,
    port,
    launch: { command: HIVE_COMMAND, args, cwd: PEERS_FOLDER, env: { NODE_ENV: 'production' } },
    ...(existsSync(HIVE_COMMAND) ? {} : { missing: 'test/load/peers is not installed' }),
  };
}
