import type { StyleSheet } from '../../document/style-sheet.ts';
import { answerMethodRefused } from '../transport/answers.ts';
import type { Step } from '../transport/exchange.ts';

/** The style sheets of the pages: each address is that of one content, for good. */
export function useStyleSheets(sheets: readonly StyleSheet[]): Step {
  const texts = new Map(sheets.map(({ path, text }) => [path, text]));
  return ({ path, method, clientRequest }) => {
    const text = texts.get(path);
    if (text === undefined) return undefined;
    if (method !== 'GET') return answerMethodRefused('GET, HEAD', clientRequest.id);
    return {
      status: 200,
      headers: {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      },
      body: text,
      digest: `style ${path}`,
    };
  };
}
