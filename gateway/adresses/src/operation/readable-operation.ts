import { operationOf } from '@palier/federation/graphql/document';
import {
  Kind,
  print,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { readDescription } from '@palier/gateway/generations/operation-description';
import type { PublishedGraph, PublishedOperation } from '@palier/gateway/request/published-graph';
import { type Shape, shapeOf } from './shape.ts';
import { type Table, tablesOf } from './tables.ts';
import { withSources } from './with-sources.ts';

/** How an operation gives a list by pages, which are read one after the other. */
export interface Paging {
  /** Names of its variables. */
  readonly first: string | undefined;
  readonly after: string;
  /** Where the answer holds its page. */
  readonly path: readonly string[];
  /** Paths of the elements of its page, with dots. */
  readonly lists: readonly string[];
}

/** A registered operation, and what its files are made of. */
export interface ReadableOperation {
  readonly id: string;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** What the comments at the head of its file say. */
  readonly description: string;
  /** The operation, saying also where its facts come from. */
  readonly sourcedText: string;
  readonly operationName: string | undefined;
  readonly tables: readonly Table[];
  readonly paging: Paging | undefined;
}

/** Made once a graph. */
export function prepareOperation(graph: PublishedGraph, operation: PublishedOperation): ReadableOperation {
  const known = graph.once(beginReadable);
  let found = known.get(operation);
  if (!found) known.set(operation, (found = prepareText(operation, graph.schema)));
  return found;
}

const beginReadable = () => new Map<PublishedOperation, ReadableOperation>();

/** The reads alone: nothing is written by its address. */
export const listReads = ({ operations }: PublishedGraph): readonly PublishedOperation[] =>
  operations.filter(({ document }) => operationOf(document).operation === 'query');

/** What files are made of, of an operation that was found valid. */
export function prepareText(
  { id, text, document }: PublishedOperation,
  schema: GraphQLSchema,
): ReadableOperation {
  const definition = operationOf(document);
  const shape = shapeOf(document, schema);
  return {
    id,
    document,
    definition,
    description: readDescription(text),
    sourcedText: print(withSources(document, schema)),
    operationName: definition.name?.value,
    tables: tablesOf(shape),
    paging: findPaging(definition, shape),
  };
}

/**
 * The list whose `after` is a variable of the operation that may be left out; nothing when there are several, or when it
 * is in another list, each of whose elements has then an end of its own.
 */
function findPaging(
  { variableDefinitions = [] }: OperationDefinitionNode,
  shape: Shape,
): Connection | undefined {
  const optional = new Set(
    variableDefinitions
      .filter(({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE && defaultValue === undefined)
      .map(({ variable }) => variable.name.value),
  );
  const [found, ...others] = [...listConnections(shape, [], false)].filter(({ after }) =>
    optional.has(after),
  );
  return found && !found.isInList && others.length === 0 ? found : undefined;
}

interface Connection extends Paging {
  readonly isInList: boolean;
}

/** Those whose beginning a variable says. */
function* listConnections(shape: Shape, around: readonly string[], isAround: boolean): Generator<Connection> {
  for (const [key, inner] of shape.fields) {
    if (inner.kind === 'LEAF') continue;
    const { node: field } = inner;
    const path = [...around, key];
    const isInList = isAround || inner.kind === 'LIST';
    const lists = [...inner.fields].flatMap(([name, list]) =>
      list.kind === 'LIST' && list.isOfConnection ? [[...path, name].join('.')] : [],
    );
    const after = field && variableOf(field, 'after');
    if (field && after !== undefined && lists.length > 0)
      yield { isInList, first: variableOf(field, 'first'), after, path, lists };
    yield* listConnections(inner, path, isInList);
  }
}

function variableOf({ arguments: given = [] }: FieldNode, name: string): string | undefined {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : undefined;
}
