import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBetweenMarks } from '../markdown.ts';
import { NO_SERVER, openOwnDatabase } from '../postgres.ts';
import { ROOT } from '../program.ts';
import { measureDeposits } from './acts/deposits.ts';
import { startPalier } from './acts/palier.ts';
import { measurePast } from './acts/past.ts';
import { measureWriters } from './acts/writers.ts';

/**
 * `npm run bench:actes`, on PostgreSQL: acts a second beside bare INSERTs of the same rows, a whole year returned by file, and
 * reads at a past instant beside reads now. `--write` puts the tables in docs/performance.md.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'writers,deposits,past' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    writers: { type: 'string', default: '1,8,64' },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);

const PARTS: Readonly<Record<string, (url: string) => Promise<string>>> = {
  writers: (url) =>
    measureWriters({
      url,
      rounds,
      seconds: Number(values.seconds),
      writers: values.writers.split(',').map(Number),
    }),
  deposits: async (url) => {
    const palier = await startPalier(url);
    return measureDeposits(palier, url).finally(() => palier.stop());
  },
  past: (url) => measurePast({ url, rounds }),
};

const WHERE = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`;

const asked = values.only.split(',');
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`Partie inconnue : ${unknown.join(', ')}. Possibles : ${Object.keys(PARTS).join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const name of asked) await measure(name);
}

/** A part has a database of its own, and a place of its own in the page. */
async function measure(name: string): Promise<void> {
  const own = await openOwnDatabase();
  if (own === undefined) {
    console.error(`Rien n’est mesuré : ${NO_SERVER}.`);
    process.exitCode = 1;
    return;
  }
  try {
    const table = await PARTS[name]!(own.url);
    const told = `${WHERE}, load ${loadavg()[0]?.toFixed(1)}\n\n${table}`;
    console.log(`${told}\n`);
    if (values.write) writeBetweenMarks(join(ROOT, 'docs/performance.md'), `bench:actes:${name}`, told);
  } finally {
    await own.close();
  }
}
