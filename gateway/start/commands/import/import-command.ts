import type { SubgraphContext } from '@palier/runtime/context';
import type { SubgraphDefinition } from '@palier/runtime/subgraph';
import type { Kysely } from 'kysely';

/** One subcommand of `npm run import`. It may raise StartupError, one French line, for what cannot be done: exit code 1. */
export interface ImportCommand {
  /** How it is called, after « npm run import -- »: « texte DOCUMENT FICHIER ». */
  readonly usage: string;
  /** What it does, in one French line without a full stop. */
  readonly summary: string;
  /** Its options of one value each, beside `--essai`: what each says, in one French line, by its name. */
  readonly options?: Readonly<Record<string, string>>;
  /** @returns the exit code: 0 when it is done, 1 when something does not hold */
  run(call: ImportCall): Promise<number>;
}

/** What a subcommand is given. */
export interface ImportCall {
  /** What was typed after its name, options aside. */
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  /** `--essai`: whatever is written is undone. */
  readonly essai: boolean;
  /** Reads the base of a level, its tables brought to this version. Raises StartupError when the level is not there. */
  read<Value>(level: SubgraphDefinition, use: (database: Kysely<unknown>) => Promise<Value>): Promise<Value>;
  /** The same in one transaction, undone with `--essai` or when it raises. A program that serves this base forgets what it kept. */
  write<Value>(
    level: SubgraphDefinition,
    use: (transaction: Kysely<unknown>) => Promise<Value>,
  ): Promise<Value>;
  /**
   * Opens the level as a program that serves it does, for somebody of that level: what is written is an act of its journal. Raises
   * StartupError as `read` does.
   */
  act<Value>(
    level: SubgraphDefinition,
    auteur: string,
    use: (context: SubgraphContext) => Promise<Value>,
  ): Promise<Value>;
  /** Writes lines for people. What comes of a file is shown, never obeyed by the terminal. */
  say(line: string): void;
}
