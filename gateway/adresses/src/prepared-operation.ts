import {
  Kind,
  print,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableNode,
} from 'graphql';
import { readDescription } from '@palier/gateway/generations/operation-description';
import type { PublishedGraph, PublishedOperation } from '@palier/gateway/request/published-graph';
import { operationOf, shapeOf } from './shape.ts';
import { type Table, tablesOf } from './tables.ts';
import { PAGE, withSources } from './with-sources.ts';

/** How an operation gives a list by pages, which are read one after the other. */
export interface Paging {
  /** Names of its variables. */
  readonly first: string | undefined;
  readonly after: string;
  /** Where the answer says whether more follows. */
  readonly path: readonly string[];
}

/** A registered operation, and what its files are made of. */
export interface PreparedOperation {
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
  /** The field that is read by pages. */
  readonly paged: FieldNode | undefined;
}

const prepared = new WeakMap<GraphQLSchema, Map<PublishedOperation, PreparedOperation>>();

/** Made once a graph. */
export function prepareOperation(
  { schema }: PublishedGraph,
  operation: PublishedOperation,
): PreparedOperation {
  let known = prepared.get(schema);
  if (!known) prepared.set(schema, (known = new Map()));
  let found = known.get(operation);
  if (!found) known.set(operation, (found = prepareText(operation, schema)));
  return found;
}

/** The reads alone: nothing is written by its address. */
export const listReads = ({ operations }: PublishedGraph): readonly PublishedOperation[] =>
  operations.filter(({ document }) => operationOf(document).operation === 'query');

/** What files are made of, of an operation that was found valid. */
export function prepareText(
  { id, text, document }: PublishedOperation,
  schema: GraphQLSchema,
): PreparedOperation {
  const definition = operationOf(document);
  const paged = findPaged(definition, document);
  return {
    id,
    document,
    definition,
    description: readDescription(text),
    sourcedText: print(withSources(document, schema, paged?.field)),
    operationName: definition.name?.value,
    tables: tablesOf(shapeOf(document, schema)),
    paging: paged && toPaging(paged),
    paged: paged?.field,
  };
}

interface Paged {
  readonly field: FieldNode;
  readonly path: readonly string[];
}

/** The field whose `after` is a variable of the operation that may be left out; nothing when there are several. */
function findPaged(definition: OperationDefinitionNode, { definitions }: DocumentNode): Paged | undefined {
  if (definitions.length > 1) return undefined;
  const optional = new Set(
    (definition.variableDefinitions ?? [])
      .filter(({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE && defaultValue === undefined)
      .map(({ variable }) => variable.name.value),
  );
  const found: Paged[] = [];
  const walk = (node: OperationDefinitionNode | FieldNode, path: readonly string[]): void => {
    for (const selection of node.selectionSet?.selections ?? []) {
      if (selection.kind !== Kind.FIELD) continue;
      const here = [...path, (selection.alias ?? selection.name).value];
      const after = variableOf(selection, 'after');
      if (after !== undefined && optional.has(after)) found.push({ field: selection, path: here });
      walk(selection, here);
    }
  };
  walk(definition, []);
  return found.length === 1 ? found[0] : undefined;
}

const toPaging = ({ field, path }: Paged): Paging => ({
  first: variableOf(field, 'first'),
  after: variableOf(field, 'after')!,
  path: [...path, PAGE],
});

function variableOf({ arguments: given = [] }: FieldNode, name: string): string | undefined {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.VARIABLE ? (value satisfies VariableNode).name.value : undefined;
}
