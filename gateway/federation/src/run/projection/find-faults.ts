import type { GraphQLSchema } from 'graphql';
import { isData, type Data } from '../data/merge.ts';
import type { LeftOut } from '../data/unfilled.ts';
import {
  atElement,
  atField,
  sayAbsent,
  sayNull,
  sayUnknownType,
  sayWrong,
} from '../../errors/fault-words.ts';
import { fieldsOf } from './project-object.ts';
import type { FieldShape, Selection, ValueShape } from './selection.ts';
import type { FaultPath } from './told-paths.ts';
import { typenameToAnswer } from './typename.ts';

/** A value that is null in the answer and that no error speaks of yet. */
export interface Fault {
  /** By the names of what was fetched. */
  readonly path: FaultPath;
  /** What is wrong, in French. */
  readonly detail: string;
}

/** What is known of nulls beside the data. */
interface KnownNulls {
  /** Whether an error speaks of this place. */
  isTold(path: FaultPath): boolean;
  /** Why a call left a value of this object out, when one did. */
  leftOut(object: Data, name: string): LeftOut | undefined;
  /** Whether the caller is refused this type, or this field of a type. */
  isWithheld(coordinate: string): boolean;
}

export interface FaultSearchOptions {
  readonly schema: GraphQLSchema;
  readonly known: KnownNulls;
  /** How many are looked for. */
  readonly most: number;
}

/** Every value that was asked and that the fetched data lack, or hold in a form that cannot be answered. */
export function findFaults(
  fields: readonly FieldShape[],
  root: Data,
  options: FaultSearchOptions,
): readonly Fault[] {
  const search = new FaultSearch(options);
  search.visitFields(fields, root);
  return search.faults;
}

class FaultSearch {
  readonly faults: Fault[] = [];
  readonly #options: FaultSearchOptions;
  readonly #path: (string | number)[] = [];
  /** Objects without a fault: several parents may hold one. */
  readonly #sound = new Map<Selection, Set<Data>>();

  constructor(options: FaultSearchOptions) {
    this.#options = options;
  }

  visitFields(fields: readonly FieldShape[], object: Data): void {
    for (const field of fields) {
      if (this.#isOver) return;
      this.#path.push(field.name);
      this.#visitField(field, object);
      this.#path.pop();
    }
  }

  get #isOver(): boolean {
    return this.faults.length >= this.#options.most;
  }

  #visitField(field: FieldShape, object: Data): void {
    // The path has the client's name; the words have the schema's.
    const name = field.kind === 'typename' ? '__typename' : field.fieldName;
    const place = (): string => atField(`${field.parentType}.${name}`);
    if (field.kind === 'typename') {
      const { schema } = this.#options;
      const isKnown = typenameToAnswer(schema, object, field.name, field.parentType) !== undefined;
      if (!isKnown) this.#addNull(sayAbsent, place);
      return;
    }
    const value = object[field.name];
    if (value !== undefined) this.#visitValue(field.value, value, place);
    else this.#visitAbsent(field, object, place);
  }

  #visitAbsent(field: FieldShape & { readonly kind: 'field' }, object: Data, place: () => string): void {
    const { known } = this.#options;
    if (known.isWithheld(field.owner) || known.isWithheld(`${field.owner}.${field.fieldName}`)) return;
    const why = known.leftOut(object, field.name);
    if (why === undefined) this.#addNull(sayAbsent, place);
    if (why === 'MISSING' && field.value.nonNull) this.#addNull(sayNull, place);
  }

  #visitValue(shape: ValueShape, value: unknown, place: () => string): void {
    if (value === null || value === undefined) {
      if (shape.nonNull) this.#addNull(sayNull, place);
      return;
    }
    switch (shape.kind) {
      case 'leaf':
        if (!shape.isValid(value)) this.#add(sayWrong(place()));
        return;
      case 'list':
        if (Array.isArray(value)) this.#visitList(shape, value);
        else this.#add(sayWrong(place()));
        return;
      case 'object':
        if (isData(value)) this.#visitObject(shape.selection, value, place);
        else this.#add(sayWrong(place()));
    }
  }

  #visitList({ item, itemType }: ValueShape & { readonly kind: 'list' }, list: readonly unknown[]): void {
    for (const [index, value] of list.entries()) {
      if (this.#isOver) return;
      this.#path.push(index);
      this.#visitValue(item, value, () => atElement(itemType, index));
      this.#path.pop();
    }
  }

  #visitObject(selection: Selection, object: Data, place: () => string): void {
    const sound = this.#sound.get(selection) ?? new Set();
    this.#sound.set(selection, sound);
    if (sound.has(object)) return;
    const before = this.faults.length;
    const fields = fieldsOf(selection, object);
    if (fields) this.visitFields(fields, object);
    else this.#add(sayUnknownType(place()));
    if (this.faults.length === before) sound.add(object);
  }

  /** A null is often what an error already speaks of. */
  #addNull(say: (place: string) => string, place: () => string): void {
    if (!this.#options.known.isTold(this.#path)) this.#add(say(place()));
  }

  #add(detail: string): void {
    this.faults.push({ path: [...this.#path], detail });
  }
}
