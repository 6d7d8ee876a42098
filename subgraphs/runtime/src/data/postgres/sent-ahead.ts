import {
  type CompiledQuery,
  DeleteQueryNode,
  InsertQueryNode,
  type Kysely,
  type KyselyPlugin,
  type RootOperationNode,
  UpdateQueryNode,
} from 'kysely';

const HOW = Symbol('how a statement is sent');
type How = 'NAMED' | 'AHEAD';

const mark = <Node extends RootOperationNode>(node: Node, how: How): Node => ({ ...node, [HOW]: how });
const howOf = (node: RootOperationNode): How | undefined =>
  (node as RootOperationNode & { readonly [HOW]?: How })[HOW];

/** Its text comes again and again: the server may keep what it made of it. */
export const isNamed = (node: RootOperationNode): boolean => howOf(node) !== undefined;
/** Nobody waits for what it gives: what fails is told by the next statement that is waited for, the commit at the latest. */
export const isSentAhead = (node: RootOperationNode): boolean => howOf(node) === 'AHEAD';

/**
 * The same transaction, whose writes are sent with what follows them: an act that writes ten times takes one turn to the server,
 * and not ten. How many rows they changed is not known.
 */
export const sendingAhead = <Tables>(transaction: Kysely<Tables>): Kysely<Tables> =>
  transaction.withPlugin(PLUGIN);

const PLUGIN: KyselyPlugin = {
  transformQuery: ({ node }) => mark(node, isWrite(node) ? 'AHEAD' : 'NAMED'),
  transformResult: ({ result }) => Promise.resolve(result),
};

function isWrite(node: RootOperationNode): boolean {
  return (
    (InsertQueryNode.is(node) || UpdateQueryNode.is(node) || DeleteQueryNode.is(node)) &&
    node.returning === undefined
  );
}

/** The server may keep what it makes of it. */
export const sentByName = <Row>(compiled: CompiledQuery<Row>): CompiledQuery<Row> => ({
  ...compiled,
  query: mark(compiled.query, 'NAMED'),
});

/** Sent with what follows it: nobody reads what it gives. */
export const sentAhead = <Row>(compiled: CompiledQuery<Row>): CompiledQuery<Row> => ({
  ...compiled,
  query: mark(compiled.query, 'AHEAD'),
});
