import { setTimeout as wait } from 'node:timers/promises';
import { namesOfLevel } from '@palier/calls/level-names';
import { sayInstantHere, sayInstantToTheSecond } from '@palier/calls/say-instant';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { clockOf, noteInstant } from '../data/clock.ts';
import { PalierError } from '../base/errors.ts';
import { toInstant } from '../base/instant.ts';
import { log } from '../base/log.ts';
import type { JOURNAL_TABLES } from '../journal/journal.migration.ts';
import { createKeptValues, type KeptValues, type Memory } from '../data/kept-values.ts';
import { isRemembered } from './keep-memory.ts';
import { type PastOfTable, type PastTables, readAt, readBefore, type Withheld } from './read-at.ts';
import { BY, ENDED_BY, pastOf, type RememberedTable, SINCE, UNTIL } from '../data/remembered-tables.ts';

/** What a level remembers, as it is read. */
export interface LevelMemory {
  /** From when on it remembers: before, nothing can be said. ISO 8601, in UTC. */
  readonly depuis: string;
  /** Another one once a part of the past was removed; nothing once the memory that was opened is no more. */
  epoque(): string | undefined;
  readonly tables: readonly RememberedTable[];
  /**
   * Waits until nothing more can be written at that instant, or before: from then on what is known of it never changes.
   * Raises INSTANT_HORS_MEMOIRE for one that is to come, or from before the memory; for any once that is no more.
   */
  settle(au: string): Promise<void>;
  /** The same database as it was known at that instant. */
  at<Tables>(database: Kysely<Tables>, au: string): Kysely<Tables>;
  /** The past of a table, as whoever follows it may read it. */
  former(table: string): RawBuilder<unknown>;
  /** What loaders have read at that instant: it holds whatever is written since, but for what is withheld. */
  keptAt(au: string): KeptValues;
  /** Drops what loaders have read: what is withheld may have changed. */
  dropKept(): void;
}

/** How the rows of the journal tell when they came; nodes of the tree say nothing by themselves. */
const JOURNAL_INSTANTS: Readonly<Record<(typeof JOURNAL_TABLES)[number], string | undefined>> = {
  journal: 'inscrit_le',
  journal_noeud: undefined,
  journal_point: 'signe_le',
  journal_contresignature: 'recue_le',
  journal_temoin: 'vu_le',
  journal_cle: 'depuis_le',
};

export interface LevelMemoryOptions {
  readonly database: Kysely<unknown>;
  readonly level: string;
  readonly withheld: Readonly<Record<string, Withheld>>;
  /** Tables that hold no facts. */
  readonly forgotten: readonly string[];
  /** Told once it is seen that what was opened is no more. */
  readonly onLost: () => void;
  /** What the values kept count in. */
  readonly memory?: Memory | undefined;
}

const WAIT_MS = 1_000;
/** How long what was found of the memory is taken to hold. */
const HOLDS_MS = 1_000;
/** Instants whose values are found again; those of the others go as any that nobody asks for. */
const MOST_INSTANTS = 256;

/** Opens the memory of a level whose tables are there, and keep it. */
export async function openLevelMemory(options: LevelMemoryOptions): Promise<LevelMemory> {
  const { database, level, withheld } = options;
  const { rows } = await sql<{ depuis: string; epoque: string; tables: RememberedTable[] }>`
    select depuis, epoque, tables from ${sql.table(`${level}.memoire`)}`.execute(database);
  const { tables, epoque, ...since } = rows[0]!;
  const depuis = toInstant(since.depuis);
  const past = await listPastTables(database, level, tables, withheld);
  const { isLost, refuseLost } = watchMemory(options, epoque);
  const waitForWriters = createQuietHour(database, level);
  let settled = 0;
  return {
    depuis,
    epoque: () => (isLost() ? undefined : epoque),
    tables,
    async settle(au) {
      if (au < depuis)
        throw new PalierError(
          'INSTANT_HORS_MEMOIRE',
          `La mémoire ${sayOfLevel(level)} commence le ${sayInstantToTheSecond(depuis)} (heure de Québec) : rien ne dit ce qui était connu avant.`,
          { memoireDepuis: depuis },
        );
      const instant = Date.parse(au);
      while (instant > settled) {
        const hour = await waitForWriters();
        const ahead = instant - hour;
        if (ahead > WAIT_MS)
          throw new PalierError(
            'INSTANT_HORS_MEMOIRE',
            `Le ${sayInstantHere(au)} est à venir : personne ne sait ce qui sera connu.`,
          );
        // An act just written may have the instant that comes.
        if (ahead > 0) await wait(ahead);
        else settled = Math.max(settled, hour);
      }
      await refuseLost();
    },
    at: (tablesNow, au) => readAt(tablesNow, level, past, au),
    former: (name) => {
      const table = tables.find((one) => one.name === name);
      if (table === undefined || withheld[name]?.instead === undefined)
        return sql.table(`${level}.${pastOf(name)}`);
      const columns = [...table.columns.map((column) => column.name), SINCE, BY, UNTIL, ENDED_BY];
      return sql.raw(
        `(${readBefore(level, name, { columns, key: table.key, withheld: withheld[name] })}) as passe`,
      );
    },
    ...keepByInstant(options.memory),
  };
}

/** Looks again whether the memory that was opened is there, once what was found of it is not taken to hold any more. */
function watchMemory({ database, level, forgotten, onLost }: LevelMemoryOptions, epoque: string) {
  let isLost = false;
  let lookedAt = performance.now();
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    if ((await isRemembered(database, { level, forgotten, epoque })) || isLost) return;
    isLost = true;
    log('warn', sayLost(level));
    onLost();
  };
  return {
    isLost: (): boolean => isLost,
    /**
     * What is written while a trigger is missing leaves no past, and whoever opens then begins the memory anew: this program would
     * read as known what was not, and find nothing where something was.
     */
    async refuseLost(): Promise<void> {
      if (!isLost && performance.now() - lookedAt > HOLDS_MS) {
        lookedAt = performance.now();
        looking = look();
        looking.catch(() => (lookedAt = -Infinity));
      }
      await looking;
      if (isLost) throw new PalierError('INSTANT_HORS_MEMOIRE', sayLost(level));
    },
  };
}

/** However many wait for a long write, they hold one connection: whoever comes later has the same hour. */
function createQuietHour(database: Kysely<unknown>, level: string): () => Promise<number> {
  let waiting: Promise<number> | undefined;
  return () =>
    (waiting ??= readQuietHour(database, level).finally(() => {
      waiting = undefined;
    }));
}

/**
 * @returns the hour at which nobody was writing, after which all is written that is not yet: it is noted, in turn, and no disk is
 * waited for, for nothing was written.
 */
const readQuietHour = (database: Kysely<unknown>, level: string): Promise<number> =>
  database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ clock: number }>`with turn as materialized (
        select pg_advisory_xact_lock_shared(hashtextextended(${`palier.journal.${level}`}, 0)),
          pg_advisory_xact_lock(hashtextextended(${`palier.instant.${level}`}, 0)),
          set_config('synchronous_commit', 'off', true))
      select ${noteInstant(level, clockOf(level))} as clock from turn`.execute(transaction);
    return rows[0]!.clock;
  });

function keepByInstant(memory: Memory | undefined): Pick<LevelMemory, 'keptAt' | 'dropKept'> {
  const kept = createKeptValues(memory);
  // What stands for a loader at an instant: keys are looked for as they are, and no text is made of both.
  const instants = new Map<string, Map<object, object>>();
  const storesAt = (au: string): Map<object, object> => {
    const stores = instants.get(au) ?? new Map<object, object>();
    instants.delete(au);
    instants.set(au, stores);
    const [oldest] = instants.keys();
    if (instants.size > MOST_INSTANTS && oldest !== undefined) instants.delete(oldest);
    return stores;
  };
  return {
    keptAt: (au) => {
      kept.touch();
      const stores = storesAt(au);
      const storeOf = (loader: object): object => {
        const known = stores.get(loader);
        if (known !== undefined) return known;
        const made = {};
        stores.set(loader, made);
        return made;
      };
      return {
        get: (loader, key) => kept.get(storeOf(loader), key),
        set: (loader, key, value) => kept.set(storeOf(loader), key, value),
        touch: kept.touch,
        // Those of other instants are kept with them.
        release: () => undefined,
      };
    },
    dropKept: () => instants.clear(),
  };
}

const sayOfLevel = (level: string): string => namesOfLevel(level)?.de ?? `du palier ${level}`;

const sayLost = (level: string): string =>
  `La mémoire ${sayOfLevel(level)} a recommencé, ou ne retient plus tout, depuis que ce programme est ouvert : il ne lit plus aucun instant passé. Redémarrez-le.`;

async function listPastTables(
  database: Kysely<unknown>,
  level: string,
  remembered: readonly RememberedTable[],
  withheld: LevelMemoryOptions['withheld'],
): Promise<PastTables> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select relname as name, array_agg(attname::text order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
    where relnamespace = ${level}::regnamespace and relkind = 'r' and relname ~ '^journal'
    group by relname`.execute(database);
  const journal = rows
    .filter(({ name }) => name in JOURNAL_INSTANTS)
    .map(({ name, columns }): [string, PastOfTable] => [
      name,
      { kind: 'ADDED', columns, when: JOURNAL_INSTANTS[name as keyof typeof JOURNAL_INSTANTS] },
    ]);
  const facts = remembered.map(({ name, columns, key }): [string, PastOfTable] => [
    name,
    { kind: 'REMEMBERED', columns: columns.map((column) => column.name), key, withheld: withheld[name] },
  ]);
  return new Map([...journal, ...facts]);
}
