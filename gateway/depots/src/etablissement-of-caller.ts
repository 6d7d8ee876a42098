import { Refusal } from '@palier/gateway/errors/errors';
import type { MountRequest } from '@palier/gateway/http/mount';
import type { Ask } from './demande/ask-demande.ts';
import { type Cle, CLE_DE_DEPOT } from './saisie/saisir.ts';

/**
 * The établissement in whose name a file is sent, before anything of it is read. Who may send none is refused by the level itself, which
 * is asked what it would name theirs.
 */
export async function etablissementOf({ identity }: MountRequest, ask: Ask): Promise<string> {
  const { subject, palier, etablissement } = identity;
  if (subject !== undefined && palier === 'ETABLISSEMENT' && etablissement !== undefined)
    return etablissement;
  await ask<Cle>(CLE_DE_DEPOT, { empreinte: NO_FILE });
  throw new Refusal('AUTHENTIFICATION_REQUISE');
}

const NO_FILE = '0'.repeat(64);
