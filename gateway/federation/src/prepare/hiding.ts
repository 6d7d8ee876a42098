import { print, type FieldNode } from 'graphql';
import type { FieldsType, SupergraphTypes } from '../supergraph/supergraph-types.ts';

/** A field without arguments, unseen by clients, that stands for a field with one set of arguments. */
export interface HiddenField {
  readonly field: string;
  /** The arguments as GraphQL text, without parentheses. */
  readonly arguments: string;
}

/** What is hidden so far, and the places whose declared use is replaced. */
export class Hiding {
  readonly fields = new Map<string, HiddenField>();
  readonly namesByType = new Map<string, Set<string>>();
  readonly replaced = new Set<string>();
  readonly #uses = new Set<string>();
  readonly types: SupergraphTypes;
  readonly #nameByCall = new Map<string, string>();
  readonly #taken: ReadonlySet<string>;

  constructor(types: SupergraphTypes) {
    this.types = types;
    this.#taken = new Set(
      types.withFields.flatMap((type) => (type.fields ?? []).map((field) => field.name.value)),
    );
  }

  hide(graph: string, type: string, node: FieldNode): string {
    const field = node.name.value;
    const text = printArguments(node);
    const name = this.#nameFor(field, text);
    this.fields.set(name, { field, arguments: text });
    for (const owner of [type, ...this.types.subtypes(type)]) {
      if (!this.types.field(owner, field)) continue;
      const names = this.namesByType.get(owner) ?? new Set<string>();
      this.namesByType.set(owner, names.add(name));
      this.replaced.add(`${graph} ${owner}.${field}`);
      this.#uses.add(`${graph} ${owner}.${name}`);
    }
    return name;
  }

  /** Whether a subgraph needs a hidden field it cannot give: to require it, or because an interface has it. */
  isNeeded(graph: string, type: FieldsType, name: string): boolean {
    if (this.#uses.has(`${graph} ${type.name.value}.${name}`)) return true;
    return (type.interfaces ?? []).some((parent) => this.namesByType.get(parent.name.value)?.has(name));
  }

  #nameFor(field: string, text: string): string {
    const call = `${field}(${text})`;
    const known = this.#nameByCall.get(call);
    if (known) return known;
    let rank = this.#nameByCall.size;
    while (this.#taken.has(`${field}_requis_${rank}`)) rank += 1;
    const name = `${field}_requis_${rank}`;
    this.#nameByCall.set(call, name);
    return name;
  }
}

function printArguments(node: FieldNode): string {
  return (node.arguments ?? [])
    .map((argument) => print(argument))
    .toSorted()
    .join(', ');
}
