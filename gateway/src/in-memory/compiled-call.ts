import {
  BREAK,
  type DocumentNode,
  type FragmentDefinitionNode,
  getVariableValues,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { type CallDocument, CallRun, type Values } from './call-run.ts';
import { compileSelection } from './compile-selection.ts';
import { fillObject, type Selection } from './fill-object.ts';

/** Ways to set the conditions of a text that are kept ready. */
const MAX_VARIANTS = 64;

/**
 * A read made ready to run on a schema: which fields an object of each type gives is worked out once, not at each
 * object. It gives whole data alone. Whatever there is to say (an error, a null where none may be) is left to graphql-js,
 * which then runs the same read: a read may be run twice, and what it has loaded is found again.
 */
export class CompiledCall {
  readonly #document: CallDocument;
  readonly #conditions: readonly string[];
  /** By the values of the conditions; nothing where only graphql-js runs them. */
  readonly #variants = new Map<string, Selection | undefined>();

  constructor(document: CallDocument, conditions: readonly string[]) {
    this.#document = document;
    this.#conditions = conditions;
  }

  /** Nothing when graphql-js has to run it. */
  async run(
    context: unknown,
    given: Readonly<Values>,
    operationName: string | undefined,
  ): Promise<Values | undefined> {
    const { schema, operation } = this.#document;
    if (operationName !== undefined && operationName !== operation.name?.value) return undefined;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
    const selection = coerced && this.#selectionOf(coerced);
    if (!selection) return undefined;
    const run = new CallRun(this.#document, context, coerced);
    return run.end(() => fillObject(selection, undefined, run, undefined));
  }

  #selectionOf(variables: Values): Selection | undefined {
    const key = this.#conditions.map((name) => String(variables[name])).join();
    if (this.#variants.has(key)) return this.#variants.get(key);
    const conditions = Object.fromEntries(this.#conditions.map((name) => [name, variables[name]]));
    const isDecided = Object.values(conditions).every((value) => typeof value === 'boolean');
    if (!isDecided || this.#variants.size >= MAX_VARIANTS) return undefined;
    const selection = this.#compile(conditions as Record<string, boolean>);
    this.#variants.set(key, selection);
    return selection;
  }

  #compile(conditions: Readonly<Record<string, boolean>>): Selection | undefined {
    const { schema, operation, fragments } = this.#document;
    try {
      return compileSelection({ schema, fragments, conditions }, schema.getQueryType()!, [
        operation.selectionSet,
      ]);
    } catch {
      // What is wrong with it, graphql-js says.
      return undefined;
    }
  }
}

/** Nothing for what only graphql-js runs: a mutation, several operations in one text. */
export function compileCall(schema: GraphQLSchema, document: DocumentNode): CompiledCall | undefined {
  const operations: OperationDefinitionNode[] = [];
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    else if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const [operation, another] = operations;
  if (operation?.operation !== OperationTypeNode.QUERY || another) return undefined;
  return new CompiledCall({ schema, operation, fragments }, listConditions(document));
}

/** The variables that say whether a part of the text is asked. */
function listConditions(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      if (!['skip', 'include'].includes(directive.name.value)) return false;
      visit(directive, { Variable: ({ name }) => (names.add(name.value), BREAK) });
      return false;
    },
  });
  return [...names].sort();
}
