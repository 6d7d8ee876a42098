import { Kind, print, visit, type DocumentNode, type FieldNode, type OperationDefinitionNode } from 'graphql';

import type { PreparedSupergraph } from './prepare-supergraph.ts';

/** One operation that the planner can be given without a name of the client's meeting one of its own. */
export interface RewrittenOperation {
  /** The operation and its fragments; the client's own document when nothing had to change. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Names the client gave, by the name the planner sees; only those that differ. */
  readonly responseNames: ReadonlyMap<string, string>;
  /** Variables the client named, by the name the planner sees; only those that differ. */
  readonly variableNames: ReadonlyMap<string, string>;
}

/** The planner's own variables, for entities and for contexts: a client's of the same name would be lost. */
const PLANNER_VARIABLE = /^(representations|contextualArgument_\d+_\d+)$/;

/**
 * Renames the response names of a client that the planner may also ask for, as keys or required fields. Merged into
 * one object, `upc: name` would otherwise be read as the key `upc`, and the wrong entity joined without an error.
 */
export function rewriteOperation(
  document: DocumentNode,
  operationName: string | undefined,
  prepared: Pick<PreparedSupergraph, 'reservedNames' | 'directiveDefaults'>,
): RewrittenOperation {
  const operation = findOperation(document, operationName);
  const names = new ResponseNames(prepared.reservedNames, takenNames(document));
  const variableNames = renamedVariables(operation);
  // What does not change stays the very same document.
  const rewritten = rewriteAll(document, names, variableNames, prepared.directiveDefaults);
  return {
    document: rewritten,
    operation: findOperation(rewritten, operationName),
    responseNames: names.renamed,
    variableNames: new Map([...variableNames].map(([client, internal]) => [internal, client])),
  };
}

/** The operation to run. The document was validated: one of that name is there. */
export function findOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION && (!name || definition.name?.value === name),
  );
  if (!operation) throw new Error(`No operation ${name ?? '(anonymous)'} in a validated document`);
  return operation;
}

class ResponseNames {
  readonly renamed = new Map<string, string>();
  readonly #byCall = new Map<string, string>();
  readonly #reserved: ReadonlySet<string>;
  readonly #taken: ReadonlySet<string>;

  constructor(reserved: ReadonlySet<string>, taken: ReadonlySet<string>) {
    this.#reserved = reserved;
    this.#taken = taken;
  }

  /** The same name for the same call, so that selections which merge still do. */
  nameFor(field: FieldNode): string | undefined {
    const client = field.alias?.value ?? field.name.value;
    if (!this.#reserved.has(client) || isPlain(field)) return undefined;
    const call = [
      client,
      field.name.value,
      ...(field.arguments ?? []).map((argument) => print(argument)),
    ].join(' ');
    const known = this.#byCall.get(call);
    if (known) return known;
    const name = this.#unused(client);
    this.#byCall.set(call, name);
    this.renamed.set(name, client);
    return name;
  }

  #unused(client: string): string {
    let rank = this.renamed.size;
    const base = client.replace(/^_+/, '');
    while (this.#taken.has(`${base}_client_${rank}`) || this.#reserved.has(`${base}_client_${rank}`))
      rank += 1;
    return `${base}_client_${rank}`;
  }
}

/** Asked as the planner itself would: the same field, no argument. */
function isPlain(field: FieldNode): boolean {
  const alias = field.alias?.value;
  return (alias === undefined || alias === field.name.value) && !field.arguments?.length;
}

function takenNames(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { Field: (node) => void names.add(node.alias?.value ?? node.name.value) });
  return names;
}

function renamedVariables(operation: OperationDefinitionNode): ReadonlyMap<string, string> {
  const names = new Set(operation.variableDefinitions?.map((definition) => definition.variable.name.value));
  return new Map(
    [...names].flatMap((name) => (PLANNER_VARIABLE.test(name) ? [[name, unusedName(name, names)]] : [])),
  );
}

function unusedName(name: string, names: ReadonlySet<string>): string {
  let rank = 0;
  while (names.has(`${name}_client_${rank}`)) rank += 1;
  return `${name}_client_${rank}`;
}

function rewriteAll(
  document: DocumentNode,
  names: ResponseNames,
  variables: ReadonlyMap<string, string>,
  defaults: PreparedSupergraph['directiveDefaults'],
): DocumentNode {
  return visit(document, {
    Field: {
      enter: (node) => (isIntrospection(node) ? false : undefined),
      leave: (node) => {
        const name = names.nameFor(node);
        return name ? { ...node, alias: { kind: Kind.NAME, value: name } } : undefined;
      },
    },
    Directive: (node) => {
      const given = new Set(node.arguments?.map((argument) => argument.name.value));
      const missing = defaults.get(node.name.value)?.filter(({ name }) => !given.has(name.value)) ?? [];
      return missing.length > 0 ? { ...node, arguments: [...(node.arguments ?? []), ...missing] } : undefined;
    },
    Variable: (node) => {
      const name = variables.get(node.name.value);
      return name ? { ...node, name: { kind: Kind.NAME, value: name } } : undefined;
    },
  });
}

/** Answered by the gateway alone: nothing of it meets the planner. */
function isIntrospection(node: FieldNode): boolean {
  return node.name.value === '__schema' || node.name.value === '__type';
}
