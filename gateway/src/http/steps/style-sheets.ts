import type { StyleSheet } from '../../document/style-sheet.ts';
import type { Step } from '../transport/exchange.ts';
import { onGet } from './on-path.ts';

/** The style sheets of the pages: each address is that of one content, for good. */
export function useStyleSheets(sheets: readonly StyleSheet[]): Step {
  const texts = new Map(sheets.map(({ path, text }) => [path, text]));
  const isThere = (path: string): boolean => texts.has(path);
  return onGet(isThere, ({ path }) => ({
    status: 200,
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    },
    body: texts.get(path)!,
    digest: () => `style ${path}`,
  }));
}
