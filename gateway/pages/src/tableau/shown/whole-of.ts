/** All the items of a list; nothing when it, or one of them, could not be read: what is left would not be all. */
export function wholeOf<Item>(
  items: readonly (Item | null)[] | null | undefined,
): readonly Item[] | undefined {
  const read = items?.filter((item) => item !== null);
  return read?.length === items?.length ? read : undefined;
}

/** A list that an operation asks whole: of a length that its largest page holds, and with how many there are. */
interface List<Item> {
  readonly totalCount: number;
  readonly nodes: readonly (Item | null)[];
}

/** The same of such a list; nothing either when there is more of it than was read. */
export function wholeList<Item>(list: List<Item> | null | undefined): readonly Item[] | undefined {
  return list && list.totalCount > list.nodes.length ? undefined : wholeOf(list?.nodes);
}
