import {
  AliasNode,
  IdentifierNode,
  type Kysely,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  type QueryId,
  RawNode,
  type ReferenceNode,
  SelectQueryNode,
  TableNode,
  ValueNode,
} from 'kysely';
import { quote } from '../data/database.ts';
import { BY, lastSaidFirst, pastOf, SINCE, UNTIL } from '../data/remembered-tables.ts';

/**
 * What of the past of a table is not read any more, of the rows of which it is said now, or was last said of those that are no more: a
 * column that says it, and what it takes away.
 */
export interface Withheld {
  readonly said: {
    readonly column: string;
    readonly value: string;
    /** What may be said after it and puts no end to it: that is told, and nothing of before, be it the same. */
    readonly despite?: readonly string[];
  };
  /** Columns that are null then. */
  readonly without?: readonly string[];
  /** What is read then in the place of a column: an expression of the row as it was, `passe`. Versions and differences read it so too. */
  readonly instead?: Readonly<Record<string, string>>;
}

/** How a table is read at an instant. */
export type PastOfTable =
  /** Its rows have a past: the columns that are read, what tells its rows apart, and what is withheld. */
  | {
      readonly kind: 'REMEMBERED';
      readonly columns: readonly string[];
      readonly key: readonly string[];
      readonly withheld?: Withheld | undefined;
    }
  /** Rows are added and that is all: the column that says when, or nothing where no instant tells them apart. */
  | { readonly kind: 'ADDED'; readonly columns: readonly string[]; readonly when: string | undefined };

/** The tables of a level that are read at an instant, by name. */
export type PastTables = ReadonlyMap<string, PastOfTable>;

/** The same database, as its tables were known at an instant. It can only be read, and only by the builders of Kysely. */
export function readAt<Tables>(
  database: Kysely<Tables>,
  level: string,
  tables: PastTables,
  au: string,
): Kysely<Tables> {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      if (!SelectQueryNode.is(node)) throw new TypeError(`Only what is selected can be read in the past`);
      return new PastTransformer(level, tables, au).transformNode(node, queryId);
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return database.withPlugin(plugin);
}

class PastTransformer extends OperationNodeTransformer {
  readonly #level: string;
  readonly #tables: PastTables;
  readonly #au: string;

  constructor(level: string, tables: PastTables, au: string) {
    super();
    this.#level = level;
    this.#tables = tables;
    this.#au = au;
  }

  protected override transformNodeImpl<Node extends OperationNode>(node: Node, queryId?: QueryId): Node {
    const rowsOf = node as OperationNode;
    if (AliasNode.is(rowsOf) && TableNode.is(rowsOf.node)) {
      const past = this.#pastOf(rowsOf.node);
      if (past) return { ...rowsOf, node: past } as OperationNode as Node;
    }
    return super.transformNodeImpl(node, queryId);
  }

  /** What is read from: where a table stands elsewhere than in a name of a column. */
  protected override transformTable(node: TableNode, queryId?: QueryId): TableNode {
    const past = this.#pastOf(node);
    if (!past) return super.transformTable(node, queryId);
    const alias = IdentifierNode.create(node.table.identifier.name);
    return AliasNode.create(past, alias) as OperationNode as TableNode;
  }

  /** A column is named by its table alone, for it is now read from something of that name. */
  protected override transformReference(node: ReferenceNode, queryId?: QueryId): ReferenceNode {
    const { table } = node;
    if (!table || !this.#isOurs(table)) return super.transformReference(node, queryId);
    return { ...node, table: TableNode.create(table.table.identifier.name) };
  }

  /** A text that someone else wrote around a table reads it as it is now. */
  protected override transformRaw(node: RawNode, queryId?: QueryId): RawNode {
    for (const parameter of node.parameters)
      if (TableNode.is(parameter) && this.#isOurs(parameter))
        throw new TypeError(
          `${parameter.table.identifier.name} is named in a raw text: it cannot be read in the past`,
        );
    return super.transformRaw(node, queryId);
  }

  #isOurs({ table }: TableNode): boolean {
    return table.schema?.name === this.#level && this.#tables.has(table.identifier.name);
  }

  #pastOf(node: TableNode): RawNode | undefined {
    if (!this.#isOurs(node)) return undefined;
    const { name } = node.table.identifier;
    const past = this.#tables.get(name)!;
    const columns = past.columns.map(quote).join(', ');
    const now = `select ${columns} from ${quote(this.#level)}.${quote(name)}`;
    const au = ValueNode.create(this.#au);
    if (past.kind === 'ADDED')
      return past.when === undefined
        ? RawNode.create([`(${now})`], [])
        : RawNode.create([`(${now} where ${quote(past.when)} <= `, '::timestamptz)'], [au]);
    const formerly = past.withheld === undefined ? '' : 'passe.';
    const before = readBefore(this.#level, name, past);
    return RawNode.create(
      [
        `(${now} where ${SINCE} <= `,
        `::timestamptz union all ${before} where ${formerly}${SINCE} <= `,
        `::timestamptz and ${formerly}${UNTIL} > `,
        '::timestamptz)',
      ],
      [au, au, au],
    );
  }
}

/** What rows said before they were changed, or removed. */
export function readBefore(
  level: string,
  name: string,
  { columns, key, withheld }: Omit<PastOfTable & { readonly kind: 'REMEMBERED' }, 'kind'>,
): string {
  const former = `${quote(level)}.${quote(pastOf(name))}`;
  if (withheld === undefined) return `select ${columns.map(quote).join(', ')} from ${former}`;
  const { said, without = [], instead = {} } = withheld;
  const saying = quote(said.column);
  const value = quoteText(said.value);
  const despite = `array[${(said.despite ?? []).map(quoteText).join(', ')}]::text[]`;
  const ends = (row: string): string =>
    `${row}.${saying} is not null and not (${row}.${saying}::text = any(${despite}))`;
  const shown = columns.map((column) => {
    const other =
      column === said.column ? value : (instead[column] ?? (without.includes(column) ? 'null' : undefined));
    if (other === undefined) return `passe.${quote(column)}`;
    return `case when coalesce(case when ${ends('actuel')} then actuel.${saying} end, dernier.${saying}) = ${value}
      and (passe.${saying} is distinct from actuel.${saying} or passe.${saying} = ${value} or coalesce(passe.${BY}, 0) <= coalesce(dernier.${BY}, 0)) then ${other} else passe.${quote(column)} end as ${quote(column)}`;
  });
  const isSame = (other: string): string =>
    key.map((column) => `${other}.${quote(column)} = passe.${quote(column)}`).join(' and ');
  return `select ${shown.join(', ')} from ${former} as passe
    left join ${quote(level)}.${quote(name)} as actuel on ${isSame('actuel')}
    left join lateral (select fin.${saying}, fin.${BY} from ${former} as fin
      where not (${ends('actuel')}) and ${ends('fin')} and ${isSame('fin')}
      order by ${lastSaidFirst('fin')} limit 1) as dernier on true`;
}
const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
