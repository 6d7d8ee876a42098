import { setInterval } from 'node:timers';
import { pathToFileURL } from 'node:url';
import { buildWhenStale } from './build.mjs';

/**
 * `node start.mjs [program]`: runs the built program, building it again first when a source is newer. Without a program
 * (`npm start`): the gateway alone on the supergraph that SUPERGRAPH_PATH names, or else the whole of Palier.
 */
const WHOLE = process.env['SUPERGRAPH_PATH'] ? 'gateway/start/gateway.ts' : 'gateway/start/all-in-one.ts';

// npm hands a signal to the shell between it and this program, and that shell dies alone: the orphan ends itself.
const parent = process.ppid;
if (process.env['npm_lifecycle_event']) {
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}

const program = process.argv.splice(2, 1)[0] ?? WHOLE;
await import(pathToFileURL(await buildWhenStale(program)).href);
