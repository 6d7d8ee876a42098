/** One page of a list of the graph; a node that could not be told is null. */
export interface GraphPage<Node> {
  readonly nodes: readonly (Node | null)[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The nodes of a list of the graph, asked page after page as long as they are taken; of a list that is not there, none. */
export async function* askNodes<Node>(
  askPage: (after: string | null) => Promise<GraphPage<Node> | undefined>,
): AsyncGenerator<Node, void> {
  let after: string | null = null;
  do {
    const page = await askPage(after);
    for (const node of page?.nodes ?? []) if (node !== null) yield node;
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}
