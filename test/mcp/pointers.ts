/** What names an element of a list, by the fields that operations ask of it. */
const KEYS = [
  'code',
  'id',
  'cle',
  'numero',
  'source',
  'territoire.code',
  'exigence.code',
  'periode.code',
  'etablissement.code',
];

export interface Pointed {
  /** Where a leaf of an element stands, by its place; and by what names the element, where something does. */
  readonly byPlace: string;
  readonly byKey: string | undefined;
  readonly value: string | number;
}

/** A leaf of the first element of each list that an answer holds. */
export function listPointed(data: unknown): readonly Pointed[] {
  const found: Pointed[] = [];
  walk(data, { place: '/data', key: '/data' }, found);
  return found;
}

interface Here {
  readonly place: string;
  readonly key: string | undefined;
}

function walk(value: unknown, { place, key }: Here, found: Pointed[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) {
    for (const [name, inner] of Object.entries(value))
      walk(inner, { place: `${place}/${name}`, key: key && `${key}/${name}` }, found);
    return;
  }
  const [first] = value as readonly unknown[];
  if (typeof first !== 'object' || first === null) return;
  const step = keyOf(value as readonly object[]);
  const here = { place: `${place}/0`, key: step && key && `${key}/${step}` };
  const leaf = Object.entries(first).find(
    ([name, inner]) => !KEYS.includes(name) && ['string', 'number'].includes(typeof inner),
  ) as readonly [string, string | number] | undefined;
  if (leaf)
    found.push({
      byPlace: `${here.place}/${leaf[0]}`,
      byKey: here.key && `${here.key}/${leaf[0]}`,
      value: leaf[1],
    });
  walk(first, here, found);
}

/** The fewest keys that name the first of them alone. */
function keyOf(list: readonly object[]): string | undefined {
  const given: string[] = [];
  let left = list;
  for (const key of KEYS) {
    const value = read(list[0], key);
    if (value === undefined) continue;
    const fewer = left.filter((one) => read(one, key) === value);
    if (fewer.length === left.length && given.length > 0) continue;
    given.push(`${key}=${value}`);
    left = fewer;
    if (left.length === 1) return `[${given.join(',')}]`;
  }
  return undefined;
}

function read(element: unknown, key: string): string | undefined {
  const found = key
    .split('.')
    .reduce<unknown>(
      (here, name) => (here as Readonly<Record<string, unknown>> | null | undefined)?.[name],
      element,
    );
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}
