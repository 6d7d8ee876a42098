import type { PlanPath } from './response-path.ts';

interface Branch {
  readonly below: Map<string, Branch>;
  isEnd: boolean;
}

/** Dotted paths, to know fast whether a path goes through one of them, however deep and many they are. */
export class PathTree {
  readonly #root: Branch = { below: new Map(), isEnd: false };

  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      let branch = this.#root;
      for (const name of path.split('.')) {
        const next = branch.below.get(name) ?? { below: new Map<string, Branch>(), isEnd: false };
        branch.below.set(name, next);
        branch = next;
      }
      branch.isEnd = true;
    }
  }

  /** Whether one of the paths is `path` or a beginning of it. */
  isOn(path: PlanPath): boolean {
    let branch: Branch | undefined = this.#root;
    for (const name of path) {
      if (name === '@') continue;
      branch = branch.below.get(name);
      if (!branch) return false;
      if (branch.isEnd) return true;
    }
    return false;
  }
}
