import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { EnvironmentFault } from '@palier/gateway/environment';
import { StartupError } from '@palier/runtime/errors';
import { readHouseEnvironment } from './environment.ts';
import { SUPERGRAPH } from './open-house.ts';

/** `npm run start:apart`: the gateway and each subgraph in a process of its own, the subgraphs on the next three ports. */
const LEVELS = ['msss', 'sante-quebec', 'etablissements'];
const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 5_000;

const children: ChildProcess[] = [];
let stopping = false;

try {
  const { port, host } = readHouseEnvironment(process.env);
  process.once('SIGTERM', () => void stopAll(0));
  process.once('SIGINT', () => void stopAll(0));
  const addresses = LEVELS.map((name, index) => ({ name, port: port + 1 + index }));
  for (const level of addresses) run(`subgraphs/${level.name}/src/main.ts`, { PORT: String(level.port), HOST: host });
  await Promise.all(addresses.map((level) => untilHealthy(`http://${host}:${level.port}/health`)));
  const urls = addresses.map((level) => `${level.name}=http://${host}:${level.port}/graphql`).join(',');
  run('gateway/src/main.ts', { SUPERGRAPH_PATH: SUPERGRAPH, PALIER_SUBGRAPHS: urls });
} catch (error) {
  if (!(error instanceof EnvironmentFault) && !(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  await stopAll(1);
}

/** A child that ends by itself has said why: the others end with it. */
function run(program: string, variables: Readonly<Record<string, string>>): void {
  const file = fileURLToPath(new URL(`../../${program}`, import.meta.url));
  const env = { ...process.env, ...variables };
  const child = spawn(process.execPath, [...process.execArgv, file], { env, stdio: 'inherit' });
  child.once('exit', () => void stopAll(1));
  children.push(child);
}

async function untilHealthy(url: string): Promise<void> {
  const giveUpAt = Date.now() + START_DEADLINE_MS;
  while (!stopping) {
    const answers = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (answers) return;
    if (Date.now() > giveUpAt) throw new StartupError(`Rien ne répond à ${url} : le démarrage est abandonné.`);
    await sleep(100);
  }
}

async function stopAll(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  const alive = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  const ended = Promise.all(alive.map((child) => new Promise((resolve) => child.once('exit', resolve))));
  for (const child of alive) child.kill('SIGTERM');
  await Promise.race([ended, sleep(STOP_DEADLINE_MS)]);
  for (const child of alive) child.kill('SIGKILL');
  process.exit(code);
}
