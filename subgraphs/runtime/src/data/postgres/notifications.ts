import pg from 'pg';

/** Hears what Postgres announces with `pg_notify`. */
export interface NotificationListener {
  /** What was announced since the listener was opened, or opened again, is heard. */
  opened(): void;
  heard(payload: string): void;
  /** What is announced from now on may be missed, until `opened`. */
  closed(): void;
}

export interface Notifications {
  listen(channel: string, listener: NotificationListener): Promise<void>;
  close(): Promise<void>;
}

/** A connection cut without a word is only known by asking. */
const PULSE_MS = 5_000;
const CONNECT_TIMEOUT_MS = 5_000;
const LONGEST_PAUSE_MS = 5_000;

/** Listens to a server over one connection of its own, opened at the first listener and again whenever it is lost. */
export function createServerNotifications(connectionString: string): Notifications {
  const listeners = new Map<string, NotificationListener[]>();
  let client: pg.Client | undefined;
  let pulse: NodeJS.Timeout | undefined;
  let retry: NodeJS.Timeout | undefined;
  let failures = 0;
  let closed = false;

  const all = (): NotificationListener[] => [...listeners.values()].flat();

  const lose = (lost: pg.Client): void => {
    if (client !== lost) return;
    client = undefined;
    clearInterval(pulse);
    void lost.end().catch(() => undefined);
    for (const listener of all()) listener.closed();
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
      listeners.get(channel)?.forEach((listener) => listener.heard(payload)),
    );
    try {
      await opening.connect();
      for (const channel of listeners.keys())
        await opening.query(`listen ${opening.escapeIdentifier(channel)}`);
    } catch {
      lose(opening);
      return;
    }
    failures = 0;
    pulse = setInterval(() => {
      opening.query('select 1').catch(() => lose(opening));
    }, PULSE_MS).unref();
    for (const listener of all()) listener.opened();
  };

  return {
    async listen(channel, listener) {
      const isNew = !listeners.has(channel);
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      if (client === undefined && retry === undefined) return connect();
      const current = client;
      if (current === undefined) return;
      try {
        if (isNew) await current.query(`listen ${current.escapeIdentifier(channel)}`);
        listener.opened();
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
