import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { portAt } from '../ports.ts';
import { isAnswering, launch, type Launched } from '../processes.ts';
import { built } from '../suite.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BIRTH = fileURLToPath(new URL('./birth.ts', import.meta.url));
const LEVELS = ['msss', 'sante-quebec', 'etablissements'] as const;

/** Born once, then copied: everyone answers from the same data. */
export interface Born {
  /** A folder of one's own. */
  copy(): string;
}

export function bearData(folder: string): Born {
  const born = join(folder, 'born');
  const { status, signal, error } = spawnSync(process.execPath, ['--import', 'tsx', BIRTH, born], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`The data were not born (${error ?? signal ?? status})`);
  let copies = 0;
  return {
    copy() {
      const copy = join(folder, `data-${(copies += 1)}`);
      cpSync(born, copy, { recursive: true });
      return copy;
    },
  };
}

export interface Levels {
  readonly processes: readonly Launched[];
  /** The committed supergraph, with the addresses of these. */
  readonly supergraph: string;
}

/** The three levels as `npm run start:apart` has them, each with its own embedded database. */
export async function startLevels(folder: string, born: Born): Promise<Levels> {
  const data = join(folder, 'levels');
  mkdirSync(data);
  const processes: Launched[] = [];
  let sdl = readFileSync(join(ROOT, 'schema/supergraph.graphql'), 'utf8');
  for (const [rank, level] of LEVELS.entries()) {
    const port = portAt('dashboards', rank);
    const url = `http://127.0.0.1:${port}/graphql`;
    cpSync(born.copy(), join(data, level), { recursive: true });
    sdl = sdl.replace(`http://127.0.0.1:${4001 + rank}/graphql`, url);
    const env = { PALIER_DOSSIER: data, DATABASE_URL: '', HOST: '127.0.0.1', PORT: String(port) };
    processes.push(await launch(built(`subgraphs/${level}/src/main.ts`, env), () => isAnswering(url)));
  }
  const supergraph = join(folder, 'dashboards.graphql');
  writeFileSync(supergraph, sdl);
  return { processes, supergraph };
}
