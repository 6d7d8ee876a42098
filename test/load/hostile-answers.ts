import { HEAVY_ANSWERS } from '@palier/gateway/testing/heavy-answers';
import { openHostileGraph } from '@palier/gateway/testing/hostile-subgraph';
import { renderTable } from '../markdown.ts';
import { measureLongestTurn } from './longest-turn.ts';

const WARMINGS = 3;
const TRIES = 5;

/** What a hundred kilobytes of nonsense from a level do to the loop, beside as much of a good answer. */
export async function renderHostileAnswers(): Promise<string> {
  const rows: string[][] = [];
  for (const [name, text] of Object.entries(HEAVY_ANSWERS)) {
    const turn = await turnOf(text);
    rows.push([name, `${Math.round(text.length / 1000)} kB`, `${turn.toFixed(1)} ms`]);
  }
  return renderTable([['answer of a level', 'size', 'longest turn'], ...rows]);
}

/** The median, in CPU of the loop's thread. */
async function turnOf(text: string): Promise<number> {
  const graph = await openHostileGraph(text);
  const turns: number[] = [];
  for (let rank = 0; rank < WARMINGS; rank += 1) await graph.ask('{ salut libre }');
  for (let rank = 0; rank < TRIES; rank += 1)
    turns.push(await measureLongestTurn(async () => void (await graph.ask('{ salut libre }'))));
  await graph.close();
  return turns.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? NaN;
}
