import { isCondition } from '../graphql/conditions.ts';
import { Kind, type InlineFragmentNode, type SelectionSetNode } from 'graphql';
import { pathKey, type Path } from './entity-fetch.ts';
import { namesOf, selectionOf, type PlanStep } from '../plan/steps.ts';

/** One leaf that a step asks for, and what must hold for it to be there. */
interface Leaf {
  readonly fragments: readonly { readonly depth: number; readonly type: string }[];
  readonly isConditional: boolean;
}

/** What a plan asks for whatever the variables and the types, and what it asks for at times only. */
export class GivenPaths {
  readonly #leaves = new Map<string, Leaf[]>();
  readonly #types = new Map<string, Set<string>>();

  constructor(steps: readonly PlanStep[]) {
    for (const step of steps) {
      const set = selectionOf(step.fetch);
      const isConditional = step.conditions.length > 0;
      if (set) this.#read(set, namesOf(step.path), { fragments: [], isConditional });
    }
  }

  /** Whether `leaf` is there for every object of `type` at `path`. */
  isAlwaysGiven(path: Path, type: string | undefined, leaf: Path): boolean {
    const names = namesOf(path);
    const found = this.#leaves.get(pathKey([...names, ...leaf])) ?? [];
    return found.some(
      ({ fragments, isConditional }) =>
        !isConditional && fragments.every((fragment) => this.#appliesToAll(fragment, names, type)),
    );
  }

  #appliesToAll(
    { depth, type }: Leaf['fragments'][number],
    names: Path,
    entityType: string | undefined,
  ): boolean {
    if (depth > names.length) return true;
    if (depth === names.length) return type === entityType;
    // Where one type only is told apart, it is the one that leads here.
    return (this.#types.get(pathKey(names.slice(0, depth)))?.size ?? 0) <= 1;
  }

  #read(set: SelectionSetNode, path: Path, leaf: Leaf): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
      const isConditional = leaf.isConditional || (selection.directives ?? []).some(isCondition);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#read(selection.selectionSet, path, this.#inside(selection, path, { ...leaf, isConditional }));
        continue;
      }
      const below = [...path, selection.alias?.value ?? selection.name.value];
      if (selection.selectionSet) this.#read(selection.selectionSet, below, { ...leaf, isConditional });
      else this.#add(below, { ...leaf, isConditional });
    }
  }

  #inside(fragment: InlineFragmentNode, path: Path, leaf: Leaf): Leaf {
    const type = fragment.typeCondition?.name.value;
    if (!type) return leaf;
    const types = this.#types.get(pathKey(path)) ?? new Set<string>();
    this.#types.set(pathKey(path), types.add(type));
    return { ...leaf, fragments: [...leaf.fragments, { depth: path.length, type }] };
  }

  #add(path: Path, leaf: Leaf): void {
    const known = this.#leaves.get(pathKey(path));
    if (known) known.push(leaf);
    else this.#leaves.set(pathKey(path), [leaf]);
  }
}
