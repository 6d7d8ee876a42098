import { type Kysely, type Migration, sql } from 'kysely';
import { StartupError } from '../base/errors.ts';
import { isMigrated, migrate } from '../data/birth.ts';
import { markChanges } from '../data/change-marks.ts';
import { sayRefusal } from '../data/folder/data-folder-fault.ts';
import { forbidChanges, forgetDemonstration } from '../journal/append-only.ts';
import { journalMigrations } from '../journal/journal.migration.ts';
import { beginMemory, keepMemory, restMemory } from '../memory/keep-memory.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';

export interface SubgraphSettings {
  /** « ABSENTE » removes demonstration data; « CHARGEE » loads it, marked as such in every answer. */
  readonly demonstration: 'CHARGEE' | 'ABSENTE';
}

/** What a level says of its tables. */
export interface LevelData {
  readonly migrations: Readonly<Record<string, Migration>>;
  /** The level whose journal it keeps; none for a subgraph that is no level of governance, where nobody acts. */
  readonly niveau?: CodePalier;
  /** Tables that hold no facts, read at whatever instant as they are now. */
  readonly forgotten?: readonly string[];
  /** Loads what this level knows at birth. */
  readonly load: (database: Kysely<unknown>, settings: SubgraphSettings) => Promise<void>;
}

/** Makes the tables of a level and loads what it knows at birth, as far as its role may. Raises StartupError. */
export async function prepareData(
  kysely: Kysely<unknown>,
  level: string,
  { migrations, niveau, load, forgotten = [] }: LevelData,
  settings: SubgraphSettings,
): Promise<void> {
  try {
    if (await mayPrepare(kysely, level)) {
      const kept = { level, migrations: Object.keys(migrations), forgotten };
      await restMemory(kysely, kept);
      await migrate(kysely, level, migrations);
      if (niveau !== undefined) await migrate(kysely, level, journalMigrations, JOURNAL_HISTORY);
      await keepMemory(kysely, kept);
      if (niveau !== undefined) {
        await forbidChanges(kysely, level);
        await forgetDemonstration(kysely, level, settings.demonstration);
      }
      await markChanges(kysely, level);
    } else await requirePrepared(kysely, level, { migrations, niveau });
    await load(kysely, settings);
    await beginMemory(kysely, level);
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(`Les données du palier ${level} n’ont pas pu être préparées : ${sayWhy(cause)}`, {
      cause,
    });
  }
}

/** Raises StartupError for tables of a former version: nothing is written to know it. */
export async function requirePrepared(
  kysely: Kysely<unknown>,
  level: string,
  {
    migrations,
    niveau,
  }: Pick<LevelData, 'migrations'> & { readonly niveau: LevelData['niveau'] | undefined },
): Promise<void> {
  await requireMigrated(kysely, level, migrations);
  if (niveau !== undefined) await requireMigrated(kysely, level, journalMigrations, JOURNAL_HISTORY);
}

const JOURNAL_HISTORY = 'kysely_migration_journal';

/** The role of a level may act in its schema, not make it: `npm run base` does. */
async function mayPrepare(kysely: Kysely<unknown>, level: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select has_schema_privilege(oid, 'CREATE') as may from pg_namespace where nspname = ${level}`.execute(
    kysely,
  );
  return rows[0]?.may ?? true;
}

async function requireMigrated(
  kysely: Kysely<unknown>,
  level: string,
  migrations: LevelData['migrations'],
  history?: string,
): Promise<void> {
  if (!(await isMigrated(kysely, level, migrations, history)))
    throw new StartupError(
      `Les tables du palier ${level} sont d’une version plus ancienne : « npm run base » les met à jour, ou Palier quand il démarre.`,
    );
}

function sayWhy(error: unknown): string {
  const refusal = sayRefusal(error);
  if (refusal !== undefined) return refusal;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === '42501')
    return 'cet utilisateur n’en a pas le droit. « npm run base » prépare cette base, avec l’adresse de qui l’administre.';
  return String(message).split('\n', 1)[0] ?? '';
}
