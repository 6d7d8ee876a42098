import { toPrintable } from '@palier/gateway/base/printable';
import type { SubgraphDefinition } from '@palier/runtime/subgraph';
import type { Kysely } from 'kysely';
import type { ImportCall } from './import-command.ts';
import { openLevel } from './open-level.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** What a subcommand is given, on the base that the environment names. */
export function createCall(
  variables: Variables,
  { args, options, essai }: Pick<ImportCall, 'args' | 'options' | 'essai'>,
): ImportCall {
  const withLevel = async <Value>(
    level: SubgraphDefinition,
    use: (database: Kysely<unknown>) => Promise<Value>,
  ): Promise<Value> => {
    const database = await openLevel(variables, level);
    try {
      return await use(database.kysely);
    } finally {
      await database.close();
    }
  };
  return {
    args,
    options,
    essai,
    read: withLevel,
    write: (level, use) => withLevel(level, (database) => writeAtOnce(database, use, essai)),
    say: (lines) => {
      for (const line of lines.split('\n')) process.stdout.write(`${toPrintable(line)}\n`);
    },
  };
}

/** What undoes a transaction that went well. */
class Undone<Value> extends Error {
  readonly value: Value;
  constructor(value: Value) {
    super();
    this.value = value;
  }
}

async function writeAtOnce<Value>(
  database: Kysely<unknown>,
  use: (transaction: Kysely<unknown>) => Promise<Value>,
  isUndone: boolean,
): Promise<Value> {
  try {
    return await database.transaction().execute(async (transaction) => {
      const value = await use(transaction);
      if (isUndone) throw new Undone(value);
      return value;
    });
  } catch (error) {
    if (error instanceof Undone) return error.value as Value;
    throw error;
  }
}
