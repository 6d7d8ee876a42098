/** One of the values that name an element of a list: where it stands below it, and what it is. */
export interface Key {
  readonly path: readonly string[];
  readonly value: string;
}

/** What a step of a pointer names an element by, whatever its place: « [code=06112] », « [territoire.code=06112,periode.code=2025-2026-P01] ». */
export function readKeys(step: string): readonly Key[] | undefined {
  const [, said] = /^\[(.+)\]$/s.exec(step) ?? [];
  if (said === undefined) return undefined;
  const keys = said.split(/,(?=\w+(?:\.\w+)*=)/).map((one) => {
    const [, path, value] = /^(\w+(?:\.\w+)*)=(.*)$/s.exec(one) ?? [];
    return path === undefined ? undefined : { path: path.split('.'), value: value! };
  });
  return keys.includes(undefined) ? undefined : (keys as readonly Key[]);
}

/** The elements of a list that have each of these values. */
export const findByKeys = (list: readonly unknown[], keys: readonly Key[]): readonly unknown[] =>
  list.filter((element) =>
    keys.every(({ path, value }) => {
      const found = path.reduce<unknown>(
        (here, name) =>
          typeof here === 'object' && here !== null && Object.hasOwn(here, name)
            ? (here as Readonly<Record<string, unknown>>)[name]
            : undefined,
        element,
      );
      return ['string', 'number', 'boolean'].includes(typeof found) && String(found) === value;
    }),
  );
