import { chanceOf, pick } from '@palier/federation/testing/random';
import { namedIn, type DrawnField, type DrawnGraph, type DrawnType } from './drawn-graph.ts';

/** One object of a drawn type. */
export interface DrawnObject {
  readonly __typename: string;
  readonly id: string;
}

const OBJECTS_A_TYPE = 3;

/** The values of a drawn graph: the same wherever they are asked. */
export class DrawnData {
  readonly #graph: DrawnGraph;

  constructor(graph: DrawnGraph) {
    this.#graph = graph;
  }

  objectsOf(type: string): readonly DrawnObject[] {
    return Array.from({ length: OBJECTS_A_TYPE }, (_, rank) => ({ __typename: type, id: `${type}-${rank}` }));
  }

  typeOf({ __typename: name }: DrawnObject): DrawnType {
    return this.#graph.types.find((type) => type.name === name)!;
  }

  /** What keys are made of. */
  keyPart({ id }: DrawnObject, name: string): unknown {
    if (name === 'id') return id;
    return name === 'at' ? { x: id.charCodeAt(3), y: id.charCodeAt(1) } : `code of ${id}`;
  }

  leaf(
    { __typename: type, id }: DrawnObject,
    name: string,
    args: Readonly<Record<string, unknown>>,
  ): string | null {
    const text = Object.keys(args).length > 0 ? JSON.stringify(args) : '';
    const isNull = chanceOf(this.#graph.seed, type, id, name, text) < 0.12;
    return isNull ? null : `${name}${text} of ${id}`;
  }

  link(from: string, { name, type }: DrawnField): unknown {
    const chance = (...parts: readonly unknown[]) => chanceOf(this.#graph.seed, from, name, ...parts);
    const one = (...place: readonly unknown[]): DrawnObject => {
      const types = this.#candidates(namedIn(type), chance('type', ...place));
      return pick(chance('object', ...place), this.objectsOf(types));
    };
    const orNull = (value: unknown, ...place: readonly unknown[]) =>
      chance('null', ...place) < 0.12 ? null : value;
    const many = (make: (rank: number) => unknown, ...place: readonly unknown[]) =>
      Array.from({ length: Math.floor(chance('length', ...place) * 4) }, (_, rank) => make(rank));
    if (!type.startsWith('[')) return orNull(one(), 'one');
    if (type.startsWith('[[')) {
      const row = (at: number) =>
        orNull(
          many((rank) => orNull(one(at, rank), at, rank), at),
          at,
        );
      return orNull(many(row), 'all');
    }
    if (type.endsWith('!]!')) return many((rank) => one(rank));
    return orNull(
      many((rank) => orNull(one(rank), rank)),
      'all',
    );
  }

  #candidates(target: string, chance: number): string {
    const { types } = this.#graph;
    if (target === 'Any') return pick(chance, types).name;
    if (target === 'Thing')
      return pick(
        chance,
        types.filter((type) => type.implementsThing),
      ).name;
    return target;
  }
}
