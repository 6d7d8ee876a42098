/** Whether two writings are of one name: apostrophes, dashes and spaces are written in several ways. */
export const isSameNom = (one: string, other: string): boolean => toPlain(one) === toPlain(other);

const toPlain = (nom: string): string =>
  nom
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s*[‐‑–—-]\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
