import { showConstat } from '../regle/constat-validation.loader.ts';
import { MOST_CONSTATS, type ValidationReddition } from '../regle/constat-validation.type.ts';
import type { Context } from '../tables.ts';
import { type AskedCampagne, readCampagne } from './asked-campagne.ts';
import { isBlocking, isUnjustified, judgeDraft, refuseJugement } from './judge-draft.ts';
import { findDraft, findStandingVersion, listLignesToJudge } from './reddition-acts.queries.ts';
import { noDraft, refuseClosed } from './reddition.actes.ts';

/** What the rules in force say of a draft as it is. Raises ACTE_REFUSE when there is none. */
export async function validateDraft(
  context: Context,
  campagne: string,
  etablissement: string,
): Promise<ValidationReddition> {
  const asked = await readCampagne(context.journal, campagne, etablissement);
  const { judged, lignes } = await judgeCurrent(context, asked, etablissement);
  const bloquants = judged.filter(isBlocking);
  const others = judged.filter((one) => !isBlocking(one));
  return {
    mesures: lignes.length,
    bloquants: bloquants.length,
    aJustifier: judged.filter(isUnjustified).length,
    informations: judged.filter(({ constat }) => constat.regle.severite === 'INFORMATION').length,
    constats: [...bloquants, ...others]
      .slice(0, MOST_CONSTATS)
      .map(({ constat, justification }) => showConstat(constat, justification)),
    regles: asked.regles.map(({ regle }) => ({ id: regle.id })),
  };
}

/**
 * Raises ACTE_REFUSE for a draft that a rule refuses as it is, or after the last day to submit it: a justification can still be
 * given with the act.
 */
export async function refuseBlocked(
  context: Context,
  asked: AskedCampagne,
  etablissement: string,
): Promise<void> {
  refuseClosed(asked.code, asked.jusquAu, new Date().toISOString());
  const { judged } = await judgeCurrent(context, asked, etablissement);
  refuseJugement(judged.filter(isBlocking));
}

async function judgeCurrent(
  { database }: Context,
  { code: campagne, regles }: AskedCampagne,
  etablissement: string,
) {
  const draft = await findDraft(database, etablissement, campagne);
  if (draft === undefined) throw noDraft(campagne);
  const last = await findStandingVersion(database, etablissement, campagne);
  const lignes = await listLignesToJudge(database, draft.id);
  const judged = await judgeDraft(database, {
    draft: draft.id,
    last: last?.id,
    lignes,
    regles,
    reasons: new Map(lignes.map(({ mesure, justification }) => [mesure, justification ?? ''])),
  });
  return { judged, lignes };
}
