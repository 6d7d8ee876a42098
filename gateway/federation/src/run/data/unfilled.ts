import type { Data } from './merge.ts';
import type { MergeShape } from './merge-shape.ts';

/** Why a call left values out: the subgraph has no such entity, or an error says what happened. */
export type LeftOut = 'MISSING' | 'FAILED';

/** What calls were to fill and did not, by the object that lacks it. Most runs have none. */
export class Unfilled {
  readonly #byObject = new Map<Data, { readonly shape: MergeShape; readonly why: LeftOut }[]>();

  add(object: Data, shape: MergeShape, why: LeftOut): void {
    const known = this.#byObject.get(object);
    if (known) known.push({ shape, why });
    else this.#byObject.set(object, [{ shape, why }]);
  }

  get isEmpty(): boolean {
    return this.#byObject.size === 0;
  }

  /** Nothing where no call was to fill it, or one did. */
  reasonOf(object: Data, name: string): LeftOut | undefined {
    const left = this.#byObject.get(object)?.filter(({ shape }) => fills(shape, name)) ?? [];
    return left.some(({ why }) => why === 'FAILED') ? 'FAILED' : left[0]?.why;
  }
}

const fills = ({ leaves, composites }: MergeShape, name: string): boolean =>
  leaves.includes(name) || composites.some(({ key }) => key === name);
