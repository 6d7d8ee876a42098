/**
 * `bench.ts [--no-peers] [--graphs=neutral,dashboards,memory] [--only=stock,palier] [--questions=big,page] [--seconds=3]
 * [--rounds=3] [--connections=8] [--beside=<folder>] [--write]`
 *
 * Every variant answers the same questions on the same data in one run, taking turns; answers are compared before
 * anything is measured. Only ratios inside one run count. It ends with what our programs take in memory.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openDashboardSuite } from './dashboards/suite.ts';
import { renderMemory, writeMemory } from './memory.ts';
import { measureSuite } from './measure-suite.ts';
import { openNeutralSuite } from './neutral/suite.ts';
import { installPeers } from './peers.ts';
import type { Launched } from './processes.ts';
import { renderReport, writeReport, type Measure } from './report.ts';
import { BESIDE, OTHER_PROGRAMS, type Suite } from './suite.ts';

const { values: options } = parseArgs({
  options: {
    'no-peers': { type: 'boolean', default: false },
    graphs: { type: 'string' },
    only: { type: 'string' },
    questions: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '8' },
    beside: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const BUILD = 'gateway/start/build.mjs';
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SUITES = { neutral: openNeutralSuite, dashboards: openDashboardSuite };

const wantsGateways = Object.keys(SUITES).some((name) => isWanted(options.graphs, name));
if (wantsGateways && !options['no-peers'] && options.only === undefined) installPeers();

// Once, and here: no row is to hold what building took.
execFileSync(process.execPath, [BUILD, ...OTHER_PROGRAMS], { cwd: ROOT });
/** The checkout that is measured beside this one. */
const beside = options.beside === undefined ? undefined : resolve(options.beside);
if (beside !== undefined) execFileSync(process.execPath, [BUILD], { cwd: beside });

const measures: Measure[] = [];
for (const [name, open] of Object.entries(SUITES))
  if (isWanted(options.graphs, name)) measures.push(...(await run(open)));
if (measures.length > 0) console.log(renderReport(measures));
if (options.write && measures.length > 0) writeReport(measures);
if (isWanted(options.graphs, 'memory') && options.only === undefined) {
  const memory = await renderMemory();
  console.log(memory);
  if (options.write) writeMemory(memory);
}

/** One graph after the other: what the one has started is stopped before the other starts. */
async function run(open: (typeof SUITES)['neutral']): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-bench-'));
  const started: Launched[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    return await measureSuite(pick(await open(folder, started, beside)), started, {
      seconds: Number(options.seconds),
      rounds: Number(options.rounds),
      connections: Number(options.connections),
    });
  } finally {
    await Promise.all(started.map((one) => one.stop()));
    rmSync(folder, { recursive: true });
  }
}

function pick({ questions, variants, ...suite }: Suite): Suite {
  return {
    ...suite,
    questions: questions.filter(({ name }) => isWanted(options.questions, name)),
    variants: variants.filter(
      ({ name }) =>
        name === BESIDE ||
        (isWanted(options.only, name) && !(options['no-peers'] && name.startsWith('hive'))),
    ),
  };
}

function isWanted(list: string | undefined, name: string): boolean {
  return list === undefined || list.split(',').includes(name);
}
