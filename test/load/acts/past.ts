import { isDeepStrictEqual } from 'node:util';
import { type House, openHouse } from '@palier/start/open-house';
import { setTimeout as wait } from 'node:timers/promises';
import { renderTable } from '../../markdown.ts';
import { query as onServer } from '../../postgres.ts';
import { QUESTIONS } from '../dashboards/questions.ts';
import type { Question } from '../suite.ts';
import { medianOf } from './median.ts';
import { cpuOfServer, findServer } from './server-process.ts';

const AGAIN = 30;
const FIRST = 6;

export interface PastOptions {
  readonly url: string;
  readonly rounds: number;
}

type Figures = Record<'again' | 'first', Record<'now' | 'past', number[]>>;
type Work = () => Promise<unknown>;

/**
 * What a dashboard takes at a past instant and now, in turns, of this process and of the server: asked again, from what is kept of
 * the data; asked first, when they have just changed, or at an instant that nobody asked of. On the data of the demonstration.
 */
export async function measurePast({ url, rounds }: PastOptions): Promise<string> {
  const server = await findServer(url);
  const house = await openHouse({
    location: { kind: 'server', url },
    data: { demonstration: 'CHARGEE' },
    logLevel: 'error',
  });
  try {
    await house.consolidate();
    const lines: string[][] = [];
    for (const question of QUESTIONS) {
      const figures = await measureQuestion(house, question, { url, rounds, server });
      lines.push([question.name, ...renderPair(figures.again), ...renderPair(figures.first)]);
    }
    return renderTable([HEADER, ...lines], 1);
  } finally {
    await house.close();
  }
}

const HEADER = ['CPU ms', 'again, now', 'at Palier-Au', 'ratio', 'first, now', 'at Palier-Au', 'ratio'];

interface How extends PastOptions {
  readonly server: number | undefined;
}

async function measureQuestion(
  house: House,
  question: Question,
  { url, rounds, server }: How,
): Promise<Figures> {
  const cpuOf = async (work: Work): Promise<number> => {
    const [own, before] = [process.cpuUsage(), cpuOfServer(server)];
    await work();
    const { user, system } = process.cpuUsage(own);
    const serverMs = cpuOfServer(server) - before;
    // A server elsewhere is not counted.
    return (user + system) / 1_000 + (Number.isNaN(serverMs) ? 0 : serverMs);
  };
  const figures: Figures = { again: { now: [], past: [] }, first: { now: [], past: [] } };
  let instant = await settle();
  const now: Work = () => ask(house, question);
  const past =
    (au: number): Work =>
    () =>
      ask(house, question, new Date(au).toISOString());
  if (!isDeepStrictEqual(await now(), await past(instant)())) throw new Error(`${question.name} differs`);
  for (let round = -1; round < rounds; round += 1) {
    const againNow = await cpuOf(() => repeat(now));
    const againPast = await cpuOf(() => repeat(past(instant)));
    let [firstNow, firstPast] = [0, 0];
    for (let time = 0; time < FIRST; time += 1) {
      await changeNothing(url);
      firstNow += await cpuOf(now);
      instant += 1;
      firstPast += await cpuOf(past(instant));
    }
    // The first round warms both up.
    if (round < 0) continue;
    figures.again.now.push(againNow / AGAIN);
    figures.again.past.push(againPast / AGAIN);
    figures.first.now.push(firstNow / FIRST);
    figures.first.past.push(firstPast / FIRST);
  }
  return figures;
}

async function repeat(work: Work): Promise<void> {
  for (let time = 0; time < AGAIN; time += 1) await work();
}

function renderPair({ now, past }: Figures['again']): string[] {
  const [a, b] = [medianOf(now), medianOf(past)];
  return [a.toFixed(1), b.toFixed(1), (b / a).toFixed(2)];
}

async function ask({ gateway }: House, { query, variables }: Question, au?: string): Promise<unknown> {
  const { data, errors } = await gateway.execute({
    query,
    ...(variables && { variables }),
    ...(au !== undefined && { headers: { 'palier-au': au } }),
  });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

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
    await onServer(url, `update ${level}.${table} set provenance = provenance where false`);
  await wait(50);
}
