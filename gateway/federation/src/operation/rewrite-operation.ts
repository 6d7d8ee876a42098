import { Kind, print, visit, type DocumentNode, type FieldNode, type OperationDefinitionNode } from 'graphql';
import { operationOf } from '../graphql/document.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';

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

/** Names that every object of the language answers to: data under them would be found where nobody put any, or be lost. */
const isOfEveryObject = (name: string): boolean => name in Object.prototype;

/**
 * Renames the response names of a client that the planner may also ask for, as keys or required fields. Merged into
 * one object, `upc: name` would otherwise be read as the key `upc`, and the wrong entity joined without an error. So are
 * names such as `__proto__` and `constructor`. A leaf is planned under its own name where it can be: what the client calls it
 * then changes no call.
 */
export function rewriteOperation(
  document: DocumentNode,
  operationName: string | undefined,
  prepared: Pick<PreparedSupergraph, 'reservedNames' | 'directiveDefaults'>,
): RewrittenOperation {
  const operation = operationOf(document, operationName);
  const { reservedNames } = prepared;
  const names = new ResponseNames(reservedNames, takenNames(document), findUnmasked(document, reservedNames));
  const variableNames = renamedVariables(operation);
  // What does not change stays the very same document.
  const rewritten = rewriteAll(document, names, variableNames, prepared.directiveDefaults);
  return {
    document: rewritten,
    operation: operationOf(rewritten, operationName),
    responseNames: names.renamed,
    variableNames: new Map([...variableNames].map(([client, internal]) => [internal, client])),
  };
}

class ResponseNames {
  readonly renamed = new Map<string, string>();
  readonly #byCall = new Map<string, string>();
  readonly #reserved: ReadonlySet<string>;
  readonly #taken: ReadonlySet<string>;
  readonly #unmasked: ReadonlySet<string>;

  constructor(reserved: ReadonlySet<string>, taken: ReadonlySet<string>, unmasked: ReadonlySet<string>) {
    this.#reserved = reserved;
    this.#taken = taken;
    this.#unmasked = unmasked;
  }

  /** The same name for the same call, so that selections which merge still do. */
  nameFor(field: FieldNode): string | undefined {
    const client = responseNameOf(field);
    const own = field.name.value;
    if (this.#unmasked.has(own)) {
      this.renamed.set(own, client);
      return own;
    }
    const isReserved = this.#reserved.has(client) || this.#unmasked.has(client);
    if (!isOfEveryObject(client) && (!isReserved || isPlain(field))) return undefined;
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

const responseNameOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

function takenNames(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { Field: (node) => void names.add(responseNameOf(node)) });
  return names;
}

/**
 * Leaves without arguments that have one name, another than their own, wherever they are asked, and where one of both names
 * is one that the planner may ask for: it is given their own.
 */
function findUnmasked(document: DocumentNode, reserved: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Map<string, string | undefined>();
  visit(document, {
    Field: (node) => {
      if (isIntrospection(node)) return false;
      const own = node.name.value;
      const name = responseNameOf(node);
      const isLeafAlone = !node.selectionSet && !node.arguments?.length;
      const isSame = !names.has(own) || names.get(own) === name;
      names.set(own, isLeafAlone && isSame ? name : undefined);
      return undefined;
    },
  });
  const isUnmasked = ([own, name]: readonly [string, string | undefined]): boolean =>
    name !== undefined &&
    name !== own &&
    own !== '__typename' &&
    !isOfEveryObject(own) &&
    (reserved.has(own) || reserved.has(name));
  return new Set([...names].filter(isUnmasked).map(([own]) => own));
}

function renamedVariables(operation: OperationDefinitionNode): ReadonlyMap<string, string> {
  const names = new Set(operation.variableDefinitions?.map((definition) => definition.variable.name.value));
  return new Map(
    [...names]
      .filter((name) => PLANNER_VARIABLE.test(name) || isOfEveryObject(name))
      .map((name) => [name, unusedName(name, names)]),
  );
}

function unusedName(name: string, names: ReadonlySet<string>): string {
  let rank = 0;
  const base = name.replace(/^_+/, '');
  while (names.has(`${base}_client_${rank}`)) rank += 1;
  return `${base}_client_${rank}`;
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
        if (name === undefined) return undefined;
        return { ...node, alias: name === node.name.value ? undefined : { kind: Kind.NAME, value: name } };
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
