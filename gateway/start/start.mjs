import { setInterval, setTimeout } from 'node:timers';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { buildExplorerWhenStale } from '../explorer/build/keep-fresh.mjs';
import { buildWhenStale } from './build.mjs';
import { collectSooner } from './collect-sooner.mjs';
import { listUnreadVariables, refuseWrongPlace, refuseWrongWords } from './refuse-start.mjs';

/**
 * `node start.mjs [program]`: runs the built program, building it again first when its sources are other. Without a program
 * (`npm start`): the gateway alone on the supergraph that SUPERGRAPH_PATH names, or else the whole of Palier.
 */
const WHOLE = process.env['SUPERGRAPH_PATH'] ? 'gateway/start/gateway.ts' : 'gateway/start/all-in-one.ts';
/** Those that serve the explorer. */
const SERVERS = new Set(['gateway/start/gateway.ts', 'gateway/start/all-in-one.ts']);
/** The gateway without its levels: it has no database, and its HTTP client reads answers by WebAssembly. */
const ALONE = /^gateway\/(start\/gateway|src\/main)\.ts$/;
/** Those that are started to last. */
const LASTING = /\/(all-in-one|gateway|main)\.ts$/;
const START_MS = 5_000;
/** Lives for some seconds, and holds a whole file meanwhile. */
const IMPORT = 'gateway/start/import.ts';

// npm hands a signal to the shell between it and this program, and that shell dies alone: the orphan ends itself.
const parent = process.ppid;
if (process.env['npm_lifecycle_event']) {
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}

refuseWrongPlace();
const program = process.argv.splice(2, 1)[0] ?? WHOLE;
refuseWrongWords(program);
for (const unread of listUnreadVariables(process.env)) process.stderr.write(`${unread}\n`);
// The embedded Postgres runs as it is first compiled: to compile again what runs often takes 0.8 s of CPU and 50 MB at each start. What a
// page of rows takes is the same; a sum over a whole table takes half as much again.
if (!ALONE.test(program)) setFlagsFromString('--liftoff-only');
if (program === IMPORT) {
  // What is read on the way is collected as it goes, rather than left to grow beside the file. Said before anything is loaded.
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString('--semi-space-growth-factor=1');
}
if (LASTING.test(program)) {
  // What a start runs, it runs once: to optimize it takes a quarter of its CPU, and 25 MB. What runs on is optimized then.
  setFlagsFromString('--no-opt');
  setTimeout(() => setFlagsFromString('--opt'), START_MS).unref();
  collectSooner();
}
const built = await buildWhenStale(program);
if (SERVERS.has(program)) buildExplorerWhenStale();
await import(pathToFileURL(built).href);
