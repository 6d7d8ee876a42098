import { refuseText } from '@palier/calls/entered';
import { sayPlace } from '../journal/say-place.ts';
import { contenuInvalide } from './refus.ts';

/**
 * Refuses, wherever they are in what was sent, texts that cannot be kept, and those that look empty without being so: what an act
 * says is read by people. Raises CONTENU_INVALIDE.
 */
export function refuseUnseen(value: unknown, place: readonly PropertyKey[] = []): void {
  if (typeof value === 'string') {
    const refusal = refuseText(value);
    if (refusal !== undefined)
      throw contenuInvalide({
        regle: { code: 'TEXTE_LISIBLE', origine: 'INFERENCE' },
        motif: `${sayPlace(place)} : ${refusal.motif}.`,
        remede: refusal.remede,
      });
  } else if (Array.isArray(value)) value.forEach((item, rank) => refuseUnseen(item, [...place, rank]));
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) refuseUnseen(item, [...place, name]);
}
