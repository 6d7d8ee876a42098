import { parse, print, type ArgumentNode, type DocumentNode } from 'graphql';
import type { AccessRequirements } from '../supergraph/access-requirements.ts';
import {
  readContextArguments,
  readContextSetters,
  type ContextArgument,
} from '../supergraph/context-arguments.ts';
import { readDemandControl, type DemandControl } from '../supergraph/demand-control.ts';
import { keepExecutableDirectives, readDirectiveDefaults } from './executable-directives.ts';
import { coordinatesIn, fieldNamesIn, parseFieldSet } from '../supergraph/field-set.ts';
import { hideRequiredArguments } from './hidden-fields.ts';
import type { HiddenField } from './hiding.ts';
import { directivesNamed, readArguments, readText, type JoinNames } from '../supergraph/join-directives.ts';
import { inaccessibleNameIn, linkInaccessible } from './link-inaccessible.ts';
import {
  directiveNameIn,
  readLinkedFeatures,
  typeNameIn,
  type LinkedFeature,
} from '../supergraph/linked-features.ts';
import { orderResolvableKeysFirst } from './order-join-keys.ts';
import { readOverrideLabels } from '../supergraph/override-labels.ts';
import { EngineError } from '../errors/engine-error.ts';
import { readExternals } from '../supergraph/externals.ts';
import { readAccessRequirements } from '../supergraph/read-access-requirements.ts';
import { joinedFields, readRequirements, type Requirement } from '../supergraph/required-paths.ts';
import { readRootTypes, type RootTypes } from '../supergraph/root-types.ts';
import { removeFeatures } from './remove-features.ts';
import {
  readSubgraphs,
  readSupergraphTypes,
  type SupergraphSubgraph,
  type SupergraphTypes,
} from '../supergraph/supergraph-types.ts';
import { readWrittenDefaults, type WrittenDefaults } from '../supergraph/written-defaults.ts';

/** A supergraph made safe for the planner, with what the gateway must know besides. Plain data: it crosses threads. */
export interface PreparedSupergraph {
  /** The SDL to give to the planner; never to clients. */
  readonly sdl: string;
  readonly subgraphs: readonly SupergraphSubgraph[];
  /** Fields the planner knows and no client does, by name. */
  readonly hiddenFields: ReadonlyMap<string, HiddenField>;
  /** What a field of a subgraph requires, by `subgraph Type.field`. */
  readonly requirements: ReadonlyMap<string, Requirement>;
  /** The fields a subgraph names without ever giving them, as `subgraph Type.field`, with the subgraphs that do. */
  readonly externals: ReadonlyMap<string, readonly string[]>;
  /** Types that set what some field below them takes as an argument (`@context`, `@fromContext`). */
  readonly contextTypes: ReadonlySet<string>;
  /** Types that a subgraph has as an object and others as an interface, as `subgraph Type`. */
  readonly interfaceObjects: ReadonlySet<string>;
  /** Names the planner may ask for by itself: keys, required fields, `__typename`. */
  readonly reservedNames: ReadonlySet<string>;
  /** Fields that are part of a key, by `Type.field`. */
  readonly keyFields: ReadonlySet<string>;
  /** Arguments that a client may leave out of a directive, by directive. */
  readonly directiveDefaults: ReadonlyMap<string, readonly ArgumentNode[]>;
  readonly rootTypes: RootTypes;
  readonly access: AccessRequirements;
  readonly overrideLabels: ReadonlySet<string>;
  readonly demand: DemandControl;
  readonly writtenDefaults: WrittenDefaults;
}

/** Prepares any supergraph; throws a `SUPERGRAPHE_INVALIDE` when the text is not one. */
export function prepareSupergraph(sdl: string): PreparedSupergraph {
  const document = parseSupergraph(sdl);
  const features = readLinkedFeatures(document);
  refuseConnectors(features);
  const join = readJoinNames(features);
  const original = readSupergraphTypes(document);
  const setters = readContextSetters(original, features);
  const ordered = keepExecutableDirectives(orderResolvableKeysFirst(document, join), features);
  const unlocked = removeFeatures(ordered, removableFeatures(features));
  const hidden = hideRequiredArguments(
    unlocked,
    readSupergraphTypes(unlocked),
    join,
    inaccessibleNameIn(features),
    setters,
  );
  const ready = hidden.fields.size > 0 ? linkInaccessible(hidden.document, features) : hidden.document;
  const types = readSupergraphTypes(ready);
  const subgraphs = readSubgraphs(types, join);
  const contexts = readContextArguments(types, join, setters);
  return {
    sdl: print(ready),
    subgraphs,
    hiddenFields: hidden.fields,
    requirements: readRequirements(types, join, subgraphs),
    externals: readExternals(types, join, subgraphs),
    contextTypes: new Set(contexts.flatMap(({ setters: owners }) => owners)),
    interfaceObjects: readInterfaceObjects(types, join, subgraphs),
    reservedNames: readReservedNames(types, join, contexts),
    keyFields: readKeyFields(types, join),
    directiveDefaults: readDirectiveDefaults(ready),
    rootTypes: readRootTypes(ready, types, join, subgraphs),
    access: readAccessRequirements(original, features, join, readContextArguments(original, join, setters)),
    overrideLabels: readOverrideLabels(types, join),
    demand: readDemandControl(original, features),
    writtenDefaults: readWrittenDefaults(ready, types),
  };
}

/** @throws SUPERGRAPHE_INVALIDE when the text is not GraphQL */
export function parseSupergraph(sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true });
  } catch (cause) {
    throw new EngineError('SUPERGRAPHE_INVALIDE', 'Ce texte n’est pas du GraphQL bien formé.', {
      originalError: cause instanceof Error ? cause : null,
    });
  }
}

/** A connector is no GraphQL service: a plan would send it what it cannot read. */
function refuseConnectors(features: ReadonlyMap<string, LinkedFeature>): void {
  if (!features.has('connect')) return;
  throw new EngineError('SUPERGRAPHE_INVALIDE', 'Il emploie « @connect », qui n’est pas offert ici.');
}

/** The names of the join directives, as this document links them. */
function readJoinNames(features: ReadonlyMap<string, LinkedFeature>): JoinNames {
  const join = features.get('join');
  if (!join) {
    throw new EngineError('SUPERGRAPHE_INVALIDE', 'Il lui manque le lien à la spécification « join ».');
  }
  return {
    type: directiveNameIn(join, 'type'),
    field: directiveNameIn(join, 'field'),
    graph: directiveNameIn(join, 'graph'),
    graphEnum: typeNameIn(join, 'Graph'),
  };
}

/** What the engine refuses to start on, and that is done, or may be left undone, without it. */
function removableFeatures(features: ReadonlyMap<string, LinkedFeature>): readonly LinkedFeature[] {
  return ['authenticated', 'requiresScopes', 'policy', 'cacheTag'].flatMap(
    (name) => features.get(name) ?? [],
  );
}

function readInterfaceObjects(
  types: SupergraphTypes,
  join: JoinNames,
  subgraphs: readonly SupergraphSubgraph[],
): ReadonlySet<string> {
  const names = new Map(subgraphs.map(({ graph, name }) => [graph, name]));
  const found = types.withFields.flatMap((type) =>
    directivesNamed(type, join.type)
      .filter((directive) => readArguments(directive).get('isInterfaceObject') === true)
      .map((directive) => `${names.get(readText(directive, 'graph') ?? '')} ${type.name.value}`),
  );
  return new Set(found);
}

function readReservedNames(
  types: SupergraphTypes,
  join: JoinNames,
  contexts: readonly ContextArgument[],
): ReadonlySet<string> {
  const sets = [
    ...[...joinedFields(types, join)].map(({ directive }) => readText(directive, 'requires')),
    ...types.withFields.flatMap((type) =>
      directivesNamed(type, join.type).map((directive) => readText(directive, 'key')),
    ),
  ];
  const names = sets.flatMap((set) => (set ? [...fieldNamesIn(parseFieldSet(set))] : []));
  const taken = contexts.flatMap(({ selections }) => [...fieldNamesIn(selections)]);
  return new Set(['__typename', ...names, ...taken]);
}

function readKeyFields(types: SupergraphTypes, join: JoinNames): ReadonlySet<string> {
  const keys = types.withFields.flatMap((type) =>
    directivesNamed(type, join.type).flatMap((directive) => {
      const key = readText(directive, 'key');
      return key ? [...coordinatesIn(parseFieldSet(key), type.name.value, types)] : [];
    }),
  );
  return new Set(keys);
}
