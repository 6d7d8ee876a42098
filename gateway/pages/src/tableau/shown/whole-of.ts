/** All the items of a list; nothing when it, or one of them, could not be read: what is left would not be all. */
export function wholeOf<Item>(
  items: readonly (Item | null)[] | null | undefined,
): readonly Item[] | undefined {
  const read = items?.filter((item) => item !== null);
  return read?.length === items?.length ? read : undefined;
}
