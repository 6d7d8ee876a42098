import { isRecord } from '@palier/gateway/base/records';
import { writeJson } from '@palier/calls/json/write-json';
import type { CellKind, Leaf, Shape } from './shape.ts';
import { pageOf, sourcesOf, statusOf, type Source } from './with-sources.ts';

export interface Column extends Leaf {
  /** Path of the leaf in the answer, with dots: « territoiresClsc.nodes.region.code ». */
  readonly name: string;
  /** Where the row says what a number is worth. */
  readonly status: number | undefined;
}

export type Cell = string | number | bigint | boolean | object | null;

export interface Row {
  readonly cells: readonly Cell[];
  readonly sources: readonly Source[];
  /** Statuses of figures, natures of populations: see `Column.status`. Null where what would hold the figure is not there. */
  readonly statuses: readonly (string | null | undefined)[];
}

/**
 * A table of an answer: its rows are the elements of its deepest list, each with what is said around it. An empty list
 * gives one row, whose cells of the list are empty.
 */
export interface Table {
  /** Path of its list, with dots; of an answer without a list, that of its first field. */
  readonly name: string;
  readonly columns: readonly Column[];
  rowsOf(data: unknown): Generator<Row>;
  /** Paths of those of its lists of which there is more than the page that was read. */
  cutsOf(data: unknown): ReadonlySet<string>;
}

/** One table a longest path of lists, in the order of the operation: lists side by side are tables of their own. */
export function tablesOf(shape: Shape): readonly Table[] {
  const chains = chainsOf(shape, []);
  const [first = ''] = shape.fields.keys();
  if (chains.length === 0) return [toTable(first, shape, [])];
  return chains.map((chain) => toTable(chain.join('.'), shape, chain));
}

type Path = readonly string[];

/** The paths of the lists that hold no other list. */
function chainsOf(shape: Shape, path: Path): readonly Path[] {
  return [...shape.fields].flatMap(([key, field]) => {
    if (field.kind === 'LEAF') return [];
    const here = [...path, key];
    const inside = chainsOf(field, here);
    return inside.length === 0 && field.kind === 'LIST' ? [here] : inside;
  });
}

/** What is read of one object, or of each element of a list. */
interface Reading {
  readonly leaves: readonly { readonly key: string; readonly column: number; readonly cell: CellKind }[];
  readonly objects: readonly Inner[];
  /** The list of the table, or the object that it is below. */
  readonly onPath: (Inner & Pick<Shape, 'kind' | 'isOfConnection'>) | undefined;
  /** Where a row says what its numbers are worth, by the marks that say it. */
  readonly statuses: ReadonlyMap<string | undefined, number>;
}

interface Inner {
  readonly key: string;
  readonly reading: Reading;
}

/** Laid out once it is looked at: a file may have one of a thousand. */
function toTable(name: string, shape: Shape, chain: Path): Table {
  let laid: LaidOut | undefined;
  const layOut = (): LaidOut => (laid ??= toLaidOut(shape, chain));
  return {
    name,
    get columns() {
      return layOut().columns;
    },
    rowsOf(data) {
      const { reading, columns } = layOut();
      return expand(reading, data, { cells: columns.map(() => null), statuses: [] }, []);
    },
    cutsOf(data) {
      const cuts = new Set<string>();
      noteCuts(layOut().reading, data, '', cuts);
      return cuts;
    },
  };
}

interface LaidOut {
  readonly reading: Reading;
  readonly columns: readonly Column[];
}

function toLaidOut(shape: Shape, chain: Path): LaidOut {
  const layout: Layout = { columns: [], statuses: 0 };
  const reading = toReading(shape, chain, '', layout);
  return { reading, columns: layout.columns };
}

interface Layout {
  readonly columns: Column[];
  statuses: number;
}

/** How many fields are looked at to lay all its tables out; said in time linear in it, before any is. */
export const countFields = (shape: Shape): number => measure(shape).fields;

interface Measured {
  readonly tables: number;
  readonly fields: number;
  /** What a table that is elsewhere looks at of it. */
  readonly around: number;
}

function measure(shape: Shape): Measured {
  const inner = [...shape.fields.values()].map((field) => (field.kind === 'LEAF' ? LEAF : measure(field)));
  const tables = inner.reduce((sum, one) => sum + one.tables, 0);
  const around = inner.reduce((sum, one) => sum + one.around, 0);
  const fields = inner.reduce((sum, one) => sum + one.fields + one.tables * (around - one.around + 1), 0);
  if (shape.kind === 'OBJECT') return { tables, fields, around: around + 1 };
  return tables === 0 ? { tables: 1, fields: around, around: 1 } : { tables, fields, around: 1 };
}

const LEAF: Measured = { tables: 0, fields: 0, around: 1 };

function toReading(shape: Shape, chain: Path, prefix: string, layout: Layout): Reading {
  const { columns } = layout;
  const statuses = new Map<string | undefined, number>();
  const statusAt = ({ statusMark }: Leaf): number => {
    const at = statuses.get(statusMark) ?? layout.statuses++;
    statuses.set(statusMark, at);
    return at;
  };
  const leaves: Reading['leaves'][number][] = [];
  const objects: Inner[] = [];
  let onPath: Reading['onPath'];
  for (const [key, field] of shape.fields) {
    const name = `${prefix}${key}`;
    if (field.kind === 'LEAF') {
      leaves.push({ key, column: columns.length, cell: field.cell });
      columns.push({ ...field, name, status: isNumber(field) ? statusAt(field) : undefined });
    } else if (chain[0] === key) {
      const { kind, isOfConnection } = field;
      onPath = { key, kind, isOfConnection, reading: toReading(field, chain.slice(1), `${name}.`, layout) };
    } else if (field.kind === 'OBJECT') {
      objects.push({ key, reading: toReading(field, [], `${name}.`, layout) });
    }
  }
  return { leaves, objects, onPath, statuses };
}

const isNumber = ({ cell }: Leaf): boolean => cell === 'ENTIER' || cell === 'NOMBRE';

/** The row that is being filled. */
interface Filling {
  readonly cells: Cell[];
  readonly statuses: (string | null | undefined)[];
}

function* expand(
  reading: Reading,
  value: unknown,
  row: Filling,
  around: readonly Source[],
): Generator<Row, void, undefined> {
  const sources = [...around];
  fill(reading, value, row, sources);
  const { onPath } = reading;
  if (!onPath) {
    yield { cells: [...row.cells], statuses: [...row.statuses], sources };
    return;
  }
  const inner = isRecord(value) ? value[onPath.key] : undefined;
  const items = onPath.kind === 'LIST' ? toItems(inner) : [inner];
  for (const item of items) yield* expand(onPath.reading, item, row, sources);
}

function noteCuts({ onPath }: Reading, value: unknown, prefix: string, cuts: Set<string>): void {
  if (!onPath || !isRecord(value)) return;
  const path = `${prefix}${onPath.key}`;
  const { hasNextPage, hasPreviousPage } = pageOf(value);
  if (onPath.isOfConnection && (hasNextPage === true || hasPreviousPage === true)) cuts.add(path);
  // Nothing below the deepest list is a page.
  if (!onPath.reading.onPath) return;
  const inner = value[onPath.key];
  const items = onPath.kind === 'LIST' ? toItems(inner) : [inner];
  for (const item of items) noteCuts(onPath.reading, item, `${path}.`, cuts);
}

/** An empty list, or one that is not there, is a row where nothing of it is said. */
function toItems(list: unknown): readonly unknown[] {
  const items = Array.isArray(list) ? (list.flat(Infinity) as unknown[]) : [];
  return items.length === 0 ? [undefined] : items;
}

function fill({ leaves, objects, statuses }: Reading, value: unknown, row: Filling, sources: Source[]): void {
  const holder = isRecord(value) ? value : undefined;
  if (holder) sources.push(...sourcesOf(holder));
  for (const { key, column, cell } of leaves) row.cells[column] = toCell(holder?.[key], cell);
  for (const [mark, at] of statuses) row.statuses[at] = holder ? statusOf(holder, mark) : null;
  for (const { key, reading } of objects) fill(reading, holder?.[key], row, sources);
}

/** A null is an empty cell: never a zero, never an empty text. */
function toCell(value: unknown, kind: CellKind): Cell {
  if (value === undefined || value === null) return null;
  if (kind === 'JSON') return writeJson(value);
  if (kind === 'TEXTE' && typeof value !== 'string') return writeJson(value);
  return value as Cell;
}
