import { showConstat } from '../regle/constat-validation.loader.ts';
import { MOST_CONSTATS, type ValidationReddition } from '../regle/constat-validation.type.ts';
import type { Context } from '../tables.ts';
import { readCampagne } from './asked-campagne.ts';
import { isBlocking, isUnjustified, judgeDraft, refuseJugement } from './judge-draft.ts';
import { findDraft, findLastVersion, listLignesToJudge } from './reddition-acts.queries.ts';
import { noDraft } from './reddition.actes.ts';

/** What the rules in force say of a draft as it is. Raises ACTE_REFUSE when there is none. */
export async function validateDraft(
  context: Context,
  campagne: string,
  etablissement: string,
): Promise<ValidationReddition> {
  const { judged, lignes, regles } = await judgeCurrent(context, campagne, etablissement);
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
    regles: regles.map(({ regle }) => ({ id: regle.id })),
  };
}

/** Raises ACTE_REFUSE for a draft that a rule refuses as it is: a justification can still be given with the act. */
export async function refuseBlocked(
  context: Context,
  campagne: string,
  etablissement: string,
): Promise<void> {
  const { judged } = await judgeCurrent(context, campagne, etablissement);
  refuseJugement(judged.filter(isBlocking));
}

async function judgeCurrent({ database, journal }: Context, campagne: string, etablissement: string) {
  const { regles } = await readCampagne(journal, campagne, etablissement);
  const draft = await findDraft(database, etablissement, campagne);
  if (draft === undefined) throw noDraft(campagne);
  const last = await findLastVersion(database, etablissement, campagne);
  const lignes = await listLignesToJudge(database, draft.id);
  const judged = await judgeDraft(database, {
    draft: draft.id,
    last: last?.id,
    lignes,
    regles,
    reasons: new Map(lignes.map(({ mesure, justification }) => [mesure, justification ?? ''])),
  });
  return { judged, lignes, regles };
}
