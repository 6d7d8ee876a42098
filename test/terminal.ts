import { Writable } from 'node:stream';
import { type Command, runAt } from '@palier/start/commands/run-command';
import { startProgram } from './program.ts';

interface Call {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** How a command ended, and all it said. */
interface Outcome {
  readonly exit: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command here, as its program runs it once it is started: a process for each call takes a second of a processor. */
export async function runCommandHere(command: Command, { args = [], env = {} }: Call): Promise<Outcome> {
  const [stdout, stderr] = [collect(), collect()];
  const exit = await runAt({ args, variables: env, stdout: stdout.stream, stderr: stderr.stream }, command);
  return { exit, stdout: stdout.text(), stderr: stderr.text() };
}

/** Runs it as people do, by its program. */
export async function runCommandProgram(path: string, call: Call): Promise<Outcome> {
  const program = startProgram(path, call);
  return { exit: await program.ended, stdout: program.wrote(), stderr: program.said() };
}

function collect() {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return { stream, text: () => text };
}
