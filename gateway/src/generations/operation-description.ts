/** A line by which a registered operation says why it passes the limits of an open network. */
export const OUT_OF_LIMITS = /^# hors limites : \S/m;

/** What an operation is for: the comment that its text begins with, but for why it passes limits. Empty when there is none. */
export function readDescription(text: string): string {
  const [comment] = /^(?:#.*(?:\n|$))*/.exec(text.trimStart()) ?? [''];
  return comment
    .split('\n')
    .filter((line) => !OUT_OF_LIMITS.test(line))
    .map((line) => line.replace(/^#\s?/, ''))
    .join(' ')
    .trim();
}
