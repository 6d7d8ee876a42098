import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { type House, openHouse } from '@palier/start/open-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotLocation } from '../house.ts';
import { PLANNING } from '../planning.ts';
import { DEMONSTRATED, variablesOf } from '../operation-variables.ts';
import { flatten, type FlatRow } from './flatten.ts';
import { readCsv, readParquet, type ReadTable, readWorkbook } from './read-files.ts';

const FOLDER = fileURLToPath(new URL('../../schema/operations', import.meta.url));
const NAMES = readdirSync(FOLDER).map((file) => file.replace(/\.graphql$/, ''));

let house: House;
let url = '';
/** An instant since which nothing was done. */
let past = '';

beforeAll(async () => {
  const data = { demonstration: 'CHARGEE' } as const;
  house = await openHouse({
    location: snapshotLocation(),
    data,
    planning: PLANNING,
    logLevel: 'error',
    operationsFolder: FOLDER,
  });
  ({ url } = await house.gateway.listen(0, '127.0.0.1'));
  past = new Date().toISOString();
});
afterAll(() => house.close());

const addressOf = (name: string, ending = '', more = ''): string =>
  `${url}/q/${name}${ending}?${[queryOf(name), more].filter(Boolean).join('&')}`;

const queryOf = (name: string): string =>
  Object.entries(variablesOf(name))
    .map(
      ([key, value]) =>
        `${key}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`,
    )
    .join('&');

async function get(address: string): Promise<Response> {
  // Both sides are here: to compress and to read it again is of other tests.
  const response = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
  if (response.status !== 200) throw new Error(`${address} : ${response.status} ${await response.text()}`);
  return response;
}

interface Answered {
  readonly data: unknown;
}

const isByPages = (name: string): boolean =>
  /\$after\b/.test(readFileSync(`${FOLDER}/${name}.graphql`, 'utf8'));

/** All that the graph answers, by the pages that a client would ask. */
async function askWhole(name: string): Promise<readonly unknown[]> {
  const pages: unknown[] = [];
  const isPaged = isByPages(name);
  let more = isPaged ? 'first=200' : '';
  for (;;) {
    const { data } = (await (await get(addressOf(name, '', more))).json()) as Answered;
    pages.push(data);
    const { hasNextPage, endCursor } = isPaged ? pageOf(data) : NO_PAGE;
    if (!hasNextPage) return pages;
    more = `first=200&after=${encodeURIComponent(endCursor)}`;
  }
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string;
}
const NO_PAGE: PageInfo = { hasNextPage: false, endCursor: '' };

/** Where the list that is read by pages ends, at the root of an answer or in one thing. */
function pageOf(data: unknown): PageInfo {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return NO_PAGE;
  const { pageInfo, ...others } = data as { readonly pageInfo?: PageInfo };
  if (pageInfo !== undefined) return pageInfo;
  return (
    Object.values(others)
      .map(pageOf)
      .find((page) => page !== NO_PAGE) ?? NO_PAGE
  );
}

interface Described {
  readonly demonstration: boolean;
  readonly tableaux: readonly {
    readonly nom: string;
    readonly colonnes: readonly { readonly nom: string; readonly type: string }[];
  }[];
}

const isOurs = (column: string): boolean => column.startsWith('palier.');

/** What the graph says, under the columns of a table. */
function expectedOf(
  pages: readonly unknown[],
  table: string,
  columns: readonly string[],
): readonly FlatRow[] {
  const own = columns.filter((column) => !isOurs(column));
  return pages
    .flatMap((page) => flatten(page, table.split('.')))
    .map((row) => Object.fromEntries(own.map((column) => [column, row[column] ?? null])));
}

const withoutOurs = ({ columns, rows }: ReadTable): readonly FlatRow[] =>
  rows.map((row) =>
    Object.fromEntries(
      columns.filter((column) => !isOurs(column)).map((column) => [column, row[column] ?? null]),
    ),
  );

const asTexts = (rows: readonly FlatRow[], decimal: string): readonly FlatRow[] => {
  const toText = (value: unknown): string =>
    typeof value === 'number' ? String(value).replace('.', decimal) : String(value);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, value === null ? null : toText(value)]),
    ),
  );
};

const holdsCells = (row: FlatRow): boolean => Object.values(row).some((cell) => cell !== null);

const STATUSES = ['_OBS_STATUS', '_CONF_STATUS'];

const toText = (value: unknown): string | null => {
  if (value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Workbooks and Parquet are read of each operation without the statuses: with them, of one operation in this many. */
const ONE_IN = 6;

async function readWithStatuses(name: string, query: string): Promise<readonly ReadTable[]> {
  const read = (ending: string): Promise<Response> => get(addressOf(name, ending, `${query}&statuts=1`));
  const { tableaux } = (await (await read('.json')).json()) as {
    tableaux: Readonly<Record<string, readonly FlatRow[]>>;
  };
  const objects = Object.values(tableaux)[0]!;
  const texts = [
    { columns: Object.keys(objects[0]!), rows: objects },
    readCsv(await (await read('.csv')).text()),
  ];
  if (NAMES.indexOf(name) % ONE_IN !== 0) return texts;
  const workbook = await readWorkbook(new Uint8Array(await (await read('.xlsx')).arrayBuffer()));
  const parquet = await readParquet(await (await read('.parquet')).arrayBuffer());
  return [...texts, [...workbook.values()][0]!, parquet];
}

/** `toEqual` takes seven times what it takes to see that two tables are the same: it says in what they are not. */
function expectSame(read: unknown, wanted: unknown, what?: string): void {
  if (!isDeepStrictEqual(read, wanted)) expect(read, what).toEqual(wanted);
}

describe.each(NAMES)('%s', (name) => {
  let pages: readonly unknown[];
  let described: Described;
  beforeAll(async () => {
    plain = new Map();
    pages = await askWhole(name);
    described = (await (await get(addressOf(name, '.metadata.json'))).json()) as Described;
  });

  let plain: ReadonlyMap<string, string>;
  /** The CSV of a table as it is without an option, read once. */
  const csvOf = async (query: string): Promise<string> => {
    const text = plain.get(query) ?? (await (await get(addressOf(name, '.csv', query))).text());
    plain = new Map([...plain, [query, text]]);
    return text;
  };

  const each = async (
    check: (table: string, columns: readonly string[], query: string) => Promise<void>,
  ): Promise<void> => {
    for (const { nom, colonnes } of described.tableaux)
      await check(
        nom,
        colonnes.map((colonne) => colonne.nom),
        `table=${nom}`,
      );
  };

  it('has rows to compare, and demonstration data that are said so', () => {
    expect(described.tableaux.length).toBeGreaterThan(0);
    for (const { nom, colonnes } of described.tableaux)
      expect(
        expectedOf(
          pages,
          nom,
          colonnes.map((colonne) => colonne.nom),
        ).length,
        nom,
      ).toBeGreaterThan(0);
    expect(described.demonstration).toBe(DEMONSTRATED.has(name));
  });

  it('is the same when it is read of the past, nothing having been done since', async () => {
    const asked = `au=${past}${isByPages(name) ? '&first=200' : ''}`;
    const { data } = (await (await get(addressOf(name, '', asked))).json()) as Answered;
    expectSame(data, pages[0]);
  });

  it('says in JSON what the graph says', async () => {
    const { tableaux, metadonnees } = (await (await get(addressOf(name, '.json'))).json()) as {
      readonly tableaux: Readonly<Record<string, readonly FlatRow[]>>;
      readonly metadonnees: Described;
    };
    expect(metadonnees.demonstration).toBe(described.demonstration);
    await each(async (table, columns) => {
      const rows = tableaux[table]!.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [
            key,
            Array.isArray(value) ? JSON.stringify(value) : value,
          ]),
        ),
      );
      expectSame(withoutOurs({ columns, rows }), expectedOf(pages, table, columns), table);
    });
  });

  it.each([
    ['', ','],
    ['bom=1&separateur=;&decimale=,', ';'],
  ])('says in CSV what the graph says, to the digit (%s)', async (form, delimiter) => {
    const decimal = form.includes('decimale') ? ',' : '.';
    await each(async (table, columns, query) => {
      const text =
        form === ''
          ? await csvOf(query)
          : await (await get(addressOf(name, '.csv', `${query}&${form}`))).text();
      const read = readCsv(text, delimiter);
      expect(read.columns).toEqual(columns);
      expectSame(withoutOurs(read), asTexts(expectedOf(pages, table, columns), decimal), table);
    });
  });

  it('says in a workbook what the graph says', async () => {
    await each(async (table, columns, query) => {
      const bytes = await (await get(addressOf(name, '.xlsx', query))).arrayBuffer();
      const [[, read]] = [...(await readWorkbook(new Uint8Array(bytes)))] as [[string, ReadTable]];
      expect(read.columns).toEqual(columns);
      // A workbook has no row of which nothing is said: that of a thing that is not there.
      const wanted = expectedOf(pages, table, columns).filter(holdsCells);
      expectSame(withoutOurs(read), wanted, table);
    });
  });

  it('says in Parquet what the graph says, and in the file where it comes from', async () => {
    await each(async (table, columns, query) => {
      const read = await readParquet(await (await get(addressOf(name, '.parquet', query))).arrayBuffer());
      expect(read.columns).toEqual(columns);
      expectSame(withoutOurs(read), expectedOf(pages, table, columns), table);
      expect((read.said as Described).tableaux.map(({ nom }) => nom)).toEqual([table]);
    });
  });

  it('says in SDMX-CSV what the graph says, each number with its two statuses, as other tables do when asked', async () => {
    await each(async (table, columns, query) => {
      const { rows, columns: read } = readCsv(await (await get(addressOf(name, '.sdmx.csv', query))).text());
      const wanted = expectedOf(pages, table, columns);
      const { colonnes } = described.tableaux.find(({ nom }) => nom === table)!;
      const numbers = colonnes.filter(({ type }) => /^(Int|Float)!?$/.test(type)).map(({ nom }) => nom);
      const id = (column: string): string => column.replaceAll('.', '_');
      expect(read.slice(0, 3)).toEqual(['STRUCTURE', 'STRUCTURE_ID', 'ACTION']);
      expect(read.length).toBe(3 + columns.length + 2 * numbers.length);
      expect(rows.length).toBe(wanted.length);
      const own = columns.filter((column) => !isOurs(column));
      // Cell by cell, an assertion each would take most of the time.
      const faults = rows.flatMap((row, at) => [
        ...own.flatMap((column) => {
          const [said, value] = [row[id(column)], wanted[at]![column]];
          return said === (value === null ? null : String(value)) ? [] : [{ at, column, said, value }];
        }),
        ...numbers.flatMap((column) => {
          const isMissing = wanted[at]![column] === null;
          const said = STATUSES.map((status) => row[`${id(column)}${status}`]);
          const isRight = (isMissing ? /^[LMOQ] [FC]$/ : /^[AEFP] [FC]$/).test(said.join(' '));
          return isRight ? [] : [{ at, column, said, value: wanted[at]![column] }];
        }),
      ]);
      expect(faults).toEqual([]);
      if (numbers.length === 0) return;
      for (const other of await readWithStatuses(name, query)) {
        const beside = columns.flatMap((column) =>
          numbers.includes(column) ? [column, ...STATUSES.map((status) => `${column}${status}`)] : [column],
        );
        expect(other.columns).toEqual(beside);
        const said = other.rows.map((row) =>
          Object.entries(row).map(([key, value]) => [id(key), toText(value)]),
        );
        const wantedTexts = rows.map((row) => beside.map((key) => [id(key), row[id(key)] ?? null]));
        expectSame(said, wantedTexts, table);
      }
    });
  });

  it('says in each row of each table which data are of demonstration', async () => {
    await each(async (table, _columns, query) => {
      const { rows } = readCsv(await csvOf(query));
      const unsaid = rows.filter(
        (row) =>
          Object.entries(row).some(([key, value]) => !isOurs(key) && value === 'DEMONSTRATION') &&
          !String(row['palier.origines']).split(' ').includes('DEMONSTRATION'),
      );
      expect(unsaid, table).toEqual([]);
    });
  });
});
