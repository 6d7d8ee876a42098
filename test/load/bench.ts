/**
 * `bench.ts [--no-peers] [--only=stock,palier] [--questions=big,page] [--seconds=3] [--rounds=3] [--connections=8] [--write]`
 *
 * Every variant answers the same questions on the same subgraphs in one run, taking turns; answers are compared before
 * anything is measured. Only ratios inside one run count.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { composeBenchGraph } from './graph/compose.ts';
import { QUESTIONS, type Question } from './graph/questions.ts';
import { SUBGRAPH_NAMES, urlOf, type SubgraphName } from './graph/subgraphs.ts';
import { applyLoad, ask, type Sample } from './load.ts';
import { installPeers } from './peers.ts';
import { launch, type Launched } from './processes.ts';
import { renderReport, writeReport, type Measure } from './report.ts';
import { listVariants, type Variant } from './variants.ts';

const { values: options } = parseArgs({
  options: {
    'no-peers': { type: 'boolean', default: false },
    only: { type: 'string' },
    questions: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '8' },
    write: { type: 'boolean', default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'palier-bench-'));
const paths = { supergraph: join(folder, 'supergraph.graphql'), answers: join(folder, 'answers.json') };
const started: Launched[] = [];

if (!options['no-peers'] && options.only === undefined) installPeers();

try {
  writeFileSync(paths.supergraph, composeBenchGraph());
  started.push(...(await Promise.all(SUBGRAPH_NAMES.map(startSubgraph))));
  const questions = QUESTIONS.filter(({ name }) => isWanted(options.questions, name));
  const variants = listVariants(paths).filter(({ name }) => isWanted(options.only, name));
  const measures = await measureAll(variants, questions);
  console.log(renderReport(measures));
  if (options.write) writeReport(measures);
} finally {
  await Promise.all(started.map((one) => one.stop()));
  rmSync(folder, { recursive: true });
}

function isWanted(list: string | undefined, name: string): boolean {
  return list === undefined || list.split(',').includes(name);
}

function startSubgraph(name: SubgraphName): Promise<Launched> {
  const script = fileURLToPath(new URL('./subgraph-server.ts', import.meta.url));
  const args = ['--import', 'tsx', script, name];
  return launch({ command: process.execPath, args }, () => answers(urlOf(name)));
}

async function answers(url: string): Promise<boolean> {
  return ask(url, '{ __typename }').then(
    () => true,
    () => false,
  );
}

interface Running {
  readonly variant: Variant;
  readonly url: string;
  readonly process: Launched;
}

async function measureAll(variants: readonly Variant[], questions: readonly Question[]): Promise<Measure[]> {
  const running: Running[] = [];
  // Those that answer by themselves come first: bare HTTP serves what they answered.
  for (const variant of variants) {
    if (variant.missing) {
      console.error(`${variant.name}: not measured (${variant.missing})`);
      continue;
    }
    if (variant.name === 'bare-http') await saveAnswers(running[0], questions);
    running.push(await start(variant));
  }
  for (const question of questions) await compareAnswers(running, question);
  const measures: Measure[] = [];
  for (const question of questions) measures.push(...(await measureQuestion(running, question)));
  return measures;
}

async function start(variant: Variant): Promise<Running> {
  const url = `http://127.0.0.1:${variant.port}/${variant.name === 'stock' || variant.name === 'unfederated' ? '' : 'graphql'}`;
  const isReady = variant.name === 'bare-http' ? () => opens(url) : () => answers(url);
  const process = await launch(variant.launch, isReady);
  started.push(process);
  return { variant, url, process };
}

async function opens(url: string): Promise<boolean> {
  return fetch(url, { method: 'POST', body: JSON.stringify({ query: QUESTIONS[0]!.query }) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function saveAnswers(first: Running | undefined, questions: readonly Question[]): Promise<void> {
  if (!first) throw new Error('Bare HTTP serves what another variant answers: measure at least one more.');
  const entries = await Promise.all(
    questions.map(async ({ query }) => [query, await ask(first.url, query)] as const),
  );
  writeFileSync(paths.answers, JSON.stringify(Object.fromEntries(entries)));
}

async function compareAnswers(running: readonly Running[], { name, query }: Question): Promise<void> {
  const texts = await Promise.all(running.map(({ url }) => ask(url, query)));
  const [expected, ...others] = texts.map((text) => JSON.parse(text) as { data?: unknown; errors?: unknown });
  if (!expected?.data || expected.errors)
    throw new Error(`${running[0]!.variant.name} fails on ${name}: ${texts[0]}`);
  others.forEach((answer, index) => {
    if (isDeepStrictEqual(answer, expected)) return;
    throw new Error(
      `${running[index + 1]!.variant.name} answers ${name} otherwise than ${running[0]!.variant.name}`,
    );
  });
  console.error(
    `${name}: ${running.length} variants give the same ${Buffer.byteLength(texts[0]!)} bytes of data`,
  );
}

async function measureQuestion(running: readonly Running[], { name, query }: Question): Promise<Measure[]> {
  const samples = new Map<string, Sample[]>(running.map(({ variant }) => [variant.name, []]));
  const load = { query, connections: Number(options.connections) };
  for (const { url, process } of running) await applyLoad({ ...load, url, pid: process.pid, seconds: 2 });
  for (let round = 0; round < Number(options.rounds); round++) {
    const order = round % 2 === 0 ? running : [...running].reverse();
    for (const { variant, url, process } of order) {
      const sample = await applyLoad({ ...load, url, pid: process.pid, seconds: Number(options.seconds) });
      samples.get(variant.name)!.push(sample);
    }
  }
  return running.map(({ variant }) => ({
    question: name,
    variant: variant.name,
    samples: samples.get(variant.name)!,
  }));
}
