import type { Data } from './merge.ts';
import type { FlatRepresentation, Representation } from './representation.ts';

/** The entities of one type asked for in one way. `rows` finds by the first required field; the others are columns. */
interface KnownEntities {
  readonly rows: Map<unknown, number>;
  readonly columns: readonly unknown[][];
  readonly entries: number[];
}

/**
 * Numbers entities in the order they are first met, the same number for the same representation. Entities of leaf
 * fields alone are told apart by these: their text is made once an entity, not once a place that holds it.
 */
export class EntityIndex {
  /** The representation of each entry, as JSON text. */
  readonly texts: string[] = [];
  readonly #byText = new Map<string, number>();
  readonly #bySignature = new Map<string, KnownEntities>();

  /** Undefined for an entity that cannot be asked for. */
  entryOf(representation: Representation, entity: Data): number | undefined {
    const typename = entity['__typename'];
    const flat = typeof typename === 'string' ? representation.flatFor(typename) : undefined;
    const entry = flat && this.#flatEntry(flat, entity);
    if (entry !== undefined) return entry;
    const text = representation.textOf(entity);
    return text === undefined ? undefined : this.#textEntry(text);
  }

  #flatEntry(flat: FlatRepresentation, entity: Data): number | undefined {
    const { names } = flat;
    const first = entity[names[0]!];
    if (typeof first !== 'string' && typeof first !== 'number') return undefined;
    const known = this.#knownFor(flat);
    const row = known.rows.get(first);
    if (row === undefined) return this.#addRow(known, flat, entity, first);
    for (let index = 1; index < names.length; index++) {
      if (entity[names[index]!] !== known.columns[index]![row]) return undefined;
    }
    return known.entries[row]!;
  }

  #knownFor({ signature, names }: FlatRepresentation): KnownEntities {
    let known = this.#bySignature.get(signature);
    if (!known) {
      known = { rows: new Map(), columns: names.map(() => []), entries: [] };
      this.#bySignature.set(signature, known);
    }
    return known;
  }

  /** Undefined when a field is missing, or is an object, which another of the same content would not equal. */
  #addRow(
    { rows, columns, entries }: KnownEntities,
    { names, textOf }: FlatRepresentation,
    entity: Data,
    first: string | number,
  ): number | undefined {
    if (!names.every((name) => isComparable(entity[name]))) return undefined;
    const entry = this.texts.push(textOf(entity)) - 1;
    rows.set(first, entries.push(entry) - 1);
    for (let index = 1; index < names.length; index++) columns[index]!.push(entity[names[index]!]);
    return entry;
  }

  #textEntry(text: string): number {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const entry = this.texts.push(text) - 1;
    this.#byText.set(text, entry);
    return entry;
  }
}

const isComparable = (value: unknown): boolean =>
  value !== undefined && (typeof value !== 'object' || value === null);
