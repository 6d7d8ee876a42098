import { refuseTogether } from '@palier/runtime/acts/refus';
import { showConstat } from '../regle/constat-validation.loader.ts';
import { MOST_CONSTATS, type ValidationReddition } from '../regle/constat-validation.type.ts';
import type { Context } from '../tables.ts';
import { type AskedCampagne, askCampagne, refuseForeign } from './ask-campagne.ts';
import { isBlocking, isUnjustified, judgeDraft, refuseJugement, toJudge } from './judge-draft.ts';
import { findDraft, findStandingVersion, listLignesToJudge } from './reddition-acts.queries.ts';
import { noDraft, refuseClosed, refuseEmpty } from './reddition.actes.ts';
import type { Reddition } from './reddition.type.ts';
import { refuseNotBegun } from './refuse-not-begun.ts';

/** What the rules in force say of a draft as it is. Raises ACTE_REFUSE when there is none. */
export async function validateDraft(
  context: Context,
  campagne: string,
  etablissement: string,
): Promise<ValidationReddition> {
  const asked = await askCampagne(context.journal, campagne, etablissement);
  const draft = await findDraft(context.database, etablissement, campagne);
  if (draft === undefined) throw noDraft(campagne);
  const { judged, lignes } = await judgeVersion(context, asked, { id: draft.id, etablissement });
  const bloquants = judged.filter(isBlocking);
  const others = judged.filter((one) => !isBlocking(one));
  return {
    mesures: toJudge(lignes).length,
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
 * Raises ACTE_REFUSE for a version that says nothing, or measures of another établissement or of a period to come, or that a rule refuses as it is, or
 * after the last day to submit it: a justification can still be given with the act.
 */
export async function refuseBlocked(
  context: Context,
  asked: AskedCampagne,
  { id, etablissement }: Reddition,
): Promise<void> {
  refuseClosed(asked.code, asked.jusquAu, new Date().toISOString());
  const { judged, lignes } = await judgeVersion(context, asked, { id, etablissement: etablissement.code });
  refuseEmpty(asked.code, lignes);
  await refuseTogether([
    () => refuseForeign(lignes, asked),
    () => refuseNotBegun(lignes),
    () => refuseJugement(judged.filter(isBlocking)),
  ]);
}

async function judgeVersion(
  { database }: Context,
  { code: campagne, regles }: AskedCampagne,
  { id, etablissement }: { readonly id: string; readonly etablissement: string },
) {
  const last = await findStandingVersion(database, etablissement, campagne);
  const lignes = await listLignesToJudge(database, id);
  const judged = await judgeDraft(database, {
    draft: id,
    last: last?.id,
    lignes,
    regles,
    reasons: new Map(lignes.map(({ mesure, justification }) => [mesure, justification ?? ''])),
  });
  return { judged, lignes };
}
