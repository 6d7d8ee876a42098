import process from 'node:process';
import { specifiedScalarTypes } from 'graphql';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { kill, listRunning, takeEnded, type Program } from './program.ts';

/** Loaded with each file of tests: no program outlives the test that started it, or the file when `beforeAll` did. */
let before: ReadonlySet<Program>;
/** A run that is killed leaves no worker, and so no program. */
const endWithRun = (): void => process.exit(1);
process.once('disconnect', endWithRun);
beforeEach(() => {
  before = new Set(listRunning());
  takeEnded();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') [...listRunning(), ...takeEnded()].forEach(tell);
  await Promise.all(
    listRunning()
      .filter((program) => !before.has(program))
      .map(kill),
  );
});
afterAll(async () => {
  process.off('disconnect', endWithRun);
  await Promise.all(listRunning().map(kill));
});

/** A subgraph with a scalar of its own under the name of a built-in one writes into that one, for every file that comes after. */
const builtIn = specifiedScalarTypes.map((type) => ({ type, own: { ...type } }));
afterAll(() => {
  for (const { type, own } of builtIn) Object.assign(type, own);
});

function tell({ name, said, wrote }: Program): void {
  process.stderr.write(`\n${name} had said:\n${said()}${wrote()}\n`);
}
