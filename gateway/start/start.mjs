import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { pathToFileURL } from 'node:url';
import { DIST, buildPrograms, listAllSources } from './build.mjs';

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
const built = join(DIST, program.replace(/\.ts$/, '.js'));
if (newestSource() > modifiedAt(built)) {
  process.stderr.write(
    'Les programmes de Palier se construisent : une fois, puis à chaque changement du code.\n',
  );
  await buildPrograms();
}
await import(pathToFileURL(built).href);

function newestSource() {
  return Math.max(...listAllSources().map(modifiedAt));
}

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
