import { setImmediate as turn } from 'node:timers/promises';
import type { Pages } from './read-pages.ts';
import type { Leaf } from '../operation/shape.ts';
import type { Cell, Column, Row, Table } from '../operation/tables.ts';
import type { Source } from '../operation/with-sources.ts';

/** A row of a file, whatever its format. */
export interface FileRow {
  readonly cells: readonly Cell[];
  readonly statuses: Row['statuses'];
  readonly sources: readonly Source[];
  /** Of a difference alone. */
  readonly action: Action | undefined;
}

export type Action = 'AJOUTEE' | 'RETIREE';

/** A table as it is written: its own columns, then where its facts come from. */
export interface FileTable {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Some at a time. May be asked again. */
  rows(): AsyncGenerator<readonly FileRow[]>;
  /** Paths of those of its lists that are not whole, once its rows were read. */
  readonly cuts: ReadonlySet<string>;
}

/** A column of texts that no operation asks. */
export const ownColumn = (name: string, description: string): Column => {
  const leaf: Leaf = { kind: 'LEAF', cell: 'TEXTE', type: 'String', description, values: undefined };
  return { ...leaf, name, status: undefined };
};

export const ACTION = ownColumn(
  'palier.action',
  'AJOUTEE : la ligne est de maintenant et n’était pas connue alors. RETIREE : elle était connue et n’est plus. Une ligne changée est retirée, puis ajoutée.',
);
const ORIGINS = ownColumn(
  'palier.origines',
  'Nature des sources de la ligne (type Origine) ; DEMONSTRATION dès qu’une donnée y est fictive.',
);
const CITATIONS = ownColumn(
  'palier.sources',
  'Ce que citent les faits de la ligne : document, section, lignes ; plusieurs sont séparés par « ; ».',
);

/** What the rows written so far cite. */
export class SeenSources {
  readonly #found = new Map<string, { readonly source: Source; rows: number }>();
  rows = 0;
  isDemonstration = false;
  /** Whether some are left out. */
  isCut = false;

  note(sources: readonly Source[]): void {
    for (const source of new Map(sources.map((source) => [keyOf(source), source])).values()) {
      const key = keyOf(source);
      const known = this.#found.get(key);
      if (source.origine === 'DEMONSTRATION') this.isDemonstration = true;
      if (known) known.rows += 1;
      else if (this.#found.size < MOST_SOURCES) this.#found.set(key, { source, rows: 1 });
      else this.isCut = true;
    }
  }

  get list(): readonly { readonly source: Source; readonly rows: number }[] {
    return [...this.#found.values()];
  }
}

/** Documents have some thousands of lines. */
export const MOST_SOURCES = 10_000;

const keyOf = ({ origine, ...source }: Source): string => `${origine} ${cite(source)}`;

/** « 003 II.A L778-788 », « pop_ref 2023 »; nothing where nothing is cited. */
const cite = ({ document, section, lignes }: Omit<Source, 'origine'>): string =>
  [document?.code, section, lignes].filter(Boolean).join(' ');

/** Rows that are made before others have their turn. */
const BATCH = 500;

export function toFileTable(table: Table, pages: Pages): FileTable {
  const cuts = new Set<string>();
  const followed = new Set(pages.isLong(table.name) ? pages.lists : []);
  return {
    name: table.name,
    columns: [...table.columns, ORIGINS, CITATIONS],
    cuts,
    async *rows() {
      let batch: FileRow[] = [];
      for await (const page of pages.data(table.name)) {
        for (const path of table.cutsOf(page)) if (!followed.has(path)) cuts.add(path);
        for (const row of table.rowsOf(page)) {
          batch.push(toFileRow(row));
          if (batch.length < BATCH) continue;
          yield batch;
          batch = [];
          await turn();
        }
      }
      if (batch.length > 0) yield batch;
    },
  };
}

/** The same, what its rows cite being noted as they are written. */
export function noting(table: FileTable, seen: SeenSources): FileTable {
  return {
    ...table,
    async *rows() {
      for await (const batch of table.rows()) {
        seen.rows += batch.length;
        for (const { sources } of batch) seen.note(sources);
        yield batch;
      }
    },
  };
}

/** Makes its rows, and keeps none: what they cite is then known. */
export async function readThrough({ rows }: FileTable): Promise<void> {
  const batches = rows();
  while (!(await batches.next()).done);
}

function toFileRow({ cells, statuses, sources }: Row): FileRow {
  const origins = new Set(sources.map(({ origine }) => origine));
  const citations = new Set(sources.map(cite).filter((text) => text !== ''));
  return {
    cells: [...cells, [...origins].join(' ') || null, [...citations].join('; ') || null],
    statuses,
    sources,
    action: undefined,
  };
}
