import { writeFileSync } from 'node:fs';
import { findDifference, type Answer } from './compare-answers.ts';
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

/** Long enough for every engine to have compiled what it runs: the slowest of them makes some hundred answers in it. */
const WARM_UP_SECONDS = 5;

/** Starts the variants, compares what they answer, then measures each question. What is started is added to `started`. */
export async function measureSuite(
  { questions, variants, reference }: Suite,
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
  const compared: Compared[] = [];
  for (const question of questions) compared.push(await compareAnswers(running, question));
  const measures: Measure[] = [];
  for (const [index, question] of questions.entries()) {
    const { same, differences } = compared[index]!;
    const measured = await measureQuestion(same, question, reference, pace);
    for (const [{ variant }, difference] of differences)
      measured.push({ question: question.name, variant: variant.name, reference, samples: [], difference });
    measures.push(...measured);
  }
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

/**
 * Those that answer as the first does. What a peer answers otherwise is told in its row.
 *
 * @throws when the first fails, or one that is no peer answers otherwise
 */
async function compareAnswers(running: readonly Running[], question: Question): Promise<Compared> {
  const texts = await Promise.all(running.map(({ variant }) => ask(variant.url, question)));
  const [expected, ...others] = texts.map((text) => JSON.parse(text) as Answer);
  if (!expected?.data || expected.errors)
    throw new Error(`${running[0]!.variant.name} fails on ${question.name}: ${texts[0]!.slice(0, 2_000)}`);
  const differences = new Map<Running, string>();
  others.forEach((answer, index) => {
    const difference = findDifference(answer, expected);
    if (difference === undefined) return;
    const one = running[index + 1]!;
    const told = `${one.variant.name} answers ${question.name} otherwise than ${running[0]!.variant.name}: ${difference}`;
    if (!one.variant.peer) throw new Error(told);
    console.error(told);
    differences.set(one, difference);
  });
  const same = running.filter((one) => !differences.has(one));
  console.error(
    `${question.name}: ${same.length} variants give the same ${Buffer.byteLength(texts[0]!)} bytes of data`,
  );
  return { same, differences };
}

interface Compared {
  readonly same: readonly Running[];
  readonly differences: ReadonlyMap<Running, string>;
}

async function measureQuestion(
  running: readonly Running[],
  question: Question,
  reference: string,
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
    reference,
    samples: samples.get(variant.name)!,
  }));
}
