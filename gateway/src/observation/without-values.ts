import { Kind, parse, print, visit, type DocumentNode } from 'graphql';

/** The text of an operation without the values written in it: a name or a file number may be among them. */
export function withoutValues(text: string): string {
  const document = tryParse(text);
  if (!document) return '(illisible)';
  const bare = visit(document, {
    [Kind.STRING]: () => ({ kind: Kind.STRING, value: '', block: false }),
    [Kind.INT]: () => ({ kind: Kind.INT, value: '0' }),
    [Kind.FLOAT]: () => ({ kind: Kind.FLOAT, value: '0' }),
  });
  return print(bare);
}

function tryParse(text: string): DocumentNode | undefined {
  try {
    return parse(text, { noLocation: true });
  } catch {
    return undefined;
  }
}
