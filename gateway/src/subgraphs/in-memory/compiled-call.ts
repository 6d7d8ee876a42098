import {
  BREAK,
  type DocumentNode,
  getVariableValues,
  type GraphQLSchema,
  OperationTypeNode,
  visit,
} from 'graphql';
import { onlyOperation, readFragments } from '@palier/federation/graphql/document';
import { isCondition } from '@palier/federation/graphql/conditions';
import { type CallDocument, CallRun, type Values } from './call-run.ts';
import { compileSelection } from './compile-selection.ts';
import type { Work } from '@palier/federation/work/work';
import { fillObject, type AskedFields } from './fill-object.ts';

/** Whatever else is wrong, the call is not run here. */
const ONE_FAULT = { maxErrors: 1 };
/** Ways to set the conditions of a text that are kept ready: our plans have none. */
const MAX_VARIANTS = 4;

/**
 * A read made ready to run on a schema: which fields an object of each type gives is worked out once, not at each
 * object. It gives whole data alone. Whatever there is to say (an error, a null where none may be) is left to graphql-js,
 * which then runs the same read: a read may be run twice, and what it has loaded is found again.
 */
export class CompiledCall {
  readonly #document: CallDocument;
  readonly #conditions: readonly string[];
  /** By the values of the conditions; nothing where only graphql-js runs them. */
  readonly #variants = new Map<string, AskedFields | undefined>();

  constructor(document: CallDocument, conditions: readonly string[]) {
    this.#document = document;
    this.#conditions = conditions;
  }

  /** Nothing when graphql-js has to run it. */
  async run(
    context: unknown,
    given: Readonly<Values>,
    operationName: string | undefined,
    work?: Work,
  ): Promise<Values | undefined> {
    const { schema, operation } = this.#document;
    if (operationName !== undefined && operationName !== operation.name?.value) return undefined;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, ONE_FAULT);
    const selection = coerced && this.#askedFieldsOf(coerced);
    if (!selection) return undefined;
    const run = new CallRun(this.#document, context, coerced, work);
    return run.end(() => fillObject(selection, undefined, run, undefined));
  }

  #askedFieldsOf(variables: Values): AskedFields | undefined {
    const key = this.#conditions.map((name) => String(variables[name])).join();
    if (this.#variants.has(key)) return this.#variants.get(key);
    const conditions = Object.fromEntries(this.#conditions.map((name) => [name, variables[name]]));
    const isDecided = Object.values(conditions).every((value) => typeof value === 'boolean');
    if (!isDecided || this.#variants.size >= MAX_VARIANTS) return undefined;
    const selection = this.#compile(conditions as Record<string, boolean>);
    this.#variants.set(key, selection);
    return selection;
  }

  #compile(conditions: Readonly<Record<string, boolean>>): AskedFields | undefined {
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
  const operation = onlyOperation(document, undefined);
  if (operation?.operation !== OperationTypeNode.QUERY) return undefined;
  const fragments = Object.fromEntries(readFragments(document));
  return new CompiledCall({ schema, operation, fragments }, listConditionVariables(document));
}

/** The variables that say whether a part of the text is asked. */
function listConditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      if (!isCondition(directive)) return false;
      visit(directive, { Variable: ({ name }) => (names.add(name.value), BREAK) });
      return false;
    },
  });
  return [...names].sort();
}
