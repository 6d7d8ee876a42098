import { createHmac } from 'node:crypto';
import { parseProspect } from '@palier/runtime/acts/try-act';
import { tablesOf } from '@palier/runtime/tables-of';
import { saisirMesures } from '../reddition/reddition.actes.ts';
import type { Context, Tables } from '../tables.ts';
import { openSecret } from './depot.queries.ts';

/** Of 160 bits, as long as a name is read with ease. */
const DIGITS = 40;

/** What a file that somebody sends is named by, for whoever may enter measures. Raises what parseProspect does. */
export async function nameDepot(context: Context, empreinte: string): Promise<string> {
  const { sub, etablissement } = parseProspect(context, saisirMesures.nature);
  const { database, level } = context.journal;
  const secret = await openSecret(tablesOf<Tables>(database, level), etablissement!);
  const name = createHmac('sha256', secret)
    .update(JSON.stringify([sub, empreinte]))
    .digest('hex');
  return `depot-${name.slice(0, DIGITS)}`;
}
