import {
  GraphQLError,
  Kind,
  isInterfaceType,
  isObjectType,
  parse,
  specifiedRules,
  validate,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import { heldLiterals } from '@palier/calls/values/held-literals';
import { EngineError } from '../errors/engine-error.ts';

/** Selections, lists and objects in one another: past it nobody asks, and what walks a text would exhaust its stack. */
const DEEPEST_NESTING = 250;

export interface TextChecks {
  /** Whether the schema may be asked for, and named in what is said of a fault. */
  readonly introspection: boolean;
}

/**
 * What is wrong with a text, in the words and under the codes of Apollo Server; nothing when it may be planned. The time
 * is more than linear in the text: for long ones, not on the loop.
 *
 * @throws IMBRICATION_EXCESSIVE
 */
export function findTextFaults(
  text: string,
  schema: GraphQLSchema,
  { introspection }: TextChecks,
): readonly GraphQLFormattedError[] {
  const document = parseNested(text);
  if (document instanceof GraphQLError) return [withCode(document, 'GRAPHQL_PARSE_FAILED')];
  const rules = [...specifiedRules, heldLiterals(true), ...(introspection ? [] : [noIntrospection])];
  const faults = withinStack(() => validate(schema, document, rules));
  return faults.map((fault) =>
    withCode(
      introspection ? withLonger(fault, schema) : withoutSuggestion(fault),
      'GRAPHQL_VALIDATION_FAILED',
    ),
  );
}

function parseNested(text: string): DocumentNode | GraphQLError {
  try {
    const document = withinStack(() => parse(text));
    refuseNesting(document);
    return document;
  } catch (error) {
    if (error instanceof GraphQLError && !(error instanceof EngineError)) return error;
    throw error;
  }
}

const NESTING: ReadonlySet<string> = new Set([Kind.SELECTION_SET, Kind.LIST, Kind.OBJECT]);

/** Walks without recursion, whatever the depth. */
function refuseNesting(document: DocumentNode): void {
  let nesting = 0;
  visit(document, {
    enter: ({ kind }: ASTNode) => {
      if (!NESTING.has(kind)) return;
      nesting += 1;
      if (nesting > DEEPEST_NESTING) throw new EngineError('IMBRICATION_EXCESSIVE');
    },
    leave: ({ kind }: ASTNode) => {
      if (NESTING.has(kind)) nesting -= 1;
    },
  });
}

function withinStack<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new EngineError('IMBRICATION_EXCESSIVE');
    throw error;
  }
}

const noIntrospection: ValidationRule = (context) => ({
  Field(node) {
    if (node.name.value !== '__schema' && node.name.value !== '__type') return;
    const extensions = { validationErrorCode: 'INTROSPECTION_DISABLED' };
    context.reportError(new GraphQLError('Introspection is closed', { nodes: node, extensions }));
  },
});

function withoutSuggestion(fault: GraphQLError): GraphQLError {
  const { message, nodes, extensions } = fault;
  return new GraphQLError(message.replace(/ ?Did you mean(.+?)\?$/, ''), {
    nodes: nodes ?? null,
    extensions,
  });
}

const UNKNOWN_FIELD = /^Cannot query field "(\w+)" on type "(\w+)"\./;
/** A shorter name begins too many. */
const SHORTEST = 4;
const MOST_LONGER = 5;

/** The fault of a field that does not exist, with those whose names go on from its own: one of a family, asked by the name of all. */
function withLonger(fault: GraphQLError, schema: GraphQLSchema): GraphQLError {
  const [, name = '', typeName = ''] = UNKNOWN_FIELD.exec(fault.message) ?? [];
  const type = schema.getType(typeName);
  if (name.length < SHORTEST || (!isObjectType(type) && !isInterfaceType(type))) return fault;
  const longer = Object.keys(type.getFields()).filter((field) => field.startsWith(name));
  const isTold = longer.every((field) => fault.message.includes(`"${field}"`));
  if (isTold || longer.length > MOST_LONGER) return fault;
  const meant = longer.map((field) => `"${field}"`).join(', ');
  const { nodes, extensions } = fault;
  return new GraphQLError(`Cannot query field "${name}" on type "${typeName}". Did you mean ${meant}?`, {
    nodes: nodes ?? null,
    extensions,
  });
}

function withCode(fault: GraphQLError, code: string): GraphQLFormattedError {
  const { message, locations, extensions } = fault.toJSON();
  return { message, ...(locations && { locations }), extensions: { ...extensions, code } };
}
