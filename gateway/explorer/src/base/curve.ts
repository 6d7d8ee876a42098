/** A text whose apostrophes, those of a keyboard, are curved. */
export const curve = (text: string): string => text.replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’');
