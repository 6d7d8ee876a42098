import { createHash } from 'node:crypto';
import { Arg, ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import type { AbsenceValue } from '../vocabulary/absence.ts';
import { type Awaitable, chain } from '../base/awaitable.ts';
import { PalierError } from '../base/errors.ts';
import { Cost, ListSize } from './demand.ts';
import { Origine } from '../vocabulary/provenance.ts';
import type { GroupeRepartition, RepartitionAsked } from './repartition.ts';

/** What a page gives when nobody says how much. */
export const DEFAULT_FIRST = 200;
const MAX_FIRST = 1_000;
/** Groups of a distribution: the territories are what there are most of. */
const MOST_GROUPS = 170;

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
  /** The list a cursor belongs to: the cursor of another would give a page that is silently wrong. */
  readonly list: ListAsked;
  readonly first: number;
  readonly afterKey: string | undefined;
}

/** One list: the field that gives it, and what was chosen of it: its parent, its filters. */
interface ListAsked {
  readonly name: string;
  readonly choice: object;
}

/** Checks the arguments against the list they are given to; raises PAGE_INVALIDE. */
export function parsePage(name: string, { first, after }: PageArgs, choice: object = {}): Page {
  const size = first ?? DEFAULT_FIRST;
  if (size < 1 || size > MAX_FIRST)
    throw new PalierError('PAGE_INVALIDE', `first va de 1 à ${MAX_FIRST} ; reçu : ${size}.`);
  const list = { name, choice };
  return { list, first: size, afterKey: after == null ? undefined : decodeCursor(list, after) };
}

/** Each part is made only when it is asked for: who counts a list reads none of it. */
export interface ConnectionValue<Node> {
  readonly nodes: () => Awaitable<readonly Node[]>;
  readonly edges: () => Awaitable<readonly { readonly cursor: string; readonly node: Node }[]>;
  readonly pageInfo: () => Awaitable<PageInfo>;
  readonly totalCount: () => Awaitable<number>;
  readonly absence?: () => Awaitable<AbsenceValue | null>;
  readonly origine: () => Awaitable<Origine | null>;
  readonly repartition?: (asked: RepartitionAsked) => Awaitable<readonly GroupeRepartition[]>;
}

interface ConnectionSource<Node> {
  readonly page: Page;
  /** Reads up to `page.first + 1` rows, once: the one too many says that there is a next page. */
  readonly rows: () => Awaitable<readonly Node[]>;
  /** The sort key; unique, and the same as in the query's `order by`. */
  readonly keyOf: (node: Node) => string;
  readonly count: () => Awaitable<number>;
  /** What to say when there is nothing, not even on another page; a function when it must be looked up. */
  readonly absence?: AbsenceValue | (() => Awaitable<AbsenceValue>) | undefined;
  readonly repartition?: ConnectionValue<Node>['repartition'] | undefined;
}

export function toConnection<Node>({
  page,
  rows,
  keyOf,
  count,
  absence,
  repartition,
}: ConnectionSource<Node>): ConnectionValue<Node> {
  let read: Awaitable<readonly Node[]> | undefined;
  const fromRows = <Part>(make: (rows: readonly Node[]) => Awaitable<Part>): Awaitable<Part> =>
    chain((read ??= rows()), make);
  const fromNodes = <Part>(make: (nodes: readonly Node[]) => Awaitable<Part>): Awaitable<Part> =>
    fromRows((all) => make(all.slice(0, page.first)));
  const cursorOf = (node: Node | undefined): string | null =>
    node === undefined ? null : encodeCursor(page.list, keyOf(node));
  return {
    nodes: () => fromNodes((nodes) => nodes),
    edges: () =>
      fromNodes((nodes) => nodes.map((node) => ({ cursor: encodeCursor(page.list, keyOf(node)), node }))),
    totalCount: count,
    ...(repartition && {
      repartition: ({ par, puis }: RepartitionAsked) => repartition({ par, puis: puis ?? null }),
    }),
    absence: () =>
      fromRows(({ length }) => (length === 0 && page.afterKey === undefined ? sayAbsence(absence) : null)),
    origine: () => fromNodes(originOf),
    pageInfo: () =>
      fromRows((all) => ({
        hasNextPage: all.length > page.first,
        hasPreviousPage: page.afterKey !== undefined,
        startCursor: cursorOf(all.at(0)),
        endCursor: cursorOf(all.slice(0, page.first).at(-1)),
      })),
  };
}

function sayAbsence(absence: ConnectionSource<unknown>['absence']): Awaitable<AbsenceValue | null> {
  return typeof absence === 'function' ? absence() : (absence ?? null);
}

/** The same page, saying something else when it is empty. */
export function withAbsence<Node>(
  connection: ConnectionValue<Node>,
  absence: AbsenceValue | (() => Awaitable<AbsenceValue>),
): ConnectionValue<Node> {
  const say = (said: AbsenceValue | null): Awaitable<AbsenceValue | null> =>
    said === null ? null : sayAbsence(absence);
  return { ...connection, absence: () => chain(connection.absence?.() ?? null, say) };
}

/** The same page, whose nodes say something else, one for one. */
export function withNodes<Node>(
  connection: ConnectionValue<Node>,
  change: (nodes: readonly Node[]) => Awaitable<readonly Node[]>,
): ConnectionValue<Node> {
  return {
    ...connection,
    nodes: () => chain(connection.nodes(), change),
    edges: () =>
      chain(connection.edges(), (edges) =>
        chain(change(edges.map(({ node }) => node)), (nodes) =>
          edges.map(({ cursor }, rank) => ({ cursor, node: nodes[rank]! })),
        ),
      ),
  };
}

/** A list that who asks does not read: it holds nothing for them, and says why. */
export const emptyPage = <Node>(args: PageArgs, absence: AbsenceValue): ConnectionValue<Node> =>
  toConnection<Node>({
    page: parsePage('', { first: args.first ?? null }),
    rows: () => [],
    keyOf: () => '',
    count: () => 0,
    absence,
  });

/** One made-up item is enough for what is counted to be a demonstration. */
function originOf(nodes: readonly unknown[]): Origine | null {
  const origins = (nodes as readonly { readonly provenance?: { readonly origine: Origine } }[]).map(
    ({ provenance }) => provenance?.origine,
  );
  return origins.find((origine) => origine === Origine.DEMONSTRATION) ?? origins[0] ?? null;
}

function encodeCursor(list: ListAsked, key: string): string {
  return toCursor(`${markOf(list)}:${key}`);
}

function decodeCursor(list: ListAsked, cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const start = `${markOf(list)}:`;
  if (!text.startsWith(start) || text.includes('\u0000') || toCursor(text) !== cursor)
    throw new PalierError('PAGE_INVALIDE', 'Le curseur n’a pas été donné par cette liste, avec ces filtres.');
  return text.slice(start.length);
}

function toCursor(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** Worked out only when a cursor is read or given: most pages do neither. A filter left out and a null one are the same. */
function markOf({ name, choice }: ListAsked): string {
  const chosen = Object.entries(choice).filter(([, value]) => value != null);
  const digest = createHash('sha256').update(JSON.stringify([name, ...chosen.sort()]));
  return `${name}.${digest.digest('base64url').slice(0, 11)}`;
}

/** What a list is counted by. */
interface Counting {
  /** An enum of dimensions. */
  readonly by: object;
  /** The groups of the level. */
  readonly groups: ClassType<GroupeRepartition>;
  /** What counting takes, beside its groups, where the list is long. */
  readonly cost?: number;
}

/**
 * Makes the `<Name>Connection` and `<Name>Edge` types. With `absence`, the list is one that people fill: empty, it says
 * what is missing and who owes it; otherwise, whether what it counts was entered or made up. With `counting`, it
 * is counted by each of its dimensions.
 */
export function createConnectionType(
  name: string,
  node: () => ClassType,
  absence?: () => ClassType,
  counting?: Counting,
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

    @Cost(20)
    @Field(() => Int, { description: 'Nombre d’éléments, toutes pages comprises.' })
    totalCount: number;
  }
  if (absence !== undefined) {
    Field(absence, {
      nullable: true,
      description:
        'Présente quand la liste est vide faute de données : ce qui manque, et qui le doit, s’il y a quelqu’un.',
    })(Connection.prototype, 'absence');
    Field(() => Origine, {
      nullable: true,
      description:
        'Nature de ce que la liste compte : DEMONSTRATION dès qu’un élément de la page est fictif ; nulle quand la page est vide.',
    })(Connection.prototype, 'origine');
  }
  if (counting !== undefined) addRepartition(Connection.prototype, counting);
  return Connection;
}

function addRepartition(connection: object, { by: dimension, groups, cost }: Counting): void {
  const name = 'repartition';
  Arg('par', () => dimension, { description: 'Ce par quoi répartir.' })(connection, name, 0);
  Arg('puis', () => dimension, {
    nullable: true,
    description: 'Ce par quoi répartir ensuite chaque groupe, dans `dont`.',
  })(connection, name, 1);
  Field(() => [groups], {
    description:
      'Toute la liste, toutes pages comprises, comptée par groupes. Des nombres seulement : ni moyenne ni taux, qu’aucun texte ne fonde.',
  })(connection, name);
  if (cost !== undefined) Cost(cost)(connection, name, 0);
  ListSize(MOST_GROUPS)(connection, name);
}
