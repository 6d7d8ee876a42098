import type { Kysely } from 'kysely';
import { readingOnce } from '../data/reading-once.ts';
import type { ReadingContext } from '../request/context.ts';

/**
 * What several acts of one request are judged by, read once for all of them; an act that is written makes it read again. Unlike what
 * a loader reads, it may be what another level holds: nobody else is answered by it.
 */
export function defineSharedReading<Key, Context extends ReadingContext, Value>(
  read: (context: Context, key: Key) => Promise<Value>,
): (context: Context, key: Key) => Promise<Value> {
  const self = {};
  return (context, key) => {
    const name = JSON.stringify(key);
    const readings = (context.loaders.get(self) ?? new Map()) as Map<string, Promise<Value>>;
    context.loaders.set(self, readings);
    const reading = readings.get(name) ?? read(context, key);
    readings.set(name, reading);
    return reading;
  };
}

const DATABASES = {};

/** The database by which the acts of a request are judged, where none is written. */
export function judgingDatabase<Tables>({ database, loaders }: ReadingContext<Tables>): Kysely<Tables> {
  const known = loaders.get(DATABASES) as Kysely<Tables> | undefined;
  if (known !== undefined) return known;
  const made = readingOnce(database);
  loaders.set(DATABASES, made);
  return made;
}
