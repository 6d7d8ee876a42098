import { type Kysely, type Migration, sql } from 'kysely';
import { StartupError } from '../base/errors.ts';
import { log } from '../base/log.ts';
import { listPending, migrate } from '../data/birth.ts';
import { markChanges } from '../data/change-marks.ts';
import { sayRefusal } from '../data/folder/data-folder-fault.ts';
import { forbidChanges, forgetDemonstration } from '../journal/append-only.ts';
import { journalMigrations } from '../journal/journal.migration.ts';
import { lockingJournal } from '../journal/journal.queries.ts';
import {
  beginMemory,
  findMemory,
  isKept,
  keepMemory,
  type KeptMemory,
  restMemory,
} from '../memory/keep-memory.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import {
  applyDemonstration,
  type Demonstration,
  isOutdated,
  refuseBesideRealRows,
  refuseToLoseActes,
} from './demonstration.ts';

export interface SubgraphSettings {
  /** « ABSENTE » removes demonstration data, and is refused where people acted on them; « CHARGEE » loads it, marked as such in every answer. */
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
  readonly load: (database: Kysely<unknown>) => Promise<void>;
  /** What is made up where it is asked for. */
  readonly demonstration?: Demonstration;
}

/** Makes the tables of a level and loads what it knows at birth, as far as its role may. Raises StartupError. */
export async function prepareData(
  kysely: Kysely<unknown>,
  level: string,
  data: LevelData,
  settings: SubgraphSettings,
): Promise<void> {
  const { demonstration } = data;
  try {
    await refuseUnfit(kysely, level, data, settings);
    if (await mayPrepare(kysely, level)) {
      await makeTables(kysely, level, data);
      if (data.niveau !== undefined) {
        await forbidChanges(kysely, level);
        const isReplaced = settings.demonstration === 'CHARGEE' && (await isOutdated(kysely, level));
        await forgetDemonstration(kysely, level, isReplaced ? 'REMPLACEE' : settings.demonstration);
      }
      await markChanges(kysely, level);
    } else await requirePrepared(kysely, level, data);
    await data.load(kysely);
    if (demonstration) await applyDemonstration(kysely, level, demonstration, settings.demonstration);
    await beginMemory(kysely, level);
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(`Les données du palier ${level} n’ont pas pu être préparées : ${sayWhy(cause)}`, {
      cause,
    });
  }
}

type Tables = Pick<LevelData, 'migrations' | 'niveau' | 'forgotten'>;

/** All or nothing: what is refused, fails or is cut off leaves the tables, and what they remember, as they were. */
async function makeTables(kysely: Kysely<unknown>, level: string, tables: Tables): Promise<void> {
  const lost = await kysely.transaction().execute(async (transaction) => {
    // Of two programs that open, the other may have done it; and nobody writes meanwhile.
    await lockingJournal(level).execute(transaction);
    const isMade = await areMigrated(transaction, level, tables);
    const kept = toKept(level, tables);
    const found = await findMemory(transaction, kept);
    if (isMade && isKept(found, kept)) return [];
    if (found.shape !== undefined) await restMemory(transaction, level);
    for (const { migrations, history } of historiesOf(tables))
      await migrate(transaction, level, migrations, history);
    await keepMemory(transaction, kept, found);
    return found.lost;
  });
  if (lost.length > 0) sayLost(level, lost);
}

function sayLost(level: string, tables: readonly string[]): void {
  const message = `La mémoire du palier ${level} ne retenait plus rien de ${sayTables(tables)}, dont les déclencheurs manquaient : ce qui y a été changé entre-temps n’a pas été gardé. Elle recommence maintenant, et aucun instant d’avant ne se lit plus.`;
  log('warn', message);
}

const sayTables = (tables: readonly string[]): string =>
  `${tables.length} table${tables.length > 1 ? 's' : ''} (${tables.join(', ')})`;

/**
 * Raises StartupError for tables of a later program, for rows that somebody entered where the demonstration is asked for, and for
 * acts of people that would go with it; and changes nothing.
 */
export async function refuseUnfit(
  kysely: Kysely<unknown>,
  level: string,
  data: LevelData,
  settings: SubgraphSettings,
): Promise<void> {
  await areMigrated(kysely, level, data);
  if (data.demonstration) await refuseBesideRealRows(kysely, level, settings.demonstration);
  if (data.niveau !== undefined) await refuseToLoseActes(kysely, level, settings.demonstration);
}

/** Raises StartupError for tables of a former version, or that are remembered no more: nothing is written to know it. */
export async function requirePrepared(kysely: Kysely<unknown>, level: string, tables: Tables): Promise<void> {
  const isMade = await areMigrated(kysely, level, tables);
  const kept = toKept(level, tables);
  const { shape, lost } = await findMemory(kysely, kept);
  if (isMade && lost.length > 0)
    throw new StartupError(
      `La mémoire du palier ${level} ne retient plus rien de ${sayTables(lost)}, dont les déclencheurs manquent : « npm run base » la reprend, ou Palier quand il démarre.`,
    );
  if (!isMade || !isKept({ shape, lost }, kept))
    throw new StartupError(
      `Les tables du palier ${level} sont d’une version plus ancienne : « npm run base » les met à jour, ou Palier quand il démarre.`,
    );
}

/** Whether its tables are of this version. Raises StartupError for those of a later one, and changes nothing. */
async function areMigrated(kysely: Kysely<unknown>, level: string, tables: Tables): Promise<boolean> {
  const pending = [];
  for (const { migrations, history } of historiesOf(tables))
    pending.push(...(await listPending(kysely, level, migrations, history)));
  return pending.length === 0;
}

/** The migrations of its own tables, and those of its journal. */
const historiesOf = ({
  migrations,
  niveau,
}: Tables): readonly { readonly migrations: LevelData['migrations']; readonly history?: string }[] => [
  { migrations },
  ...(niveau === undefined ? [] : [{ migrations: journalMigrations, history: JOURNAL_HISTORY }]),
];

const toKept = (level: string, { migrations, forgotten = [] }: Tables): KeptMemory => ({
  level,
  migrations: Object.keys(migrations),
  forgotten,
});

const JOURNAL_HISTORY = 'kysely_migration_journal';

/** The role of a level may act in its schema, not make it: `npm run base` does. */
async function mayPrepare(kysely: Kysely<unknown>, level: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select has_schema_privilege(oid, 'CREATE') as may from pg_namespace where nspname = ${level}`.execute(
    kysely,
  );
  return rows[0]?.may ?? true;
}

function sayWhy(error: unknown): string {
  const refusal = sayRefusal(error);
  if (refusal !== undefined) return refusal;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === '42501')
    return 'cet utilisateur n’en a pas le droit. « npm run base » prépare cette base, avec l’adresse de qui l’administre.';
  return String(message).split('\n', 1)[0] ?? '';
}
