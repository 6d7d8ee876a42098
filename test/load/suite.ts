import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HIVE_COMMAND, PEERS_FOLDER } from './peers.ts';
import type { Launch, Launched } from './processes.ts';

/** What is asked in the bench. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** One program under measure. */
export interface Variant {
  readonly name: string;
  /** Where it answers. */
  readonly url: string;
  readonly launch: Launch;
  /** What else works for its answers, and counts with it. */
  readonly helpers?: readonly Launched[];
  /** Somebody else's program: what it answers otherwise is told, and stops nothing. */
  readonly peer?: true;
  /** Why it is not measured here, when it cannot be. */
  readonly missing?: string;
}

/** Questions, and the programs that answer them, of one graph. */
export interface Suite {
  readonly questions: readonly Question[];
  readonly variants: readonly Variant[];
  /** The variant that the others are compared with: what is most alike, on the stock engine. */
  readonly reference: string;
}

export const bodyOf = ({ query, variables }: Question): string => JSON.stringify({ query, variables });

/** Nothing is shared between requests, nor kept of answers, but where the name of a row says so. */
export const ALONE = { PALIER_SHARE: '0', PALIER_CACHE_BYTES: '0' };
export const SHARED = { ...ALONE, PALIER_SHARE: '1' };
export const CACHED = { ...ALONE, PALIER_CACHE_BYTES: '67108864' };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The row of the code of another checkout: what the others are then compared with. */
export const BESIDE = 'palier-beside';

/** Programs that are measured beside those of Palier. */
export const OTHER_PROGRAMS = ['bytes', 'lean', 'stock', 'stock-in-memory', 'unfederated'].map(
  (name) => `test/load/gateways/${name}.ts`,
);

/** A program, built as those of Palier are for their users: no row is compiled otherwise than another. */
export function built(program: string, env: Readonly<Record<string, string>>, root = ROOT): Launch {
  return {
    command: process.execPath,
    args: [join(root, 'gateway/start/start.mjs'), program],
    cwd: root,
    env: { NODE_ENV: 'production', ...env },
  };
}

/** Hive Gateway, one process: in JavaScript, or with its Rust planner. */
export function hive(
  name: 'hive-js' | 'hive-rust-planner',
  port: number,
  supergraph: string,
): Omit<Variant, 'helpers'> {
  const where = ['--port', String(port), '--host', '127.0.0.1', '--fork', '1'];
  const planner = name === 'hive-rust-planner' ? ['--hive-router-runtime'] : [];
  return {
    name,
    peer: true,
    url: `http://127.0.0.1:${port}/graphql`,
    launch: {
      command: HIVE_COMMAND,
      args: ['supergraph', supergraph, ...where, ...planner],
      cwd: PEERS_FOLDER,
      env: { NODE_ENV: 'production' },
    },
    ...(existsSync(HIVE_COMMAND) ? {} : { missing: 'test/load/peers is not installed' }),
  };
}
