import { stripIgnoredCharacters } from 'graphql';

/** A text without what means nothing in it, spaces and comments; as it is when it is no GraphQL. */
export function stripText(text: string): string {
  try {
    return stripIgnoredCharacters(text);
  } catch {
    return text;
  }
}
