import { connect } from 'node:net';
import { SILENT } from '@palier/gateway/testing/loggers';
import { afterEach, describe, expect, it } from 'vitest';
import { type LongConnection, openLongConnection } from './long-connection.ts';
import { readCsv, readParquet, readWorkbook } from './read-files.ts';

const NO_CACHE = { cache: { bytes: 0, share: false }, logger: SILENT };

let long: LongConnection | undefined;
afterEach(() => long?.close());

const open = async (length: number): Promise<LongConnection> =>
  (long = await openLongConnection(length, NO_CACHE));

describe('a list read by pages', () => {
  it('is whole in every format, each row once', async () => {
    const { url, pages } = await open(2_345);
    const codes = (rows: readonly Readonly<Record<string, unknown>>[]) =>
      rows.map((row) => Number(row['valeurs.nodes.code']));
    const wanted = Array.from({ length: 2_345 }, (_, at) => at);
    const csv = readCsv(await (await fetch(`${url}/q/valeurs.csv`)).text());
    expect(codes(csv.rows)).toEqual(wanted);
    expect(pages()).toBe(5);
    expect(csv.rows.every((row) => row['palier.origines'] === 'DEMONSTRATION')).toBe(true);
    const workbook = await readWorkbook(
      new Uint8Array(await (await fetch(`${url}/q/valeurs.xlsx`)).arrayBuffer()),
    );
    expect(codes(workbook.get('valeurs.nodes')!.rows)).toEqual(wanted);
    const parquet = await readParquet(await (await fetch(`${url}/q/valeurs.parquet`)).arrayBuffer());
    expect(codes(parquet.rows)).toEqual(wanted);
    expect(parquet.said).toMatchObject({ demonstration: true, rangees: 2_345 });
    const json = (await (await fetch(`${url}/q/valeurs.json`)).json()) as {
      tableaux: Record<string, Record<string, unknown>[]>;
    };
    expect(codes(json.tableaux['valeurs.nodes']!)).toEqual(wanted);
  });

  it('is a page alone for who asks a page', async () => {
    const { url, pages } = await open(1_000);
    const first = readCsv(await (await fetch(`${url}/q/valeurs.csv?first=10`)).text());
    const next = readCsv(await (await fetch(`${url}/q/valeurs.csv?first=10&after=10`)).text());
    expect([first.rows.length, next.rows[0]?.['valeurs.nodes.code'], pages()]).toEqual([10, '0000010', 2]);
  });

  it('is asked no further than its reader reads', async () => {
    const { url, pages } = await open(1_000_000);
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    const head = new Promise<Buffer>((resolve) => socket.once('data', resolve));
    socket.write('GET /q/valeurs.csv HTTP/1.1\r\nhost: localhost\r\n\r\n');
    expect(/transfer-encoding: chunked/i.test(String(await head))).toBe(true);
    socket.pause();
    // What the sockets hold is filled, then nothing more is asked.
    let before = -1;
    await expect
      .poll(
        () => {
          const isStill = before === pages();
          before = pages();
          return isStill;
        },
        { interval: 500 },
      )
      .toBe(true);
    expect(pages()).toBeLessThan(1_000);
    socket.destroy();
    // Nor for a reader who left.
    const left = pages();
    expect((await fetch(`${url}/q/valeurs?first=1`)).status).toBe(200);
    expect(pages() - left).toBeLessThan(10);
  });

  it('is refused when somebody writes between two of its pages, before any of it was sent', async () => {
    const { url, write } = await open(2_000);
    write(3);
    const response = await fetch(`${url}/q/valeurs.csv`);
    const { errors } = (await response.json()) as { errors: { extensions: Record<string, unknown> }[] };
    expect([response.status, errors[0]?.extensions['code']]).toEqual([503, 'PAGES_DISPARATES']);
  });

  it('is cut when somebody writes once it is under way: no part is taken for the whole', async () => {
    const { url, pages, write } = await open(1_000_000);
    const response = await fetch(`${url}/q/valeurs.csv`);
    expect(response.status).toBe(200);
    write();
    await expect(response.text()).rejects.toThrow();
    expect(pages()).toBeLessThan(2_000);
  });

  it('tells what changed only where the past is remembered', async () => {
    const { url } = await open(10);
    const response = await fetch(`${url}/q/valeurs.csv?updatedAfter=2020-01-01`);
    const { errors } = (await response.json()) as { errors: { extensions: Record<string, unknown> }[] };
    expect([response.status, errors[0]?.extensions['code']]).toEqual([400, 'DIFFERENCE_IMPOSSIBLE']);
  });

  it('is not sent again while nobody writes', async () => {
    long = await openLongConnection(1_200, { logger: SILENT });
    const { url, pages, write } = long;
    const first = await fetch(`${url}/q/valeurs.csv`);
    await first.text();
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    const asked = pages();
    const again = await fetch(`${url}/q/valeurs.csv`, { headers: { 'if-none-match': etag } });
    expect([again.status, pages()]).toEqual([304, asked]);
    write();
    expect((await fetch(`${url}/q/valeurs.csv`, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });
});

describe('a file is known again', () => {
  const etagOf = async (path: string, headers = {}): Promise<string> => {
    const response = await fetch(`${long!.url}${path}`, { headers });
    await response.arrayBuffer();
    const etag = response.headers.get('etag') ?? '';
    expect(etag).toMatch(/^(?:W\/)?"/);
    return etag;
  };

  it('by the versions of its levels where they are written, and nowhere else', async () => {
    long = await openLongConnection(10, { logger: SILENT });
    const [csv, json] = [await etagOf('/q/valeurs.csv'), await etagOf('/q/valeurs.json')];
    expect([await etagOf('/q/valeurs.csv'), await etagOf('/q/valeurs.json')]).toEqual([csv, json]);
    long.write();
    expect(await etagOf('/q/valeurs.csv')).toBe(csv);
    expect(await etagOf('/q/valeurs.json')).not.toBe(json);
  });

  it('by what its operation says of itself', async () => {
    const etags = new Set<string>();
    for (const said of ['Un essai', 'Un autre']) {
      long = await openLongConnection(10, { logger: SILENT }, { said });
      etags.add(await etagOf('/q/valeurs.metadata.json'));
      await long.close();
      long = undefined;
    }
    expect(etags.size).toBe(2);
  });

  it('by who asks, when its first page alone was looked at', async () => {
    const forwardedHeaders = ['accept-language'];
    long = await openLongConnection(1_200, { logger: SILENT, forwardedHeaders });
    const french = await etagOf('/q/valeurs.csv', { 'accept-language': 'fr' });
    expect(french).toMatch(/^W/);
    expect(await etagOf('/q/valeurs.csv', { 'accept-language': 'fr' })).toBe(french);
    expect(await etagOf('/q/valeurs.csv', { 'accept-language': 'en' })).not.toBe(french);
  });
});

describe('who may ask', () => {
  it('is who may ask the full graph', async () => {
    long = await openLongConnection(10, { logger: SILENT, fullGraph: 'AUTHENTICATED' });
    for (const path of ['/q', '/q/valeurs', '/q/valeurs.csv'])
      expect((await fetch(`${long.url}${path}`)).status, path).toBe(401);
  });

  it('has the operations that clients may only ask when they are registered', async () => {
    long = await openLongConnection(10, { logger: SILENT, operationsAllowed: 'REGISTERED' });
    for (const ending of ['', '.csv', '.xlsx', '.json', '.parquet', '.sdmx.csv', '.metadata.json'])
      expect((await fetch(`${long.url}/q/valeurs${ending}`)).status, ending).toBe(200);
  });

  it('is told what is too much, and what to do', async () => {
    const work = { values: 1_000, bytes: 1_000_000_000, timeMs: 600_000, valuesAtOnce: 600_000 };
    long = await openLongConnection(1_000, { logger: SILENT, work });
    const response = await fetch(`${long.url}/q/valeurs.csv`);
    const { errors } = (await response.json()) as { errors: { extensions: Record<string, unknown> }[] };
    expect([response.status, errors[0]?.extensions['code']]).toEqual([400, 'TRAVAIL_EXCESSIF']);
    const { limite, compte, remede } = errors[0]!.extensions;
    expect([limite, remede]).toEqual([1_000, expect.stringContaining('pages')]);
    expect(compte).toBeGreaterThan(1_000);
  });
});
