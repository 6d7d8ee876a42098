import { describe, expect, it } from 'vitest';
import { type GraphPage, askNodes } from './ask-nodes.ts';

/** A list of two pages, and where each of those asked began. */
function openList() {
  const pages: Readonly<Record<string, GraphPage<string>>> = {
    null: { nodes: ['a', null, 'b'], pageInfo: { hasNextPage: true, endCursor: 'b' } },
    b: { nodes: ['c'], pageInfo: { hasNextPage: false, endCursor: 'c' } },
  };
  const asked: (string | null)[] = [];
  const askPage = (after: string | null) => {
    asked.push(after);
    return Promise.resolve(pages[String(after)]);
  };
  return { asked, askPage };
}

describe('a list of the graph', () => {
  it('gives what could be told of each page, in order', async () => {
    const { asked, askPage } = openList();
    const nodes: string[] = [];
    for await (const node of askNodes(askPage)) nodes.push(node);
    expect(nodes).toEqual(['a', 'b', 'c']);
    expect(asked).toEqual([null, 'b']);
  });

  it('is not asked for a page that nobody takes', async () => {
    const { asked, askPage } = openList();
    for await (const node of askNodes(askPage)) if (node === 'b') break;
    expect(asked).toEqual([null]);
  });

  it('gives nothing when it is not there', async () => {
    const nodes: unknown[] = [];
    for await (const node of askNodes(() => Promise.resolve(undefined))) nodes.push(node);
    expect(nodes).toEqual([]);
  });
});
