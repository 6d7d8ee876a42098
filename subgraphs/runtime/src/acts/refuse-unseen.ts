import { refuseText } from '@palier/calls/entered';
import { PalierError } from '../base/errors.ts';

/**
 * Refuses, wherever they are in what was sent, texts that cannot be kept, and those that look empty without being so: what an act
 * says is read by people. Raises CONTENU_INVALIDE.
 */
export function refuseUnseen(value: unknown, place: string): void {
  if (typeof value === 'string') {
    const refusal = refuseText(value);
    if (refusal !== undefined) throw new PalierError('CONTENU_INVALIDE', `${place} : ${refusal}`);
  } else if (Array.isArray(value)) value.forEach((item, rank) => refuseUnseen(item, `${place}.${rank}`));
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) refuseUnseen(item, place ? `${place}.${name}` : name);
}
