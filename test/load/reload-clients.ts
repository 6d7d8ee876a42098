import { setTimeout as wait } from 'node:timers/promises';

/** Clients of a gateway that reloads, in a process of their own: they ask until told to stop, then say how it went. */
const [url = '', query = '', expected = ''] = process.argv.slice(2);
const CLIENTS = 4;
const PAUSE_MS = 5;
const tally = { right: 0, wrong: 0 };
let isOver = false;

async function ask(): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.status === 200 && (await response.text()) === expected;
}

async function keepAsking(): Promise<void> {
  while (!isOver) {
    tally[(await ask().catch(() => false)) ? 'right' : 'wrong'] += 1;
    await wait(PAUSE_MS);
  }
}

process.once('message', () => (isOver = true));
// Whoever measures has died.
process.once('disconnect', () => process.exit(1));
await Promise.all(Array.from({ length: CLIENTS }, keepAsking));
process.send?.(tally, () => process.exit(0));
