import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Birth, insertRows, loadBirth } from './birth.ts';
import { type Database, type DatabaseLocation, anyOf, askedBy, openDatabase } from './database.ts';

const server = process.env['DATABASE_URL'];
const locations: DatabaseLocation[] = [
  { kind: 'memory' },
  ...(server === undefined ? [] : [{ kind: 'server' as const, url: server }]),
];

describe.skipIf(server === undefined)('a statement on a server', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({ kind: 'server', url: server! });
  });
  afterAll(() => database.close());

  it('has the time that is left to whoever waits for it, and what a program does has all it takes', async () => {
    const waited = askedBy(database.kysely, { operation: {}, isGone: false, leftMs: 1_400 });
    const given = async (kysely: Database['kysely']) =>
      (await sql<{ statement_timeout: string }>`show statement_timeout`.execute(kysely)).rows[0]
        ?.statement_timeout;
    expect([await given(waited), await given(database.kysely), await given(waited)]).toEqual([
      '2s',
      '0',
      '2s',
    ]);
    expect(await database.kysely.transaction().execute(given)).toBe('0');
    const late = askedBy(database.kysely, { operation: {}, isGone: false, leftMs: 1 });
    await expect(sql`select pg_sleep(60)`.execute(late)).rejects.toMatchObject({
      extensions: { code: 'BASE_INDISPONIBLE' },
    });
  });

  it('may be waited for a minute within a transaction that writes, and no longer', async () => {
    const given = async (kysely: Database['kysely']) =>
      (
        await sql<{ given: string }>`
        select current_setting('idle_in_transaction_session_timeout') as given`.execute(kysely)
      ).rows[0]?.given;
    const reading = database.kysely.transaction().setIsolationLevel('repeatable read');
    expect(await given(database.kysely)).toBe('0');
    expect(await database.kysely.transaction().execute(given)).toBe('1min');
    expect(await reading.execute(given)).toBe('0');
    expect(await given(database.kysely)).toBe('0');
  });
});

describe.each(locations)('a $kind database', (location) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(location);
    await sql`drop schema if exists essai_runtime cascade`.execute(database.kysely);
    await sql`create schema essai_runtime`.execute(database.kysely);
  });

  afterAll(async () => {
    await sql`drop schema if exists essai_runtime cascade`.execute(database.kysely);
    await database.close();
  });

  it('gives the same JavaScript values whatever stands behind it', async () => {
    const { rows } =
      await sql`select 9007199254740991::int8 as grand, date '2026-03-23' as jour, interval '1 day' as duree,
      timestamptz '2026-03-23 10:00:00+00' = timestamptz '2026-03-23 10:00:00Z' as egal, '{"a":[1]}'::jsonb as json,
      array['x','y'] as textes, 1.5::float8 as reel, null::text as rien`.execute(database.kysely);
    expect(rows).toEqual([
      {
        grand: 9007199254740991,
        jour: '2026-03-23',
        duree: '1 day',
        egal: true,
        json: { a: [1] },
        textes: ['x', 'y'],
        reel: 1.5,
        rien: null,
      },
    ]);
  });

  it('refuses an integer that JavaScript would round', async () => {
    await expect(sql`select 9007199254740993::int8`.execute(database.kysely)).rejects.toThrow();
  });

  it('tells its listeners the statements, with one text whatever the batch', async () => {
    const texts: string[] = [];
    const stop = database.onStatement((text) => texts.push(text));
    await sql`select 1 where 'a' = ${anyOf(['a'])}`.execute(database.kysely);
    await sql`select 1 where 'a' = ${anyOf(['a', 'b', 'c'])}`.execute(database.kysely);
    stop();
    expect(new Set(texts).size).toBe(1);
  });

  it('tells its listeners nothing of a statement that is not run since nobody waits for it', async () => {
    const texts: string[] = [];
    const stop = database.onStatement((text) => texts.push(text));
    const gone = askedBy(database.kysely, { operation: {}, isGone: true, leftMs: 0 });
    await expect(sql`select 'gone'`.execute(gone)).rejects.toMatchObject({
      extensions: { code: 'BASE_INDISPONIBLE' },
    });
    await expect(sql`select 'wrong' from nowhere`.execute(database.kysely)).rejects.toThrow();
    stop();
    expect(texts).toEqual(["select 'wrong' from nowhere"]);
  });

  it('loses nothing when transactions meet, and undoes those that fail', async () => {
    await sql`create table essai_runtime.compte (n integer not null)`.execute(database.kysely);
    const add = (n: number) =>
      database.kysely.transaction().execute(async (transaction) => {
        await sql`insert into essai_runtime.compte values (${n})`.execute(transaction);
        if (n === 3) throw new Error('undone');
      });
    await Promise.allSettled([1, 2, 3, 4, 5].map(add));
    const { rows } = await sql<{ n: number }>`select n from essai_runtime.compte order by n`.execute(
      database.kysely,
    );
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 4, 5]);
  });

  describe('what a level knows at birth', () => {
    const folder = mkdtempSync(join(tmpdir(), 'palier-naissance-'));
    const data = pathToFileURL(`${folder}/`);
    const write = (content: string): void => writeFileSync(join(folder, 'faits.json'), content);
    const birth = (code: string) =>
      vi.fn(() => ({ fait: [{ code, provenance: { origine: 'TEXTE' }, mots: ['a', 'b'] }] }));
    const load = (readBirth: () => Birth, program?: string): Promise<void> =>
      loadBirth(database.kysely, 'essai_runtime', readBirth, data, program);
    const listCodes = async (): Promise<readonly string[]> => {
      const { rows } = await sql<{
        code: string;
      }>`select code from essai_runtime.fait order by code`.execute(database.kysely);
      return rows.map(({ code }) => code);
    };
    beforeAll(async () => {
      write('un');
      await sql`create table essai_runtime.fait (code text primary key, provenance jsonb, mots text[])`.execute(
        database.kysely,
      );
    });
    beforeEach(async () => {
      await sql`truncate essai_runtime.fait`.execute(database.kysely);
      await sql`drop table if exists essai_runtime.naissance`.execute(database.kysely);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it('is loaded once per version, and replaced when the files change', async () => {
      await load(birth('un'));
      await insertRows(database.kysely, 'essai_runtime', 'fait', [
        { code: 'ajout', provenance: null, mots: [] },
      ]);
      await load(birth('un'));
      expect(await listCodes()).toEqual(['ajout', 'un']);
      await load(birth('deux'));
      expect((await sql`select * from essai_runtime.fait`.execute(database.kysely)).rows).toEqual([
        { code: 'deux', provenance: { origine: 'TEXTE' }, mots: ['a', 'b'] },
      ]);
    });

    it('is not read again by the program that loaded it, while the files are as they were', async () => {
      await load(birth('un'), 'programme');
      const again = birth('un');
      await load(again, 'programme');
      expect(again).not.toHaveBeenCalled();
    });

    it('is read by another program once, which is noted when it makes the same of it', async () => {
      await load(birth('un'), 'programme');
      const other = birth('un');
      await load(other, 'autre programme');
      expect(other).toHaveBeenCalledOnce();
      const again = birth('un');
      await load(again, 'autre programme');
      expect(again).not.toHaveBeenCalled();
    });

    it('is read when a file changed, and replaced', async () => {
      await load(birth('un'), 'programme');
      write('deux');
      await load(birth('deux'), 'programme');
      expect(await listCodes()).toEqual(['deux']);
      write('un');
    });

    it('is read and replaced where the base has come to say that it holds another', async () => {
      await load(birth('un'), 'programme');
      await sql`update essai_runtime.naissance set version = 'autre'`.execute(database.kysely);
      await sql`update essai_runtime.fait set code = 'autre'`.execute(database.kysely);
      await load(birth('un'), 'programme');
      expect(await listCodes()).toEqual(['un']);
    });

    it('is known by whom a program of before had it loaded, which noted nothing of what it read', async () => {
      await load(birth('un'), 'programme');
      await sql`alter table essai_runtime.naissance drop column lu_de`.execute(database.kysely);
      await load(birth('un'), 'programme');
      const again = birth('un');
      await load(again, 'programme');
      expect(again).not.toHaveBeenCalled();
      expect(await listCodes()).toEqual(['un']);
    });
  });
});

describe('a folder', () => {
  it('keeps its rows from one opening to the next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'palier-dossier-'));
    const first = await openDatabase({ kind: 'folder', folder });
    await sql`create table garde (n integer)`.execute(first.kysely);
    await sql`insert into garde values (7)`.execute(first.kysely);
    await expect(openDatabase({ kind: 'folder', folder })).rejects.toThrow(/déjà ouvert/);
    await first.close();
    const second = await openDatabase({ kind: 'folder', folder });
    expect((await sql`select n from garde`.execute(second.kysely)).rows).toEqual([{ n: 7 }]);
    await second.close();
    // Without a query neither, it leaves nothing open.
    await (await openDatabase({ kind: 'folder', folder })).close();
    await (await openDatabase({ kind: 'folder', folder })).close();
    rmSync(folder, { recursive: true });
  });
});

describe('a server that does not answer', () => {
  it('is said in one French line that shows no address', async () => {
    const open = openDatabase({ kind: 'server', url: 'postgres://secret@127.0.0.1:9/x' });
    await expect(open).rejects.toThrow(/ne s’ouvre pas : rien n’écoute à cette adresse/);
    await expect(open).rejects.not.toThrow(/secret/);
    const named = openDatabase({
      kind: 'server',
      url: 'postgres://secret@127.0.0.1:9/x',
      givenBy: '« --vers »',
    });
    await expect(named).rejects.toThrow(/Vérifiez « --vers »\.$/);
  });
});

describe.runIf(server !== undefined)('a server that goes away', () => {
  it('is said as something to retry, and serves again when it is back', async () => {
    const url = new URL(server ?? '');
    const proxy = await openProxy(Number(url.port || 5432), url.hostname);
    url.port = String(proxy.port);
    const database = await openDatabase({ kind: 'server', url: url.href });
    await sql`select 1`.execute(database.kysely);
    await proxy.cut();
    // The first query may be the one that finds the connection dead; those after it find no server.
    await sql`select 1`.execute(database.kysely).catch(() => undefined);
    await expect(sql`select 1`.execute(database.kysely)).rejects.toMatchObject({
      extensions: { code: 'BASE_INDISPONIBLE', retryable: true },
    });
    await proxy.restore();
    await sql`select 1`.execute(database.kysely);
    await database.close();
    await proxy.cut();
  });
});

describe.runIf(server !== undefined)('a connection that falls silent', () => {
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let database: Database;
  beforeEach(async () => {
    const url = new URL(server ?? '');
    proxy = await openProxy(Number(url.port || 5432), url.hostname);
    url.port = String(proxy.port);
    database = await openDatabase({ kind: 'server', url: url.href });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await proxy.cut();
    await database.close();
  });

  /** Looks at what is waited for, one look after the other, until it is over. */
  const lookUntilOver = async (waited: Promise<unknown>): Promise<void> => {
    let isOver = false;
    const over = (): void => void (isOver = true);
    waited.then(over, over);
    while (!isOver) {
      vi.advanceTimersByTime(5_000);
      await wait(50);
    }
  };

  it.each([
    ['which the server answers', () => proxy.hush()],
    [
      'as the server does',
      () => {
        proxy.hush();
        proxy.refuse();
      },
    ],
  ])('is given up within a transaction, %s', async (_what, fall) => {
    const writing = database.kysely.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction);
      fall();
      await sql`select 2`.execute(transaction);
    });
    await lookUntilOver(writing);
    await expect(writing).rejects.toMatchObject({
      extensions: { code: 'BASE_INDISPONIBLE', retryable: true },
    });
    await proxy.restore();
    await sql`select 1`.execute(database.kysely);
  });

  it('is not given up while the server is at it, nor while it waits for another', async () => {
    const busy = sql`select pg_sleep(1)`.execute(database.kysely);
    await lookUntilOver(busy);
    await busy;
    const lock = sql`select pg_advisory_xact_lock(20)`;
    let next: Promise<unknown> | undefined;
    await database.kysely.transaction().execute(async (transaction) => {
      await lock.execute(transaction);
      next = database.kysely.transaction().execute((other) => lock.execute(other));
      await Promise.race([lookUntilOver(next), wait(1_000)]);
    });
    await next;
  });
});

/** Stands between us and the server, so that only our own connections are cut. */
async function openProxy(port: number, host: string) {
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const upstream = connect(port, host);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.pipe(upstream).pipe(client);
  });
  const listen = (at: number) => new Promise<void>((resolve) => proxy.listen(at, '127.0.0.1', resolve));
  await listen(0);
  const own = (proxy.address() as AddressInfo).port;
  return {
    port: own,
    cut: async () => {
      const closed = new Promise((resolve) => proxy.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    /** What is open stays so, and nothing goes through any more. */
    hush: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    /** What is open stays so, and nobody else comes in. */
    refuse: () => void proxy.close(),
    restore: async () => {
      if (!proxy.listening) await listen(own);
    },
  };
}
