import type { Context } from '../tables.ts';
import { refuseSettled } from './ask-campagne.ts';
import type { RetraitContenu } from './reddition.actes.ts';
import { findDraft, findReddition, findVersionBefore } from './reddition-acts.queries.ts';

/**
 * What is written of a withdrawal. Raises ACTE_REFUSE for a version that Santé Québec has examined, or whose campagne it closed.
 */
export async function prepareRetrait(
  { database, journal, identity }: Context,
  reddition: string,
  raison: string,
): Promise<RetraitContenu> {
  const version = await findReddition(database, reddition);
  // One that nobody has, or that is another's, is refused by the act itself.
  if (version === undefined || version.etablissement_code !== identity.etablissement)
    return { reddition, raison };
  const { id, campagne, etablissement_code: etablissement } = version;
  const jusquAu = await refuseSettled(journal, { id, campagne, etablissement });
  const draft = await findDraft(database, etablissement, campagne);
  const before = await findVersionBefore(database, version);
  return {
    reddition,
    raison,
    brouillon: draft?.id ?? null,
    retablit: before?.id ?? null,
    histoire: true,
    rang: true,
    jusquAu,
  };
}
