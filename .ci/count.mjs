import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

// One closing line over every run of the suite.
const folder = process.argv[2] ?? '.';
const runs = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
const total = (name) => runs.reduce((sum, run) => sum + (run[name] ?? 0), 0);
console.log(
  `${total('numPassedTests')} passed, ${total('numFailedTests')} failed, ${total('numPendingTests')} skipped`,
);
