import { type ActeValue, showActe } from '@palier/runtime/acts/journal.loader';
import type { Acte } from '@palier/runtime/journal/acte';
import type { Context } from '../tables.ts';
import { campagneLoader } from './campagne.loader.ts';
import type { CampagneValue } from './campagne.type.ts';

export interface CampagneDone {
  readonly acte: ActeValue;
  readonly campagne: CampagneValue | null;
}

/** What an act on a campagne answers: the act, and the campagne as it is now. */
export async function showCampagne(context: Context, code: string, acte: Acte): Promise<CampagneDone> {
  return { acte: showActe(acte), campagne: await campagneLoader.load(context, code) };
}
