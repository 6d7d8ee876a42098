import { isDeepStrictEqual } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { renderTable } from '../../markdown.ts';
import { query } from '../../postgres.ts';
import { QUESTIONS } from '../dashboards/questions.ts';
import { costOf } from '../processes.ts';
import type { Question } from '../suite.ts';
import { medianOf } from './median.ts';
import type { Palier } from './palier.ts';
import { findServer } from './server-process.ts';

const AGAIN = 60;
const FIRST = 12;

export interface PastOptions {
  readonly url: string;
  readonly rounds: number;
}

type Figures = Record<'again' | 'first', Record<'now' | 'past', number[]>>;

/**
 * What a dashboard takes at a past instant and now, in turns: asked again, from what is kept of its data; asked first, when they
 * have just changed, or at an instant that nobody asked of.
 */
export async function measurePast(palier: Palier, { url, rounds }: PastOptions): Promise<string> {
  const server = await findServer(url);
  const cpuOf = async (work: () => Promise<unknown>, times: number): Promise<number> => {
    const pids = [palier.pid, ...(server === undefined ? [] : [server])];
    let spent = 0;
    for (let time = 0; time < times; time += 1) {
      const before = costOf(...pids).cpuMs;
      await work();
      spent += costOf(...pids).cpuMs - before;
    }
    return spent / times;
  };
  const lines: string[][] = [];
  for (const question of QUESTIONS) {
    const figures: Figures = { again: { now: [], past: [] }, first: { now: [], past: [] } };
    let instant = await settle();
    const now = (): Promise<unknown> => palier.ask(question.query, question);
    const past = (au: number) => (): Promise<unknown> => askAt(palier, question, au);
    if (!isDeepStrictEqual(await now(), await past(instant)())) throw new Error(`${question.name} differs`);
    for (let round = -1; round < rounds; round += 1) {
      const again = {
        now: await cpuOf(() => repeat(now), 1),
        past: await cpuOf(() => repeat(past(instant)), 1),
      };
      let [firstNow, firstPast] = [0, 0];
      for (let time = 0; time < FIRST; time += 1) {
        await changeNothing(url);
        firstNow += await cpuOf(now, 1);
        instant += 1;
        firstPast += await cpuOf(past(instant), 1);
      }
      // The first round warms both up.
      if (round < 0) continue;
      figures.again.now.push(again.now / AGAIN);
      figures.again.past.push(again.past / AGAIN);
      figures.first.now.push(firstNow / FIRST);
      figures.first.past.push(firstPast / FIRST);
    }
    lines.push([question.name, ...renderPair(figures.again), ...renderPair(figures.first)]);
  }
  return renderTable(
    [['operation', 'again, now', 'at Palier-Au', 'ratio', 'first, now', 'at Palier-Au', 'ratio'], ...lines],
    1,
  );
}

async function repeat(work: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < AGAIN; time += 1) await work();
}

function renderPair({ now, past }: Figures['again']): string[] {
  const [a, b] = [medianOf(now), medianOf(past)];
  return [a.toFixed(1), b.toFixed(1), (b / a).toFixed(2)];
}

const askAt = (palier: Palier, question: Question, au: number): Promise<unknown> =>
  palier.ask(question.query, {
    variables: question.variables,
    headers: { 'palier-au': new Date(au).toISOString() },
  });

/** An instant after which some more have passed, each to be asked of once. */
async function settle(): Promise<number> {
  const instant = Date.now();
  await wait(1_000);
  return instant;
}

/** Whoever asks next reads everything again. */
async function changeNothing(url: string): Promise<void> {
  for (const [level, table] of [
    ['msss', 'territoire_clsc'],
    ['sante_quebec', 'campagne'],
    ['etablissements', 'mesure'],
  ])
    await query(url, `update ${level}.${table} set provenance = provenance where false`);
  await wait(50);
}
