import { writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { applyLoad, ask, type Sample } from './load.ts';
import { isAnswering, launch, type Launched } from './processes.ts';
import type { Measure } from './report.ts';
import type { Question, Suite, Variant } from './suite.ts';

export interface Pace {
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
}

interface Running {
  readonly variant: Variant;
  /** What is counted: the program, and whatever works for it. */
  readonly pids: readonly number[];
}

const WARM_UP_SECONDS = 1.5;

/** Starts the variants, compares what they answer, then measures each question. What is started is added to `started`. */
export async function measureSuite(
  { questions, variants }: Suite,
  started: Launched[],
  pace: Pace,
): Promise<Measure[]> {
  const running: Running[] = [];
  for (const variant of variants) {
    if (variant.missing) {
      console.error(`${variant.name}: not measured (${variant.missing})`);
      continue;
    }
    // Those that answer by themselves come first: bare HTTP serves what they answered.
    const answersPath = variant.launch.env?.['ANSWERS_PATH'];
    if (answersPath) await saveAnswers(answersPath, running[0], questions);
    const own = await launch(variant.launch, () => isAnswering(variant.url));
    started.push(own);
    running.push({ variant, pids: [own.pid, ...(variant.helpers ?? []).map(({ pid }) => pid)] });
  }
  for (const question of questions) await compareAnswers(running, question);
  const measures: Measure[] = [];
  for (const question of questions) measures.push(...(await measureQuestion(running, question, pace)));
  return measures;
}

async function saveAnswers(
  path: string,
  first: Running | undefined,
  questions: readonly Question[],
): Promise<void> {
  if (!first) throw new Error('Bare HTTP serves what another variant answers: measure at least one more.');
  const entries = await Promise.all(
    questions.map(async (question) => [question.query, await ask(first.variant.url, question)] as const),
  );
  writeFileSync(path, JSON.stringify(Object.fromEntries(entries)));
}

/** @throws when one of them answers otherwise than the first, or the first fails */
async function compareAnswers(running: readonly Running[], question: Question): Promise<void> {
  const texts = await Promise.all(running.map(({ variant }) => ask(variant.url, question)));
  const [expected, ...others] = texts.map((text) => JSON.parse(text) as { data?: unknown; errors?: unknown });
  if (!expected?.data || expected.errors)
    throw new Error(`${running[0]!.variant.name} fails on ${question.name}: ${texts[0]!.slice(0, 2_000)}`);
  others.forEach((answer, index) => {
    if (isDeepStrictEqual(answer, expected)) return;
    const name = running[index + 1]!.variant.name;
    throw new Error(
      `${name} answers ${question.name} otherwise than ${running[0]!.variant.name}: ${texts[index + 1]!.slice(0, 2_000)}`,
    );
  });
  console.error(
    `${question.name}: ${running.length} variants give the same ${Buffer.byteLength(texts[0]!)} bytes of data`,
  );
}

async function measureQuestion(
  running: readonly Running[],
  question: Question,
  { seconds, rounds, connections }: Pace,
): Promise<Measure[]> {
  const samples = new Map<string, Sample[]>(running.map(({ variant }) => [variant.name, []]));
  const load = ({ variant, pids }: Running, forSeconds: number): Promise<Sample> =>
    applyLoad({ question, connections, url: variant.url, pids, seconds: forSeconds });
  for (const one of running) await load(one, WARM_UP_SECONDS);
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? running : [...running].reverse();
    for (const one of order) samples.get(one.variant.name)!.push(await load(one, seconds));
  }
  return running.map(({ variant }) => ({
    question: question.name,
    variant: variant.name,
    samples: samples.get(variant.name)!,
  }));
}
