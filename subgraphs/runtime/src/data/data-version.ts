import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { BUILD } from '../base/build.ts';
import { CHANNEL, readMarks } from './change-marks.ts';
import type { Database } from './database.ts';
import { toLocalDay } from '../base/local-day.ts';

/** What tells one state of a level's data from another: the same text, the same answers. */
export interface DataVersion {
  /** The version of what is read from now on, or an older one for a moment; nothing when it cannot be known. */
  current(): string | undefined;
  /** Reads it again: a change that ended before the call is in what it gives. Nothing when one is just being announced. */
  refresh(): Promise<string | undefined>;
  /** To be called after a write: nothing is known until it was read again, whether it was announced yet or not. */
  doubt(): void;
  /** Called whenever what `current` gives has changed. Returns what ends the listening. */
  onChange(listener: () => void): () => void;
}

const RETRY_MS = 1_000;

/**
 * A writer alone changes the data each millisecond: they are read once for several of its changes. What is answered meanwhile is not
 * kept, and would not have been for longer than that.
 */
const PAUSE_MS = 5;

/**
 * Follows the version of a level's data. `settings` gives whatever else changes its answers; the program itself counts too.
 * What comes before the dot changes with these alone: what is known of a past instant holds as long as it does.
 */
export async function followVersion(
  database: Database,
  level: string,
  settings: () => object,
): Promise<DataVersion> {
  const version = new FollowedVersion(database, level, settings);
  await version.listen();
  return version;
}

class FollowedVersion implements DataVersion {
  readonly #database: Database;
  readonly #level: string;
  readonly #settings: () => object;
  readonly #listeners = new Set<() => void>();
  #known: string | undefined;
  #hears = false;
  #announced = 0;
  #isReading = false;

  constructor(database: Database, level: string, settings: () => object) {
    this.#database = database;
    this.#level = level;
    this.#settings = settings;
  }

  async listen(): Promise<void> {
    let first: Promise<unknown> | undefined;
    await this.#database.listen(CHANNEL, {
      opened: () => {
        this.#hears = true;
        this.#changed();
        first = this.#read();
      },
      heard: (payload) => {
        if (payload === this.#level) this.doubt();
      },
      closed: () => {
        this.#hears = false;
        this.#changed();
      },
    });
    // Known from the first request on.
    await first;
    tellNewDay(() => this.#tell());
  }

  current(): string | undefined {
    return dated(this.#known);
  }

  async refresh(): Promise<string | undefined> {
    return dated(await this.#read());
  }

  doubt(): void {
    this.#changed();
    if (!this.#isReading) void this.#readUntilQuiet();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What was announced while it was read is read again by whoever heard it. */
  async #read(): Promise<string | undefined> {
    const before = this.#announced;
    try {
      const circumstances = digest(JSON.stringify([BUILD, this.#level, this.#settings()]));
      const marks = await readMarks(this.#database.kysely, this.#level);
      const version = `${circumstances}.${digest(`${circumstances} ${JSON.stringify(marks)}`)}`;
      if (!this.#hears || before !== this.#announced) return undefined;
      this.#become(version);
      return version;
    } catch {
      if (before === this.#announced) this.#become(undefined);
      setTimeout(() => void (before === this.#announced && this.#hears && this.#read()), RETRY_MS).unref();
      return undefined;
    }
  }

  /** However many times it is announced while it is waited for or read, it is read once more. */
  async #readUntilQuiet(): Promise<void> {
    this.#isReading = true;
    let before: number;
    do {
      await wait(PAUSE_MS, undefined, { ref: false });
      before = this.#announced;
      await this.#read();
    } while (before !== this.#announced && this.#hears);
    this.#isReading = false;
  }

  #changed(): void {
    this.#announced += 1;
    this.#become(undefined);
  }

  #become(version: string | undefined): void {
    if (version === this.#known) return;
    this.#known = version;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** What is due depends on the day it is in Québec: no answer outlives it. */
const dated = (version: string | undefined): string | undefined =>
  version && `${version}.${toLocalDay(new Date().toISOString())}`;

const HOUR_MS = 3_600_000;

/** A day begins in Québec at the hour, whichever it is in UTC. */
function tellNewDay(tell: () => void, day = toLocalDay(new Date().toISOString())): void {
  setTimeout(
    () => {
      const today = toLocalDay(new Date().toISOString());
      if (today !== day) tell();
      tellNewDay(tell, today);
    },
    HOUR_MS - (Date.now() % HOUR_MS) + 1,
  ).unref();
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
