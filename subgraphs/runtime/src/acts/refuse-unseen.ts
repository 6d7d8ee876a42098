import { PalierError } from '../base/errors.ts';

/** What no database keeps and no JSON says: the character zero, and half of a pair. */
const UNKEPT = /[\u0000\p{Surrogate}]/u;
/** Spaces of every kind, and what is not seen at all. */
const UNSEEN = /^[\s\p{Cf}\p{Cc}\p{Z}]+$/u;
const BLANK = /^\s*$/;

/**
 * Refuses, wherever they are in what was sent, texts that cannot be kept, and those that look empty without being so: what an act
 * says is read by people. Raises CONTENU_INVALIDE.
 */
export function refuseUnseen(value: unknown, place: string): void {
  if (typeof value === 'string') refuseText(value, place);
  else if (Array.isArray(value)) value.forEach((item, rank) => refuseUnseen(item, `${place}.${rank}`));
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) refuseUnseen(item, place ? `${place}.${name}` : name);
}

function refuseText(text: string, place: string): void {
  if (UNKEPT.test(text))
    throw new PalierError(
      'CONTENU_INVALIDE',
      `${place} : ce texte contient un caractère qui ne peut pas être gardé (U+0000, ou la moitié d’une paire) ; retirez-le.`,
    );
  if (UNSEEN.test(text) && !BLANK.test(text))
    throw new PalierError('CONTENU_INVALIDE', `${place} : ce texte ne contient rien qui se voie.`);
}
