import { Refusal } from '@palier/gateway/errors/errors';
import type { MountRequest } from '@palier/gateway/http/mount';
import { GraphFault } from '@palier/gateway/http/graph-fault';

/**
 * The établissement in whose name a file is sent, before anything of it is read. Raises AUTHENTIFICATION_REQUISE, and
 * ACTE_NON_AUTORISE as the level would.
 */
export function etablissementOf({ identity }: MountRequest): string {
  const { subject, palier, etablissement } = identity;
  if (subject === undefined) throw new Refusal('AUTHENTIFICATION_REQUISE');
  if (palier !== 'ETABLISSEMENT' || etablissement === undefined)
    throw GraphFault.of(
      'ACTE_NON_AUTORISE',
      `Cet acte revient à quelqu’un d’autre. Les mesures d’un établissement se déposent en son nom ; votre jeton ${sayPalier(palier)}.`,
    );
  return etablissement;
}

function sayPalier(palier: MountRequest['identity']['palier']): string {
  if (palier === undefined) return 'ne nomme pas de palier';
  return palier === 'ETABLISSEMENT' ? 'ne nomme pas d’établissement' : `est du palier ${palier}`;
}
