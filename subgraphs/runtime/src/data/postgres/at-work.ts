import type { Socket } from 'node:net';
import pg from 'pg';
import { log } from '../../base/log.ts';

/** How long a server has to let somebody in, and then to say what one of its connections is at. */
const ANSWER_MS = 5_000;
/** Between two looks at a connection that says nothing. */
const LOOK_MS = 5_000;
/** At the first, what the server has just said may be on its way. */
const IDLE_LOOKS = 2;
/** What fails here, before any server is reached. */
const NOT_LOOKED_FOR: ReadonlySet<unknown> = new Set(['EAI_AGAIN', 'ENOTFOUND', 'EMFILE', 'ENFILE']);

/**
 * Waits for what a connection was asked, as long as the server is at work on it: however long a write takes, or waits for another,
 * it says nothing meanwhile. A connection over which nothing will come is ended, which fails all that it was asked.
 */
export async function whileAtWork<Answer>(
  answer: Promise<Answer>,
  stream: Pick<Socket, 'bytesRead' | 'destroy'>,
  isAtWork: () => Promise<boolean>,
): Promise<Answer> {
  let isAwaited = true;
  let read = stream.bytesRead;
  let idle = 0;
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    await lookOnce();
    isLooking = false;
  };
  const lookOnce = async (): Promise<void> => {
    const isHeard = stream.bytesRead !== read;
    read = stream.bytesRead;
    idle = isHeard || (await isAtWork()) ? 0 : idle + 1;
    if (!isAwaited || idle !== IDLE_LOOKS) return;
    log('error', 'PostgreSQL : une connexion ne dit plus rien ; elle est abandonnée');
    stream.destroy();
  };
  const looking = setInterval(() => void look(), LOOK_MS).unref();
  try {
    return await answer;
  } finally {
    isAwaited = false;
    clearInterval(looking);
  }
}

/** Whether a server is at what one of its connections was asked, as it says itself over another; never raises. */
export async function isAtWork(url: string, pid: number | undefined): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    // What it cannot hand over is lost as well; and it may be set not to say what its connections are at.
    const { rows } = await client.query(
      `select from pg_stat_activity
       where pid = $1 and coalesce(state, '') !~ '^idle' and wait_event is distinct from 'ClientWrite'`,
      [pid],
    );
    return rows.length > 0;
  } catch (error) {
    // A server that refuses is there, and has not said that it does nothing; one that was not looked for has not either.
    return error instanceof pg.DatabaseError || NOT_LOOKED_FOR.has((error as { code?: unknown }).code);
  } finally {
    void client.end().catch(() => undefined);
  }
}
