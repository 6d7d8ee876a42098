import { Kind, parse, type SelectionNode } from 'graphql';
import type { DrawnData, DrawnObject } from './drawn-data.ts';
import { namedIn, type DrawnField, type DrawnGraph, type DrawnType } from './drawn-graph.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@requires", "@external", "@shareable", "@provides"])`;

/** What one subgraph of a drawn graph declares. */
export function drawnSdl(graph: DrawnGraph, subgraph: string): string {
  const externals = externalsOf(graph, subgraph);
  const types = graph.types.map((type) => typeSdl(type, subgraph, externals.get(type.name) ?? new Set()));
  const roots = graph.roots.filter(({ owners }) => owners.includes(subgraph)).map(fieldSdl);
  return [
    LINK,
    `type Query { ${roots.join(' ')} only_${subgraph}: Int }`,
    `interface Thing { id: ID! label: String }`,
    `union Any = ${graph.types.map(({ name }) => name).join(' | ')}`,
    'type At @shareable { x: Int! y: Int! }',
    ...types,
  ].join('\n');
}

const KEY_PARTS: Readonly<Record<string, string>> = { id: 'ID!', code: 'String!', at: 'At!' };

function typeSdl(type: DrawnType, subgraph: string, externals: ReadonlySet<string>): string {
  const keys = type.places.get(subgraph) ?? [];
  const keyText = keys.join(' ');
  const parts = Object.keys(KEY_PARTS).flatMap((part) => {
    const isKey = new RegExp(`\\b${part}\\b`).test(keyText);
    if (isKey) return [`${part}: ${KEY_PARTS[part]}`];
    return part === 'id' ? [`id: ID! @shareable`] : [];
  });
  const fields = type.fields.flatMap((field) => {
    if (field.owners.includes(subgraph)) return [fieldSdl(field)];
    return externals.has(field.name) ? [`${fieldSdl({ ...field, owners: [] })} @external`] : [];
  });
  const head = `type ${type.name} ${type.implementsThing ? 'implements Thing ' : ''}`;
  const all = [...parts, 'label: String @shareable', ...fields];
  return `${head}${keys.map((key) => `@key(fields: "${key}")`).join(' ')} { ${all.join('\n')} }`;
}

function fieldSdl({ name, kind, type, requires, provides, owners, isProvided }: DrawnField): string {
  const head = kind === 'call' ? `${name}(n: Int, s: String = "d"): ${type}` : `${name}: ${type}`;
  const isShared = owners.length > 1 || (isProvided && owners.length > 0);
  return [
    head,
    ...(requires ? [`@requires(fields: "${requires}")`] : []),
    ...(provides && owners.length > 0 ? [`@provides(fields: "${provides}")`] : []),
    ...(isShared ? ['@shareable'] : []),
  ].join(' ');
}

/** The fields a subgraph must name to require them, by type. */
function externalsOf(graph: DrawnGraph, subgraph: string): ReadonlyMap<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (type: DrawnType, selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const inner = graph.types.find(({ name }) => name === selection.typeCondition?.name.value);
        if (inner) add(inner, selection.selectionSet.selections);
      }
      if (selection.kind !== Kind.FIELD || selection.name.value === '__typename') continue;
      const field = type.fields.find(({ name }) => name === selection.name.value);
      found.set(type.name, (found.get(type.name) ?? new Set()).add(selection.name.value));
      const target = field && graph.types.find(({ name }) => name === namedIn(field.type));
      if (selection.selectionSet) add(target ?? type, selection.selectionSet.selections);
    }
  };
  for (const type of graph.types) {
    for (const field of type.fields) {
      if (!field.owners.includes(subgraph)) continue;
      if (field.requires) add(type, fieldSet(field.requires));
      const target = graph.types.find(({ name }) => name === namedIn(field.type));
      if (field.provides && target) add(target, fieldSet(field.provides));
    }
  }
  return found;
}

export function fieldSet(text: string): readonly SelectionNode[] {
  const [definition] = parse(`{ ${text} }`).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
}

/** An object of a subgraph, with what the gateway gave of it. */
type Known = DrawnObject & {
  readonly given?: Readonly<Record<string, unknown>>;
  readonly provided?: string;
};

/** The resolvers of one subgraph: it knows what it owns, its keys, and what it is given. */
export function drawnResolvers(graph: DrawnGraph, data: DrawnData, subgraph: string) {
  const roots = graph.roots.map((field) => [field.name, () => data.link('Query', field)] as const);
  const types = graph.types.map((type) => [type.name, typeResolvers(type, data, subgraph)] as const);
  const resolveType = ({ __typename: name }: DrawnObject) => name;
  return {
    Query: Object.fromEntries(roots),
    Thing: { __resolveType: resolveType },
    Any: { __resolveType: resolveType },
    ...Object.fromEntries(types),
  };
}

function typeResolvers(type: DrawnType, data: DrawnData, subgraph: string) {
  const fields = type.fields.map((field) => [
    field.name,
    (object: Known, args: Readonly<Record<string, unknown>>) => {
      if (object.provided === field.name) return data.leaf(object, field.name, args);
      if (!field.owners.includes(subgraph))
        return new Error(`${subgraph} does not have ${type.name}.${field.name}`);
      if (field.requires)
        return required(field.name, pickGiven(givenTo(object, data), fieldSet(field.requires)));
      if (field.kind === 'link') return withProvided(data.link(object.id, field), field.provides);
      return data.leaf(object, field.name, args);
    },
  ]);
  const keys = Object.keys(KEY_PARTS).map((name) => [name, (object: Known) => data.keyPart(object, name)]);
  return {
    __resolveReference: (given: Readonly<Record<string, unknown>>): Known | null => {
      const found = data.objectsOf(type.name).find((object) => isSame(object, given, data));
      return found ? { ...found, given } : null;
    },
    label: (object: Known) => data.leaf(object, 'label', {}),
    ...Object.fromEntries([...fields, ...keys]),
  };
}

/** What a subgraph knows of an object besides what it owns: sent to it, or provided by the link that led there. */
function givenTo(object: Known, data: DrawnData): Readonly<Record<string, unknown>> | undefined {
  const { given, provided } = object;
  return given ?? (provided === undefined ? undefined : { [provided]: data.leaf(object, provided, {}) });
}

function withProvided(value: unknown, provided: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => withProvided(item, provided));
  return provided && value ? { ...(value as DrawnObject), provided } : value;
}

function isSame(object: DrawnObject, given: Readonly<Record<string, unknown>>, data: DrawnData): boolean {
  if (given['id'] !== undefined) return given['id'] === object.id;
  if (given['code'] !== undefined) return given['code'] === data.keyPart(object, 'code');
  return JSON.stringify(given['at']) === JSON.stringify(data.keyPart(object, 'at'));
}

/** The value of a field that is computed from others. */
export function required(name: string, given: unknown): string {
  return `${name} of ${JSON.stringify(given)}`;
}

function pickGiven(given: unknown, selections: readonly SelectionNode[]): unknown {
  if (Array.isArray(given)) return given.map((item) => pickGiven(item, selections));
  if (typeof given !== 'object' || given === null) return given ?? null;
  const object = given as Record<string, unknown>;
  const entries = selections.flatMap((selection): readonly (readonly [string, unknown])[] => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (object['__typename'] !== selection.typeCondition?.name.value) return [];
      return Object.entries(pickGiven(given, selection.selectionSet.selections) as object);
    }
    if (selection.kind !== Kind.FIELD) return [];
    const value = object[selection.name.value];
    if (value === undefined) return [[selection.name.value, 'NOT GIVEN']];
    return [
      [
        selection.name.value,
        selection.selectionSet ? pickGiven(value, selection.selectionSet.selections) : value,
      ],
    ];
  });
  return Object.fromEntries(entries);
}
