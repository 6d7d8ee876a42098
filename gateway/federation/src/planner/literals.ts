import {
  getNamedType,
  getNullableType,
  isListType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import type { QueryPlan } from '@apollo/query-planner';
import { fetchesOf } from '../plan/steps.ts';

/** A document that the planner can be given, and how to put back in its plan what was taken out. */
export interface SetAside {
  readonly document: DocumentNode;
  /** Changes the operations of a plan that was just made. */
  putBack(plan: QueryPlan): void;
}

/**
 * Takes the literals of custom scalars out of an operation. They belong to the subgraph, which reads them as they are
 * written; the planner would read a value of its own and print that: other digits, 1 for 1.0, "ACTIF" for ACTIF.
 */
export function setLiteralsAside(document: DocumentNode, schemaOf: () => GraphQLSchema): SetAside {
  if (!holdsRewritten(document)) return { document, putBack: () => undefined };
  const typeInfo = new TypeInfo(schemaOf());
  const aside = new Literals(print(document));
  const setAside = (node: ValueNode): ValueNode | undefined => {
    const type = getNamedType(typeInfo.getInputType());
    if (!isScalarType(type) || isSpecifiedScalarType(type)) return undefined;
    // A list of scalars, not a scalar that is a list: its items are the literals.
    if (node.kind === Kind.LIST && isListType(getNullableType(typeInfo.getParentInputType())))
      return undefined;
    return aside.take(node);
  };
  const taken = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      IntValue: setAside,
      FloatValue: setAside,
      EnumValue: setAside,
      ListValue: setAside,
      ObjectValue: setAside,
    }),
  );
  return {
    document: taken,
    putBack({ node }) {
      if (!node) return;
      for (const fetch of fetchesOf(node)) fetch.operation = aside.putBack(fetch.operation);
    },
  };
}

/** Literals, and the texts that stand for them: the same for the same literal, so that fields which merge still do. */
class Literals {
  readonly #literals: string[] = [];
  readonly #prefix: string;

  /** `text` holds none of the texts that will stand for its literals. */
  constructor(text: string) {
    let prefix = 'litteral_';
    while (text.includes(prefix)) prefix += '_';
    this.#prefix = prefix;
  }

  /** What stands for a literal; a variable inside it stays, for the planner to see. */
  take(node: ValueNode): ValueNode {
    if (!holdsRewritten(node)) return node;
    if (!holds(node, VARIABLE)) return { kind: Kind.STRING, value: this.#nameOf(print(node)) };
    if (node.kind === Kind.LIST) return { ...node, values: node.values.map((value) => this.take(value)) };
    if (node.kind !== Kind.OBJECT) return node;
    return { ...node, fields: node.fields.map((field) => ({ ...field, value: this.take(field.value) })) };
  }

  putBack(operation: string): string {
    const names = new RegExp(`"${this.#prefix}(\\d+)"`, 'g');
    return operation.replace(names, (name, rank: string) => this.#literals[Number(rank)] ?? name);
  }

  #nameOf(literal: string): string {
    const known = this.#literals.indexOf(literal);
    return `${this.#prefix}${known === -1 ? this.#literals.push(literal) - 1 : known}`;
  }
}

const VARIABLE: ReadonlySet<string> = new Set([Kind.VARIABLE]);
/** What the planner does not print as it was written. */
const REWRITTEN: ReadonlySet<string> = new Set([Kind.INT, Kind.FLOAT, Kind.ENUM]);

const holdsRewritten = (node: DocumentNode | ValueNode): boolean => holds(node, REWRITTEN);

function holds(node: DocumentNode | ValueNode, kinds: ReadonlySet<string>): boolean {
  let found = false;
  visit(node, { enter: ({ kind }) => (found || (found = kinds.has(kind)) ? false : undefined) });
  return found;
}
