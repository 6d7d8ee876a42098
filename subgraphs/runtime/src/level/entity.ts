import type { ClassType } from 'type-graphql';
import type { Reference } from '../graph/reference.ts';
import type { Versioned } from '../history/versions.ts';
import type { ActeDefinition } from '../journal/acte.ts';

/** All that a level has of one thing, which a folder holds and its level names in one line. */
export interface Entity {
  /** Every class with a key: one that is reached through `_entities` alone would otherwise vanish without a word. */
  readonly types?: readonly ClassType[];
  readonly references?: readonly Reference[];
  readonly resolvers?: readonly ClassType[];
  /** What can be done of it, each kind and version. */
  readonly actes?: readonly ActeDefinition[];
  /** What is followed of it through time; said once all types are known, for it shows their fields. */
  readonly versions?: () => readonly Versioned[];
}

/** What several entities have, put together in the order of their names. */
export function gatherEntities(entities: Readonly<Record<string, Entity>>) {
  const all = Object.keys(entities)
    .sort()
    .map((name) => entities[name]!);
  return {
    entities: all.flatMap(({ types = [] }) => types),
    references: all.flatMap(({ references = [] }) => references),
    resolvers: all.flatMap(({ resolvers = [] }) => resolvers),
    actes: all.flatMap(({ actes = [] }) => actes),
    versions: all.flatMap(({ versions }) => versions?.() ?? []),
  };
}
