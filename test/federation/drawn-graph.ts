import { createRandom, pick, type Random } from '@palier/federation/testing/random';

/** A field of a drawn type: where it is, and how its value is made. */
export interface DrawnField {
  readonly name: string;
  readonly kind: 'leaf' | 'call' | 'link' | 'required';
  /** The subgraphs that give it. */
  readonly owners: readonly string[];
  /** Its type in GraphQL, without arguments. */
  readonly type: string;
  /** A field set, for what is computed from others. */
  readonly requires?: string;
  /** What a link gives along with its objects: one of their fields. */
  readonly provides?: string;
  /** Whether some link of another subgraph gives it. */
  readonly isProvided?: true;
}

export interface DrawnType {
  readonly name: string;
  /** Field sets; the first subgraph of `places` has them all. */
  readonly keys: readonly string[];
  /** The keys by which each subgraph has the type. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  readonly implementsThing: boolean;
  readonly fields: readonly DrawnField[];
}

export interface DrawnGraph {
  readonly seed: number;
  readonly subgraphs: readonly string[];
  readonly types: readonly DrawnType[];
  readonly roots: readonly DrawnField[];
}

const KEY_SETS = [
  ['id'],
  ['id', 'code'],
  ['code', 'id'],
  ['id code', 'id'],
  ['at { x y }', 'id'],
  ['id', 'at { x } code'],
];
const WRAPPINGS = ['T', 'T', '[T]', '[T!]!', '[[T]]'];
const LINKED = ['Thing', 'Any'];

/** A graph of entities in two or three subgraphs, the same for the same seed. */
export function drawGraph(seed: number): DrawnGraph {
  const random = createRandom(seed * 2_654_435_761);
  const subgraphs = random() < 0.5 ? ['a', 'b'] : ['a', 'b', 'c'];
  const names = ['E0', 'E1', 'E2', 'E3'].slice(0, 2 + Math.floor(random() * 3));
  const bare = names.map((name) => drawType(name, names, subgraphs, random));
  const whole = bare.map((type) => ({
    ...type,
    fields: [...type.fields, ...drawRequired(type, bare, random)],
  }));
  const types = drawProvided(whole, random);
  const targets = [...names, ...LINKED];
  const roots = targets.map((target, rank): DrawnField => {
    const owner = placeOf(target, types, random);
    return { name: `root${rank}`, kind: 'link', owners: [owner], type: wrap(target, random) };
  });
  return { seed, subgraphs, types, roots };
}

function drawType(
  name: string,
  names: readonly string[],
  subgraphs: readonly string[],
  random: Random,
): DrawnType {
  const keys = pick(random(), KEY_SETS);
  // The home of a type comes first: it leads from any key to any other.
  const homes = shuffle(subgraphs, random);
  const places = new Map(
    homes.map((subgraph, rank) => [subgraph, rank === 0 ? keys : [pick(random(), keys)]]),
  );
  const one = () => [pick(random(), subgraphs)];
  const owners = () => (random() < 0.3 ? subgraphs.slice(0, 2) : one());
  const leaves = [0, 1, 2].map((rank): DrawnField => ({
    name: `f${rank}`,
    kind: 'leaf',
    owners: owners(),
    type: 'String',
  }));
  const calls = [0, 1].map((rank): DrawnField => ({
    name: `g${rank}`,
    kind: 'call',
    owners: one(),
    type: 'String',
  }));
  const links = [0, 1, 2].map((rank): DrawnField => {
    const target = pick(random(), [...names, ...names, ...LINKED]);
    return { name: `to${rank}${name}`, kind: 'link', owners: one(), type: wrap(target, random) };
  });
  return {
    name,
    keys,
    places,
    implementsThing: name === 'E0' || random() < 0.6,
    fields: [...leaves, ...calls, ...links],
  };
}

function drawRequired(type: DrawnType, types: readonly DrawnType[], random: Random): readonly DrawnField[] {
  const subgraphs = [...type.places.keys()].toSorted();
  return [0, 1].flatMap((rank): readonly DrawnField[] => {
    const owner = pick(random(), subgraphs);
    const elsewhere = (field: DrawnField) => !field.owners.includes(owner);
    const parts = type.fields.filter(elsewhere).flatMap((field): readonly string[] => {
      if (random() < 0.5) return [];
      if (field.kind === 'leaf') return [field.name];
      if (field.kind === 'call') return [`${field.name}(n: ${1 + Math.floor(random() * 2)})`];
      const named = types.find(({ name }) => name === namedIn(field.type));
      const target = named ?? pick(random(), types);
      const inner = target.fields.find((candidate) => candidate.kind === 'leaf' && elsewhere(candidate));
      if (!inner || (!named && field.type.includes('Thing') && !target.implementsThing)) return [];
      const selected = named ? inner.name : `__typename ... on ${target.name} { ${inner.name} }`;
      return [`${field.name} { ${selected} }`];
    });
    if (parts.length === 0) return [];
    return [
      { name: `r${rank}`, kind: 'required', owners: [owner], type: 'String', requires: parts.join(' ') },
    ];
  });
}

/** Lets some links give a field of what they lead to, that their subgraph does not otherwise have. */
function drawProvided(types: readonly DrawnType[], random: Random): readonly DrawnType[] {
  const provided = new Set<string>();
  const linked = types.map((type) => {
    const fields = type.fields.map((field): DrawnField => {
      const target = types.find(({ name }) => name === namedIn(field.type));
      const isElsewhere = ({ kind, owners }: DrawnField) =>
        kind === 'leaf' && !owners.some((owner) => field.owners.includes(owner));
      const leaf = target?.fields.find(isElsewhere);
      if (field.kind !== 'link' || !target || !leaf || random() < 0.5) return field;
      provided.add(`${target.name}.${leaf.name}`);
      return { ...field, provides: leaf.name };
    });
    return { ...type, fields };
  });
  return linked.map((type) => ({
    ...type,
    fields: type.fields.map((field) =>
      provided.has(`${type.name}.${field.name}`) ? { ...field, isProvided: true as const } : field,
    ),
  }));
}

function placeOf(target: string, types: readonly DrawnType[], random: Random): string {
  const type = types.find(({ name }) => name === target) ?? types[0]!;
  return pick(random(), [...type.places.keys()]);
}

function wrap(target: string, random: Random): string {
  return pick(random(), WRAPPINGS).replace('T', target);
}

export function namedIn(type: string): string {
  return type.replaceAll(/[[\]!]/g, '');
}

function shuffle<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
