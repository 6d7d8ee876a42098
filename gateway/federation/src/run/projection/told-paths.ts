export type FaultPath = readonly (string | number)[];

interface Step {
  readonly below: Map<string | number, Step>;
  isEnd: boolean;
}

/** The places that errors speak of, to know fast whether a null has its error already. */
export class ToldPaths {
  readonly #root: Step = newStep();

  constructor(errors: readonly unknown[]) {
    for (const error of errors) {
      const path = (error as { readonly path?: FaultPath } | undefined)?.path;
      if (path) this.#add(path);
    }
  }

  /** Whether some error speaks of this place, of what holds it or of what it holds. One that names no element speaks of all. */
  has(path: FaultPath): boolean {
    let steps = [this.#root];
    for (const name of path) {
      steps = steps.flatMap((step) => {
        const next = step.below.get(name) ?? [];
        return typeof name === 'number' ? [next, step].flat() : next;
      });
      if (steps.length === 0) return false;
      if (steps.some(({ isEnd }) => isEnd)) return true;
    }
    return true;
  }

  #add(path: FaultPath): void {
    let step = this.#root;
    for (const name of path) {
      let next = step.below.get(name);
      if (!next) {
        next = newStep();
        step.below.set(name, next);
      }
      step = next;
    }
    // An error of nowhere says nothing of any null.
    step.isEnd = path.length > 0;
  }
}

const newStep = (): Step => ({ below: new Map(), isEnd: false });
