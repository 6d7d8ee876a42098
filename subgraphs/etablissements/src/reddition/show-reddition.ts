import type { Acte } from '@palier/runtime/journal/acte';
import { type ActeValue, showActe } from '@palier/runtime/acts/journal.loader';
import type { Context } from '../tables.ts';
import { findLastVersion } from './reddition-acts.queries.ts';
import { redditionId, type SaisieContenu, type SoumissionContenu } from './reddition.actes.ts';
import { redditions } from './reddition.loader.ts';
import type { Reddition } from './reddition.type.ts';

/** The version that an act was about, as it is now. */
export async function showReddition(
  context: Context,
  acte: Acte<SaisieContenu | SoumissionContenu>,
): Promise<{ acte: ActeValue; reddition: Reddition | null }> {
  const id = await findIdOf(context, acte);
  return {
    acte: showActe(acte),
    reddition: id === undefined ? null : await redditions.byKey.load(context, id),
  };
}

/** Acts of before did not say which version they were entered in: the last is shown. */
async function findIdOf({ database }: Context, acte: Acte<SaisieContenu | SoumissionContenu>) {
  const { campagne, version } = acte.contenu;
  const etablissement = acte.etablissement ?? '';
  if (version !== undefined) return redditionId({ campagne, etablissement, version });
  return (await findLastVersion(database, etablissement, campagne))?.id;
}
