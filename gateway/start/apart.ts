import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EnvironmentFault } from '@palier/gateway/environment';
import { endOnSignal } from '@palier/calls/program/end-on-signal';
import { StartupError } from '@palier/runtime/errors';
import { refuseTakenPort } from '@palier/runtime/port';
import { acceptDevelopmentTokens, type Variables } from './house/development-tokens.ts';
import { houseDefaults, readHouseEnvironment } from './environment.ts';
import { LEVELS } from './house/levels.ts';
import { SUPERGRAPH } from './house/open-house.ts';

/** `npm run start:apart`: the gateway and each subgraph in a process of its own, the subgraphs on the next ports. */

/** Only the gateway is met from outside. */
const INSIDE = '127.0.0.1';
const START_DEADLINE_MS = 120_000;
/** Those that are not gone by then are killed: what they had written is safe. */
const STOP_DEADLINE_MS = 2_700;

/** Handed to all, so that the subgraphs answer the gateway alone; another one at each start unless given. */
const CALL_KEYS = process.env['PALIER_CALL_KEYS'] || `depart:${randomBytes(32).toString('base64')}`;

const children: ChildProcess[] = [];
let stopping = false;

const ending = endOnSignal();
ending.closeWith(stopChildren);
try {
  const { port, host } = readHouseEnvironment(process.env);
  if (port === 0 || port > 65_535 - LEVELS.length)
    throw new StartupError(
      `PORT vaut « ${port} » : à part, les sous-graphes prennent les ${LEVELS.length} ports qui le suivent.`,
    );
  const addresses = LEVELS.map(({ name }, index) => ({ name, port: port + 1 + index }));
  await refuseTakenPort(port, host);
  for (const level of addresses) await refuseTakenPort(level.port, INSIDE);
  // Keys are made once nothing else is wrong.
  const variables = await acceptDevelopmentTokens(process.env);
  // What an act needs of another level, and what a level consolidates, is asked of the composed graph.
  const graph = process.env['PALIER_GRAPHE'] || `http://${toLocalHost(host)}:${port}/graphql`;
  for (const level of addresses)
    run(`subgraphs/${level.name}/src/main.ts`, {
      PORT: String(level.port),
      HOST: INSIDE,
      PALIER_GRAPHE: graph,
    });
  await Promise.all(addresses.map((level) => untilHealthy(`http://${INSIDE}:${level.port}/health`)));
  const urls = addresses.map((level) => `${level.name}=http://${INSIDE}:${level.port}/graphql`).join(',');
  if (!stopping)
    run('gateway/start/gateway.ts', {
      ...houseDefaults(process.env),
      ...identityOf(variables),
      SUPERGRAPH_PATH: SUPERGRAPH,
      PALIER_SUBGRAPHS: urls,
    });
} catch (error) {
  if (!(error instanceof EnvironmentFault) && !(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  await endWithFault();
}

/** Whose tokens the gateway believes. */
function identityOf({ PALIER_JWKS = '', PALIER_JWT_ISSUER = '', PALIER_JWT_AUDIENCE = '' }: Variables) {
  return { PALIER_JWKS, PALIER_JWT_ISSUER, PALIER_JWT_AUDIENCE };
}

/** A child that ends by itself has said why: the others end with it. */
function run(program: string, variables: Readonly<Record<string, string>>): void {
  const child = spawn(process.execPath, argumentsFor(program), {
    env: { ...process.env, PALIER_CALL_KEYS: CALL_KEYS, PALIER_UNSIGNED_CALLS: '', ...variables },
    // The channel tells each child when this process is gone, even killed.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.once('exit', () => {
    if (stopping || ending.isAsked()) return;
    process.stderr.write(`${program} s’est arrêté : tout s’arrête avec lui.\n`);
    void endWithFault();
  });
  children.push(child);
}

/** Each child runs as this process does: built, or from its source. */
function argumentsFor(program: string): string[] {
  const [, entry = ''] = process.argv;
  if (basename(entry) === 'start.mjs') return [...process.execArgv, entry, program];
  return [...process.execArgv, fileURLToPath(new URL(`../../${program}`, import.meta.url))];
}

async function untilHealthy(url: string): Promise<void> {
  const giveUpAt = performance.now() + START_DEADLINE_MS;
  while (!stopping && !ending.isAsked()) {
    const answers = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (answers) return;
    if (performance.now() > giveUpAt)
      throw new StartupError(`Rien ne répond à ${url} : le démarrage est abandonné.`);
    await sleep(100);
  }
}

function toLocalHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return INSIDE;
  return host.includes(':') ? `[${host}]` : host;
}

async function endWithFault(): Promise<void> {
  if (stopping) return;
  await stopChildren();
  process.exit(1);
}

async function stopChildren(): Promise<void> {
  stopping = true;
  const alive = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  const ended = Promise.all(alive.map((child) => new Promise((resolve) => child.once('exit', resolve))));
  for (const child of alive) child.kill('SIGTERM');
  await Promise.race([ended, sleep(STOP_DEADLINE_MS)]);
  for (const child of alive) child.kill('SIGKILL');
}
