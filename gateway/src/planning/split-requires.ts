import type { FetchNode } from '@apollo/query-planner';
import { Kind, type DirectiveNode, type VariableNode } from 'graphql';
import {
  openEntityFetch,
  pathKey,
  withoutPaths,
  type EntityFetch,
  type EntityField,
  type Path,
} from './entity-fetch.ts';
import { PlanningError } from './planning-error.ts';
import type { PreparedSupergraph } from './prepare-supergraph.ts';

/**
 * Splits a fetch of entities where one representation cannot serve all its fields:
 * - two of them require one field with different arguments, and there is room for one value;
 * - one is under a condition and requires what is then not fetched: the stock engine would leave the whole
 *   representation out, and every other field of the fetch null.
 *
 * Any other fetch is given back alone.
 */
export function splitRequires(fetch: FetchNode, prepared: PreparedSupergraph): readonly FetchNode[] {
  const opened = openEntityFetch(fetch, prepared);
  if (!opened) return [fetch];
  const groups = groupFields(opened, prepared);
  const [only, ...others] = groups;
  if (!only || others.length === 0) return [fetch];
  return groups.map((group, rank) => toNode(opened, group, rank, prepared));
}

/** Fields of one fetch that one representation serves. */
interface Group {
  readonly condition: string;
  readonly fields: EntityField[];
  readonly requires: Path[];
}

function groupFields({ fields }: EntityFetch, prepared: PreparedSupergraph): readonly Group[] {
  const groups: Group[] = [];
  for (const field of fields) {
    if (contestedPaths(field.requires, prepared).size > 0) {
      throw new PlanningError('EXIGENCE_CONTRADICTOIRE', `Il s’agit de « ${field.node.name.value} ».`);
    }
    const condition = field.requires.length === 0 ? '' : conditionText(field);
    const fitting = groups.find((group) => group.condition === condition && isServed(group, field, prepared));
    if (fitting) {
      fitting.fields.push(field);
      fitting.requires.push(...field.requires);
    } else {
      groups.push({ condition, fields: [field], requires: [...field.requires] });
    }
  }
  return groups;
}

function isServed(group: Group, field: EntityField, prepared: PreparedSupergraph): boolean {
  return contestedPaths([...group.requires, ...field.requires], prepared).size === 0;
}

/** What must hold for a field to be asked for at all, as text. */
function conditionText({ around, node }: EntityField): string {
  return [...around, node]
    .flatMap((place) => (place.directives ?? []).filter(isCondition))
    .map((directive) => `${directive.name.value} ${conditionVariable(directive)?.name.value ?? 'constant'}`)
    .toSorted()
    .join(', ');
}

function isCondition(directive: DirectiveNode): boolean {
  return directive.name.value === 'skip' || directive.name.value === 'include';
}

function conditionVariable(directive: DirectiveNode): VariableNode | undefined {
  const value = directive.arguments?.[0]?.value;
  return value?.kind === Kind.VARIABLE ? value : undefined;
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
function toNode(opened: EntityFetch, group: Group, rank: number, prepared: PreparedSupergraph): FetchNode {
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
