import { createHash } from 'node:crypto';
import { BUILD } from '../base/build.ts';
import { CHANNEL, readMarks } from './change-marks.ts';
import type { Database } from './database.ts';
import { toLocalDay } from '../base/local-day.ts';
import { sendingAhead } from './postgres/sent-ahead.ts';

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
 * Follows the version of a level's data. `settings` gives whatever else changes its answers; the program itself counts too.
 * What comes before the dot changes with these alone: what is known of a past instant holds as long as it does.
 */
export async function followVersion(
  database: Database,
  level: string,
  settings: () => object,
): Promise<DataVersion> {
  const listeners = new Set<() => void>();
  let known: string | undefined;
  let hears = false;
  let announced = 0;

  const become = (version: string | undefined): void => {
    if (version === known) return;
    known = version;
    for (const listener of listeners) listener();
  };

  /** What was announced while it was read is read again by whoever heard it. */
  const read = async (): Promise<string | undefined> => {
    const before = announced;
    try {
      const circumstances = digest(JSON.stringify([BUILD, level, settings()]));
      // After each write, the same text.
      const marks = await readMarks(sendingAhead(database.kysely), level);
      const version = `${circumstances}.${digest(`${circumstances} ${JSON.stringify(marks)}`)}`;
      if (!hears || before !== announced) return undefined;
      become(version);
      return version;
    } catch {
      if (before === announced) become(undefined);
      setTimeout(() => void (before === announced && hears && read()), RETRY_MS).unref();
      return undefined;
    }
  };

  const changed = (): void => {
    announced += 1;
    become(undefined);
  };

  let reading: Promise<void> | undefined;
  /** However many times it is announced while it is read, it is read once more. */
  const readUntilQuiet = async (): Promise<void> => {
    let before: number;
    do {
      before = announced;
      await read();
    } while (before !== announced && hears);
    reading = undefined;
  };

  const doubt = (): void => {
    changed();
    reading ??= readUntilQuiet();
  };

  let first: Promise<unknown> | undefined;
  await database.listen(CHANNEL, {
    opened() {
      hears = true;
      changed();
      first = read();
    },
    heard(payload) {
      if (payload === level) doubt();
    },
    closed() {
      hears = false;
      changed();
    },
  });

  // Known from the first request on.
  await first;

  // What is due depends on the day it is in Québec: no answer outlives it.
  const dated = (version: string | undefined): string | undefined =>
    version && `${version}.${toLocalDay(new Date().toISOString())}`;
  tellNewDay(() => {
    for (const listener of listeners) listener();
  });

  return {
    current: () => dated(known),
    refresh: async () => dated(await read()),
    doubt,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

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
