import { toIds } from './ids.ts';
import type { Data } from './merge.ts';
import type { FlatRepresentation, Representation, SharedSelections } from './representation.ts';
import { writeJson } from '@palier/calls/json/write-json';

/** Entries whose leaf fields are the same. Texts are made from the second on: most entities are told apart by these. */
interface Alike {
  readonly first: number;
  byText: Map<string, number> | undefined;
}

/**
 * Numbers entities in the order they are first met, the same number for the same representation. Entities of leaf
 * fields alone are told apart by these; the others by their text.
 */
export class EntityIndex {
  /** What is sent for each entry. */
  readonly representations: Data[] = [];
  /** Entries that are not of leaf fields alone, by those that are. */
  readonly #alike = new Map<string, Alike>();
  readonly #shared: SharedSelections = new Map();
  /** For each way of asking, entries by the first required field. */
  readonly #byFirst = new Map<string, Map<unknown, number>>();

  /** Undefined for an entity that cannot be asked for. */
  entryOf(representation: Representation, entity: Data): number | undefined {
    const typename = entity['__typename'];
    const flat = typeof typename === 'string' ? representation.flatFor(typename) : undefined;
    const entry = flat && this.#flatEntry(flat, entity);
    if (entry !== undefined) return entry;
    const built = representation.build(entity, this.#shared);
    return built && this.#nestedEntry(built);
  }

  #flatEntry(flat: FlatRepresentation, entity: Data): number | undefined {
    const { signature, names } = flat;
    const first = readField(flat, names[0]!, entity);
    if (typeof first !== 'string' && typeof first !== 'number' && typeof first !== 'bigint') return undefined;
    let entries = this.#byFirst.get(signature);
    if (!entries) {
      entries = new Map();
      this.#byFirst.set(signature, entries);
    }
    const entry = entries.get(first);
    if (entry !== undefined) return this.#isSame(entry, flat, entity) ? entry : undefined;
    const built = buildFlat(flat, entity);
    if (!built) return undefined;
    entries.set(first, this.representations.length);
    return this.representations.push(built) - 1;
  }

  #isSame(entry: number, flat: FlatRepresentation, entity: Data): boolean {
    const { names } = flat;
    const known = this.representations[entry]!;
    for (let index = 1; index < names.length; index++) {
      const name = names[index]!;
      if (readField(flat, name, entity) !== known[name]) return false;
    }
    return true;
  }

  #nestedEntry(built: Data): number {
    const leaves = leavesOf(built);
    const alike = this.#alike.get(leaves);
    if (!alike) {
      const first = this.representations.push(built) - 1;
      this.#alike.set(leaves, { first, byText: undefined });
      return first;
    }
    alike.byText ??= new Map([[writeJson(this.representations[alike.first]), alike.first]]);
    const text = writeJson(built);
    const known = alike.byText.get(text);
    if (known !== undefined) return known;
    const entry = this.representations.push(built) - 1;
    alike.byText.set(text, entry);
    return entry;
  }
}

function leavesOf(built: Data): string {
  let leaves = '';
  for (const name in built) {
    const value = built[name];
    if (typeof value !== 'object') leaves += `${String(value)}\n`;
  }
  return leaves;
}

function readField({ ids }: FlatRepresentation, name: string, entity: Data): unknown {
  const value = entity[name];
  return typeof value === 'string' || !ids.has(name) ? value : toIds(value);
}

/** Undefined when a field is missing, or is an object, which another of the same content would not equal. */
function buildFlat(flat: FlatRepresentation, entity: Data): Data | undefined {
  const built: Data = { __typename: entity['__typename'] };
  for (const name of flat.names) {
    const value = readField(flat, name, entity);
    if (value === undefined || (typeof value === 'object' && value !== null)) return undefined;
    built[name] = value;
  }
  return built;
}
