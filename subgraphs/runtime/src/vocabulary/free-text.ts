import { PalierError } from '../base/errors.ts';

const MAX_LENGTH = 200;

/**
 * A text of the user's own that is compared as it is; one that is unknown finds nothing, null does not narrow. Raises
 * FILTRE_INVALIDE for one that nothing could match: Postgres keeps no NUL, and refuses the statement that carries one.
 */
export function parseFreeText(name: string, text: string | null | undefined): string | null {
  if (text == null) return null;
  if (text.trim() === '') throw new PalierError('FILTRE_INVALIDE', `« ${name} » est vide.`);
  if (text.length > MAX_LENGTH) throw new PalierError('FILTRE_INVALIDE', sayTooLong(name, text.length));
  if (/[\u0000-\u001f\u007f]/.test(text))
    throw new PalierError('FILTRE_INVALIDE', `« ${name} » contient un caractère de contrôle.`);
  return text;
}

function sayTooLong(name: string, length: number): string {
  return `« ${name} » a au plus ${MAX_LENGTH} caractères ; reçu : ${length}.`;
}
