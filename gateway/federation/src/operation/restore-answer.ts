import type { FieldNode, SelectionSetNode } from 'graphql';
import { readFragments, type Fragments } from '../graphql/document.ts';
import { fieldsByResponseName } from '../graphql/operation-fields.ts';
import type { RewrittenOperation } from './rewrite-operation.ts';

export type ErrorPath = readonly (string | number)[];

/** Puts an answer made for the rewritten operation back under the client's own names, in the client's order. */
export interface AnswerRestorer {
  data(data: unknown): unknown;
  path(path: ErrorPath): ErrorPath;
  /** As `path`, as far as the client asked: what a plan needs besides is left out. */
  askedPath(path: ErrorPath): ErrorPath;
}

/** `hiddenNames` gives the field that a name of the planner's own stands for: it may appear in the path of an error. */
export function createAnswerRestorer(
  rewritten: RewrittenOperation,
  hiddenNames: (name: string) => string | undefined,
): AnswerRestorer {
  const fragments = readFragments(rewritten.document);
  const root = new Places([rewritten.operation.selectionSet], fragments, rewritten.responseNames);
  const unchanged = rewritten.responseNames.size === 0;
  return {
    data: (data) => (unchanged ? data : restoreData(data, root)),
    path: (path) => restorePath(path, root, hiddenNames),
    askedPath: (path) => restorePath(path.slice(0, askedLength(path, root)), root, () => undefined),
  };
}

/** The response names at one place of the answer, and what lies below each; read only where the answer goes. */
class Places {
  readonly #fields: ReadonlyMap<string, readonly FieldNode[]>;
  readonly #below = new Map<string, Places | undefined>();
  readonly #fragments: Fragments;
  readonly #names: ReadonlyMap<string, string>;

  constructor(sets: readonly SelectionSetNode[], fragments: Fragments, names: ReadonlyMap<string, string>) {
    this.#fields = fieldsByResponseName(sets, fragments);
    this.#fragments = fragments;
    this.#names = names;
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  clientName(name: string): string {
    return this.#names.get(name) ?? name;
  }

  below(name: string): Places | undefined {
    if (!this.#below.has(name)) this.#below.set(name, this.#readBelow(name));
    return this.#below.get(name);
  }

  #readBelow(name: string): Places | undefined {
    const sets = (this.#fields.get(name) ?? []).flatMap((field) => field.selectionSet ?? []);
    return sets.length > 0 ? new Places(sets, this.#fragments, this.#names) : undefined;
  }
}

/** A leaf is left as it is, even when it holds an object: it is the subgraph's own value. */
function restoreData(value: unknown, places: Places | undefined): unknown {
  if (!places || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => restoreData(item, places));
  const restored: Record<string, unknown> = Object.create(null);
  for (const [name, inner] of Object.entries(value)) {
    restored[places.clientName(name)] = restoreData(inner, places.below(name));
  }
  return restored;
}

function askedLength(path: ErrorPath, root: Places): number {
  let places: Places | undefined = root;
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') continue;
    const name = documentName(step, places);
    if (!places?.has(name)) return index;
    places = places.below(name);
  }
  return path.length;
}

const documentName = (step: string, places: Places | undefined): string =>
  places?.has(step) ? step : step.replace(/__alias_\d+$/, '');

function restorePath(
  path: ErrorPath,
  root: Places,
  hiddenNames: (name: string) => string | undefined,
): ErrorPath {
  let places: Places | undefined = root;
  return path.map((step) => {
    if (typeof step === 'number') return step;
    const name = documentName(step, places);
    const client: string = places?.has(name) ? places.clientName(name) : (hiddenNames(name) ?? name);
    places = places?.below(name);
    return client;
  });
}
