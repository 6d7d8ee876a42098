import type { Acte } from '@palier/runtime/journal/acte';
import { type ActeValue, showActe } from '@palier/runtime/journal/journal.loader';
import type { Context } from '../tables.ts';
import { findDraft, findLastVersion } from './reddition-acts.queries.ts';
import { redditions } from './reddition.loader.ts';
import type { Reddition } from './reddition.type.ts';

/** The version that an act was about: the last of its établissement in the campagne, as it is now. */
export async function showReddition(
  context: Context,
  acte: Acte,
  campagne: string,
): Promise<{ acte: ActeValue; reddition: Reddition | null }> {
  const etablissement = acte.etablissement ?? '';
  const version =
    (await findDraft(context.database, etablissement, campagne)) ??
    (await findLastVersion(context.database, etablissement, campagne));
  const reddition = version === undefined ? null : await redditions.byKey.load(context, version.id);
  return { acte: showActe(acte), reddition };
}
