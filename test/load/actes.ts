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

/** A part has a database of its own. */
async function measureParts(): Promise<string[] | undefined> {
  const tables: string[] = [];
  for (const name of values.only.split(',')) {
    const own = await openOwnDatabase();
    if (own === undefined) return undefined;
    try {
      tables.push(await PARTS[name]!(own.url));
      console.log(`${tables.at(-1)}\n`);
    } finally {
      await own.close();
    }
  }
  return tables;
}

const tables = await measureParts();
if (tables === undefined) {
  console.error(`Rien n’est mesuré : ${NO_SERVER}.`);
  process.exitCode = 1;
} else {
  const where = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load ${loadavg()[0]?.toFixed(1)}`;
  console.log(where);
  if (values.write)
    writeBetweenMarks(join(ROOT, 'docs/performance.md'), 'bench:actes', [where, ...tables].join('\n\n'));
}
