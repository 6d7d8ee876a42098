/** A name as files are compared by it: « Numérateur » gives « numerateur ». */
export const toName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s’'-]+/g, '_');
