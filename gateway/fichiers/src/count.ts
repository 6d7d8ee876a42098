/** « 1 faute », « 2 fautes »: each word takes the mark, and none is one in French. */
export const count = (total: number, words: string): string =>
  `${total} ${total < 2 ? words : words.replaceAll(/(?=\s|$)/g, 's')}`;
