type Json = Readonly<Record<string, unknown>>;
export type FlatRow = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The rows of an answer along a path of lists, by the names of its leaves, worked out from the answer alone: what every
 * file of that table must say.
 */
export function flatten(data: unknown, path: readonly string[], prefix = ''): readonly FlatRow[] {
  if (!isObject(data)) return [{}];
  const own: Record<string, unknown> = {};
  let below: readonly FlatRow[] = [{}];
  for (const [key, value] of Object.entries(data)) {
    const name = `${prefix}${key}`;
    if (key === path[0]) {
      const items = Array.isArray(value) && value.length > 0 ? value : [Array.isArray(value) ? null : value];
      below = items.flatMap((item) => flatten(item, path.slice(1), `${name}.`));
    } else if (isObject(value)) Object.assign(own, ...flatten(value, [], `${name}.`));
    else if (!Array.isArray(value)) own[name] = value;
    else if (!value.some(isObject)) own[name] = JSON.stringify(value);
  }
  return below.map((row) => ({ ...own, ...row }));
}
