import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { AbsenceValue } from './absence.ts';
import type { Awaitable } from './awaitable.ts';
import { PalierError } from './errors.ts';

const DEFAULT_FIRST = 200;
const MAX_FIRST = 1_000;

@Directive('@shareable')
@ObjectType({ description: 'Position d’une page dans une liste, selon la convention Relay.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Vrai s’il reste des éléments après cette page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Vrai si la page ne commence pas au début.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Curseur du premier élément.' })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Curseur du dernier élément : à donner à `after` pour la suite.',
  })
  endCursor: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `Nombre d’éléments, de 1 à ${MAX_FIRST} ; ${DEFAULT_FIRST} par défaut.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Curseur après lequel la page commence.' })
  after?: string | null;
}

/** What a query needs to read one page: how many rows, and the sort key after which they start. */
export interface Page {
  /** The list a cursor belongs to: another list's cursor would give a page that is silently wrong. */
  readonly list: string;
  readonly first: number;
  readonly afterKey: string | undefined;
}

/** Checks the arguments against the list they are given to; raises PAGE_INVALIDE. */
export function parsePage(list: string, { first, after }: PageArgs): Page {
  const size = first ?? DEFAULT_FIRST;
  if (size < 1 || size > MAX_FIRST)
    throw new PalierError('PAGE_INVALIDE', `first va de 1 à ${MAX_FIRST} ; reçu : ${size}.`);
  return { list, first: size, afterKey: after == null ? undefined : decodeCursor(list, after) };
}

export interface ConnectionValue<Node> {
  readonly nodes: readonly Node[];
  /** Made only when asked for, as are the others below. */
  readonly edges: () => readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: () => PageInfo;
  readonly totalCount: () => Awaitable<number>;
  readonly absence?: () => AbsenceValue | null;
}

interface ConnectionSource<Node> {
  readonly page: Page;
  /** Up to `page.first + 1` rows: the one too many says that there is a next page. */
  readonly rows: readonly Node[];
  /** The sort key; unique, and the same as in the query's `order by`. */
  readonly keyOf: (node: Node) => string;
  readonly count: () => Awaitable<number>;
  /** What to say when there is nothing, not even on another page. */
  readonly absence?: AbsenceValue | undefined;
}

export function toConnection<Node>({
  page,
  rows,
  keyOf,
  count,
  absence,
}: ConnectionSource<Node>): ConnectionValue<Node> {
  const nodes = rows.slice(0, page.first);
  const cursorOf = (node: Node | undefined): string | null =>
    node === undefined ? null : encodeCursor(page.list, keyOf(node));
  const isEmpty = nodes.length === 0 && page.afterKey === undefined;
  return {
    nodes,
    edges: () => nodes.map((node) => ({ cursor: encodeCursor(page.list, keyOf(node)), node })),
    totalCount: count,
    absence: () => (isEmpty ? (absence ?? null) : null),
    pageInfo: () => ({
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.afterKey !== undefined,
      startCursor: cursorOf(nodes.at(0)),
      endCursor: cursorOf(nodes.at(-1)),
    }),
  };
}

function encodeCursor(list: string, key: string): string {
  return Buffer.from(`${list}:${key}`).toString('base64url');
}

function decodeCursor(list: string, cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!text.startsWith(`${list}:`) || text.includes('\u0000'))
    throw new PalierError('PAGE_INVALIDE', 'Le curseur n’a pas été donné par cette liste.');
  return text.slice(list.length + 1);
}

/** Makes the `<Name>Connection` and `<Name>Edge` types. With `absence`, an empty list says what is missing and who owes it. */
export function createConnectionType(
  name: string,
  node: () => ClassType,
  absence?: () => ClassType,
): ClassType {
  @ObjectType(`${name}Edge`, { description: `Un élément de la liste et son curseur.` })
  class Edge {
    @Field(() => String, { description: 'Curseur à donner à `after`.' })
    cursor: string;

    @Field(node, { nullable: true, description: 'L’élément.' })
    node: unknown;
  }

  @ObjectType(`${name}Connection`, { description: `Page d’une liste, selon la convention Relay.` })
  class Connection {
    @Field(() => [Edge], { description: 'Éléments avec leur curseur.' })
    edges: Edge[];

    @Field(() => [node()], { nullable: 'items', description: 'Éléments sans curseur.' })
    nodes: unknown[];

    @Field(() => PageInfo, { description: 'Position de la page.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'Nombre d’éléments, toutes pages comprises.' })
    totalCount: number;
  }
  if (absence !== undefined) {
    Field(absence, {
      nullable: true,
      description: 'Présente quand la liste est vide faute de données : ce qui manque, et qui le doit.',
    })(Connection.prototype, 'absence');
  }
  return Connection;
}
