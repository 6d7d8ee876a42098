import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { parse, type GraphQLSchema } from 'graphql';
import { compileContextValues, type ContextValues } from '../data/context-values.ts';
import { operationOf, readFragments } from '../../graphql/document.ts';
import { compositePaths, responseNames, shapeOf, type MergeShape } from '../data/merge-shape.ts';
import { dotted, prefixesOf, toPlanPath, type PlanPath } from '../data/response-path.ts';

/** Fetches that ask the same thing of the same subgraph at different paths: an entity one has asked for, all know. */
export interface EntityGroup {
  readonly signature: string;
}

interface FetchFacts {
  readonly shape: MergeShape;
  /** Present when another fetch of the plan belongs to the same group. */
  readonly group: EntityGroup | undefined;
  /** What several entities receive must be copied for each, because another fetch writes into the same objects. */
  readonly copies: boolean;
  /** What the fetch takes from above its entities, when it does. */
  readonly contexts: ContextValues | undefined;
}

export interface PlanFacts {
  readonly fetches: ReadonlyMap<FetchNode, FetchFacts>;
  /** Dotted paths of the objects and lists that several parents may hold together. */
  readonly sharedPaths: ReadonlySet<string>;
}

interface Located {
  readonly fetch: FetchNode;
  readonly path: PlanPath;
  readonly shape: MergeShape;
  readonly composites: readonly string[];
  readonly contexts: ContextValues | undefined;
}

export interface StudyOptions {
  /** Whether an entity that two fetches ask in the same way may be asked once. */
  readonly grouping: boolean;
  /** The whole supergraph's. */
  readonly schema: GraphQLSchema;
}

/** Studies the whole plan; undefined when some part of it is not understood. */
export function studyPlan(node: PlanNode, options: StudyOptions): PlanFacts | undefined {
  const located: Located[] = [];
  if (!locateFetches(node, [], located, options.schema)) return undefined;
  const groups = options.grouping ? groupFetches(located) : new Map<FetchNode, EntityGroup>();
  const providers = countBy(located.flatMap((one) => one.composites));
  // An object that takes something from above it has one place only.
  const inContext = new Set(located.flatMap((one) => (one.contexts ? prefixesOf(one.path) : [])));
  const fetches = new Map<FetchNode, FetchFacts>();
  const sharedPaths = new Set<string>();
  for (const { fetch, shape, composites, contexts } of located) {
    const copies = composites.some((path) => providers.get(path)! > 1 || inContext.has(path));
    fetches.set(fetch, { shape, copies, group: groups.get(fetch), contexts });
    if (fetch.requires && !copies) composites.forEach((path) => sharedPaths.add(path));
  }
  return { fetches, sharedPaths };
}

function locateFetches(node: PlanNode, at: PlanPath, located: Located[], schema: GraphQLSchema): boolean {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.every((child) => locateFetches(child, at, located, schema));
    case 'Flatten': {
      const path = toPlanPath(node.path);
      return path !== undefined && locateFetches(node.node, [...at, ...path], located, schema);
    }
    case 'Condition':
      return [node.ifClause, node.elseClause].every(
        (branch) => !branch || locateFetches(branch, at, located, schema),
      );
    case 'Fetch':
      return locateFetch(node, at, located, schema);
    default:
      return false;
  }
}

function locateFetch(fetch: FetchNode, path: PlanPath, located: Located[], schema: GraphQLSchema): boolean {
  if (fetch.variableUsages?.includes('representations')) return false;
  // Answers are given their names around the call: what is left of that was not repaired.
  if (fetch.outputRewrites?.length) return false;
  const takes = Boolean(fetch.contextRewrites?.length);
  const contexts = takes && fetch.requires ? compileContextValues(schema, fetch, path) : undefined;
  if (takes && !contexts) return false;
  const shape = receivedShape(fetch);
  if (!shape) return false;
  // On a plain object such a name would be found where nobody put it.
  for (const name of responseNames(shape)) if (name in Object.prototype) return false;
  located.push({ fetch, path, shape, contexts, composites: [...compositePaths(shape, dotted(path))] });
  return true;
}

function receivedShape(fetch: FetchNode): MergeShape | undefined {
  const document = fetch.operationDocumentNode ?? parse(fetch.operation, { noLocation: true });
  const shape = shapeOf(operationOf(document).selectionSet, readFragments(document));
  return fetch.requires ? shape.composites.find(({ key }) => key === '_entities')?.shape : shape;
}

function groupFetches(located: readonly Located[]): Map<FetchNode, EntityGroup> {
  const entityFetches = located.flatMap((one) => (one.fetch.requires && !one.contexts ? [one.fetch] : []));
  const sizes = countBy(entityFetches.map(signatureOf));
  const groups = new Map<string, EntityGroup>();
  const grouped = new Map<FetchNode, EntityGroup>();
  for (const fetch of entityFetches) {
    const signature = signatureOf(fetch);
    if (sizes.get(signature)! < 2) continue;
    if (!groups.has(signature)) groups.set(signature, { signature });
    grouped.set(fetch, groups.get(signature)!);
  }
  return grouped;
}

// The planner numbers the operations of a plan by their names: the name says nothing of what is asked.
const signatureOf = (fetch: FetchNode): string =>
  JSON.stringify([
    fetch.serviceName,
    fetch.operation.replace(/^(query|mutation)\s+\w+/, '$1'),
    fetch.variableUsages,
  ]);

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
