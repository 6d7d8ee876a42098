import type { PlanNode } from '@apollo/query-planner';
import {
  openEntityFetch,
  pathKey,
  withoutPaths,
  type EntityFetch,
  type EntityField,
  type Path,
} from './entity-fetch.ts';
import type { GivenPaths } from './given-paths.ts';
import type { PlanStep } from '../plan/steps.ts';
import { listConditions, type Condition } from '../graphql/conditions.ts';
import { EngineError } from '../errors/engine-error.ts';
import type { PreparedSupergraph } from '../prepare/prepare-supergraph.ts';

/**
 * Splits a fetch of entities where one representation cannot serve all its fields:
 * - two of them require one field with different arguments, and there is room for one value;
 * - one requires what is not always fetched, because it is under a condition or for some types only: the stock engine
 *   would then leave the whole representation out, and every other field of the fetch null.
 *
 * Any other fetch is given back alone.
 */
export function splitRequires(
  { fetch, path }: Pick<PlanStep, 'fetch' | 'path'>,
  given: GivenPaths,
  prepared: PreparedSupergraph,
): readonly PlanNode[] {
  const opened = openEntityFetch(fetch, prepared);
  if (!opened) return [fetch];
  const groups = groupFields(opened, (field) => fragileRequires(field, path, given), prepared);
  const [only, ...others] = groups;
  if (!only || others.length === 0) return [fetch];
  return groups.flatMap((group, rank) => underConditions(group, toNode(opened, group, rank, prepared)));
}

/** Fields of one fetch that one representation serves. */
interface Group {
  /** What they require that may not be there, the same for all. */
  readonly fragile: string;
  readonly fields: EntityField[];
  readonly requires: Path[];
}

/** What a field requires that may not be there, as text. */
function fragileRequires({ type, requires }: EntityField, path: Path, given: GivenPaths): string {
  return requires
    .filter((leaf) => !given.isAlwaysGiven(path, type, leaf))
    .map(pathKey)
    .toSorted()
    .join(' ');
}

function groupFields(
  { fields }: EntityFetch,
  fragileOf: (field: EntityField) => string,
  prepared: PreparedSupergraph,
): readonly Group[] {
  const groups: Group[] = [];
  for (const field of fields) {
    if (contestedPaths(field.requires, prepared).size > 0) {
      throw new EngineError('EXIGENCE_CONTRADICTOIRE', `Il s’agit de « ${field.node.name.value} ».`);
    }
    const fragile = fragileOf(field);
    const fitting = groups.find((group) => group.fragile === fragile && isServed(group, field, prepared));
    if (fitting) {
      fitting.fields.push(field);
      fitting.requires.push(...field.requires);
    } else {
      groups.push({ fragile, fields: [field], requires: [...field.requires] });
    }
  }
  return groups;
}

function isServed(group: Group, field: EntityField, prepared: PreparedSupergraph): boolean {
  return contestedPaths([...group.requires, ...field.requires], prepared).size === 0;
}

function conditionsOf({ around, node }: EntityField): readonly Condition[] {
  return [...around, node].flatMap((place) => listConditions(place.directives));
}

function conditionText(field: EntityField): string {
  return conditionsOf(field)
    .map(({ on, holds }) => `${on} ${holds}`)
    .toSorted()
    .join(', ');
}

/** A part whose fields are all under the same conditions is not asked for when they do not hold. */
function underConditions({ fields }: Group, node: PlanNode): readonly PlanNode[] {
  const [first, ...others] = fields;
  if (!first || others.some((field) => conditionText(field) !== conditionText(first))) return [node];
  const conditions = conditionsOf(first);
  if (conditions.some(({ on, holds }) => on === !holds)) return [];
  return [
    conditions.reduce<PlanNode>(
      (inner, { on, holds }) =>
        typeof on === 'boolean'
          ? inner
          : { kind: 'Condition', condition: on, ...(holds ? { ifClause: inner } : { elseClause: inner }) },
      node,
    ),
  ];
}

/** The paths that stand for one same place of a representation as another path, with other arguments. */
function contestedPaths(paths: readonly Path[], prepared: PreparedSupergraph): ReadonlySet<string> {
  const real = (name: string) => prepared.hiddenFields.get(name)?.field ?? name;
  const byPlace = new Map<string, Map<string, Path[]>>();
  for (const path of paths) {
    for (const [depth, name] of path.entries()) {
      const place = pathKey([...path.slice(0, depth), real(name)]);
      const names = byPlace.get(place) ?? new Map<string, Path[]>();
      names.set(name, [...(names.get(name) ?? []), path]);
      byPlace.set(place, names);
    }
  }
  const contested = [...byPlace.values()].filter((names) => names.size > 1);
  return new Set(contested.flatMap((names) => [...names.values()].flat().map(pathKey)));
}

/** The part of the fetch for one group, without what only the others require. */
function toNode(opened: EntityFetch, group: Group, rank: number, prepared: PreparedSupergraph): PlanNode {
  const needed = new Set(group.requires.map(pathKey));
  const ofOthers = opened.fields
    .filter((field) => !group.fields.includes(field))
    .flatMap((field) => field.requires.filter((path) => !isKeyPath(field, path, prepared)).map(pathKey));
  const dropped = new Set(ofOthers.filter((path) => !needed.has(path)));
  return opened.withFields(group.fields, withoutPaths(opened.fetch.requires ?? [], dropped), rank);
}

function isKeyPath({ type }: EntityField, path: Path, prepared: PreparedSupergraph): boolean {
  return prepared.keyFields.has(`${type}.${path[0]}`);
}
