import pg from 'pg';

/** Hears what Postgres announces with `pg_notify`. */
export interface Ear {
  /** What was announced since the ear was opened, or opened again, is heard. */
  opened(): void;
  heard(payload: string): void;
  /** What is announced from now on may be missed, until `opened`. */
  closed(): void;
}

export interface Notifications {
  listen(channel: string, ear: Ear): Promise<void>;
  close(): Promise<void>;
}

/** A connection cut without a word is only known by asking. */
const PULSE_MS = 5_000;
const CONNECT_TIMEOUT_MS = 5_000;
const LONGEST_PAUSE_MS = 5_000;

/** Listens to a server over one connection of its own, opened at the first ear and again whenever it is lost. */
export function createServerNotifications(connectionString: string): Notifications {
  const ears = new Map<string, Ear[]>();
  let client: pg.Client | undefined;
  let pulse: NodeJS.Timeout | undefined;
  let retry: NodeJS.Timeout | undefined;
  let failures = 0;
  let closed = false;

  const all = (): Ear[] => [...ears.values()].flat();

  const lose = (lost: pg.Client): void => {
    if (client !== lost) return;
    client = undefined;
    clearInterval(pulse);
    void lost.end().catch(() => undefined);
    for (const ear of all()) ear.closed();
    if (closed) return;
    failures += 1;
    retry = setTimeout(
      () => {
        retry = undefined;
        void connect();
      },
      Math.min(100 * 2 ** failures, LONGEST_PAUSE_MS),
    ).unref();
  };

  const connect = async (): Promise<void> => {
    const opening = new pg.Client({
      connectionString,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    });
    client = opening;
    opening.on('error', () => lose(opening));
    opening.on('end', () => lose(opening));
    opening.on('notification', ({ channel, payload = '' }) =>
      ears.get(channel)?.forEach((ear) => ear.heard(payload)),
    );
    try {
      await opening.connect();
      for (const channel of ears.keys()) await opening.query(`listen ${opening.escapeIdentifier(channel)}`);
    } catch {
      lose(opening);
      return;
    }
    failures = 0;
    pulse = setInterval(() => {
      opening.query('select 1').catch(() => lose(opening));
    }, PULSE_MS).unref();
    for (const ear of all()) ear.opened();
  };

  return {
    async listen(channel, ear) {
      const isNew = !ears.has(channel);
      ears.set(channel, [...(ears.get(channel) ?? []), ear]);
      if (client === undefined && retry === undefined) return connect();
      const current = client;
      if (current === undefined) return;
      try {
        if (isNew) await current.query(`listen ${current.escapeIdentifier(channel)}`);
        ear.opened();
      } catch {
        lose(current);
      }
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      const current = client;
      if (current) lose(current);
    },
  };
}
