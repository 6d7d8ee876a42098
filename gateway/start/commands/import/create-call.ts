import type { Database } from '@palier/runtime/database';
import { readDataEnvironment } from '@palier/runtime/environment';
import { StartupError } from '@palier/runtime/errors';
import type { Identity } from '@palier/calls/identity';
import { holdsPrivateKey, openKeyFolder } from '@palier/runtime/journal/journal-keys';
import { findSettings } from '@palier/runtime/level/replay-journal';
import type { SubgraphDefinition } from '@palier/runtime/subgraph';
import type { Kysely } from 'kysely';
import type { ImportCall } from './import-command.ts';
import { type Terminal, writeLines } from '../run-command.ts';
import { openLevel } from './open-level.ts';

/** What a subcommand is given, on the base that the variables name. */
export function createCall(
  { variables, stdout }: Terminal,
  { args, options, essai }: Pick<ImportCall, 'args' | 'options' | 'essai'>,
): ImportCall {
  const withLevel = async <Value>(
    level: SubgraphDefinition,
    use: (database: Database) => Promise<Value>,
  ): Promise<Value> => {
    const database = await openLevel(variables, level, essai);
    try {
      return await use(database);
    } finally {
      await database.close();
    }
  };
  return {
    args,
    options,
    essai,
    read: (level, use) => withLevel(level, ({ kysely }) => use(kysely)),
    write: (level, use) => withLevel(level, ({ kysely }) => writeAtOnce(kysely, use, essai)),
    act: (level, auteur, use) =>
      withLevel(level, async (database) => {
        const { keysFolder } = readDataEnvironment(variables, level.name);
        refuseForeignKeys(level, keysFolder);
        const settings = await findSettings(database.kysely, level.level);
        const subgraph = await level.open(database, settings, {
          keys: openKeyFolder(keysFolder),
          isPrepared: true,
        });
        return use(subgraph.createContext(memberOf(level, auteur)));
      }),
    say: (lines) => writeLines(stdout, lines.split('\n')),
  };
}

/** What is imported is signed by the key of its level: one made here would be known to nobody. */
function refuseForeignKeys({ name, niveau }: SubgraphDefinition, folder: string): void {
  if (niveau === undefined || holdsPrivateKey(folder, niveau)) return;
  throw new StartupError(
    `${folder} n’a pas la clé qui signe le journal du palier ${name} : un import est un acte, et une autre clé ne serait reconnue de personne. PALIER_CLES dit où elle est ; démarrez Palier une fois s’il n’a jamais servi cette base.`,
  );
}

/** Whoever runs the program may do whatever the level may: the base is theirs. */
const memberOf = ({ niveau }: SubgraphDefinition, auteur: string): Identity => ({
  subject: auteur,
  palier: niveau,
  etablissement: undefined,
  scopes: new Set(),
  policies: new Set(),
});

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
