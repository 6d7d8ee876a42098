import { isData, type Data } from '../merge.ts';

/** The same data with the client's response names. */
export function renameData(data: Data, renamed: ReadonlyMap<string, string> | undefined): Data {
  return renamed?.size ? (renameValue(data, renamed) as Data) : data;
}

function renameValue(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => renameValue(item, renamed));
  if (!isData(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [renamed.get(key) ?? key, renameValue(inner, renamed)]),
  );
}
