import type { ParseArgsConfig } from 'node:util';
import { StartupError } from '@palier/runtime/errors';
import { type Command, readArguments, type Terminal } from './run-command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Read<Own extends Options> = ReturnType<typeof readArguments<Own>>;

/** A command that proves something of a journal, or of receipts: 0 when everything holds, 1 when something does not. */
export interface ProofCommand<Own extends Options> {
  /** As it is typed after « npm run ». */
  readonly name: string;
  /** Its page, shown instead of doing anything. */
  help(terminal: Terminal): string;
  readonly options: Own;
  /** What failed, and what to do where the server does not let this user. */
  readonly failed: string;
  readonly denied: string;
  prove(
    terminal: Terminal,
    positionals: Read<Own>['positionals'],
    values: Read<Own>['values'],
  ): number | Promise<number>;
}

/** A call that is wrong, or a place that cannot be read, proves nothing: its exit code is 2. */
export function defineProof<const Own extends Options>({
  name,
  help,
  options,
  failed,
  denied,
  prove,
}: ProofCommand<Own>): Command {
  const refused = `Cette option n’existe pas : « npm run ${name} -- --aide » les donne.`;
  return {
    words: { failed, denied },
    failedCode: 2,
    run: (terminal) => {
      const { values, positionals } = readArguments(
        terminal.args,
        options,
        (cause) => new StartupError(refused, { cause }),
      );
      return 'aide' in values && values.aide === true ? help(terminal) : prove(terminal, positionals, values);
    },
  };
}
