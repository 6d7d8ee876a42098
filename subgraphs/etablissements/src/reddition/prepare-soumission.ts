import { askOrRefuse } from '@palier/runtime/journal/ask-or-refuse';
import { RefusActe, VersionPerimee } from '@palier/runtime/journal/refus';
import type { Context } from '../tables.ts';
import { readCampagne } from './asked-campagne.ts';
import { judgeDraft, refuseJugement, toConstats, toRegles } from './judge-draft.ts';
import { readSaid } from './read-said.ts';
import { findDraft, findStandingVersion, listLignesToJudge } from './reddition-acts.queries.ts';
import { noDraft, type SoumissionContenu } from './reddition.actes.ts';
import type { ReponseRetour } from './reddition.type.ts';

type Reponse = SoumissionContenu['reponses'][number];

/** What somebody submits, as it was sent. */
interface SoumissionAsked {
  readonly campagne: string;
  readonly reponses: readonly ReponseRetour[];
  /** Of the draft that its author read; null when it was not. */
  readonly revision: number | null;
}

interface Examined {
  readonly reddition: {
    readonly examen: {
      readonly cellules: readonly ({ readonly mesureId: string; readonly attendu: string } | null)[];
    } | null;
  } | null;
}

/**
 * Judges the draft of an établissement. Raises ACTE_REFUSE when there is none, when a cell sent back is not answered, and when a
 * rule in force refuses a measure, or wants a justification that is not there; VERSION_PERIMEE when it is not the one that was read.
 */
export async function prepareSoumission(
  context: Context,
  etablissement: string,
  { campagne, reponses: given, revision }: SoumissionAsked,
): Promise<SoumissionContenu> {
  const { database, journal } = context;
  const { jusquAu, regles } = await readCampagne(journal, campagne, etablissement);
  const draft = await findDraft(database, etablissement, campagne);
  if (draft === undefined) throw noDraft(campagne);
  if (revision !== null && revision !== draft.revision) throw new VersionPerimee(revision, draft.revision);
  const last = await findStandingVersion(database, etablissement, campagne);
  const lignes = await listLignesToJudge(database, draft.id);
  const reasons = new Map([
    ...lignes.map(({ mesure, justification }) => [mesure, justification ?? ''] as const),
    ...given.map(({ mesure, justification }) => [mesure, justification.trim()] as const),
  ]);
  const versions = { draft: draft.id, last: last?.id };
  const reponses = await answerReturned(context, versions, reasons);
  refuseStrangers(given, new Set([...lignes, ...reponses].map(({ mesure }) => mesure)));
  const judged = await judgeDraft(database, { ...versions, lignes, regles, reasons });
  refuseJugement(judged);
  return {
    campagne,
    version: draft.version,
    revision: draft.revision,
    suit: last?.id ?? null,
    jusquAu,
    reponses,
    regles: toRegles(regles),
    constats: toConstats(judged),
  };
}

/** What is answered is kept: an answer to nothing, or a second to the same measure, would be lost. */
function refuseStrangers(given: readonly ReponseRetour[], mesures: ReadonlySet<string>): void {
  const seen = new Set<string>();
  const faults = given.flatMap(({ mesure }) => {
    if (seen.has(mesure)) return [`${mesure} (deux fois)`];
    seen.add(mesure);
    return mesures.has(mesure) ? [] : [`${mesure} (ni saisie, ni retournée)`];
  });
  if (faults.length > 0)
    throw new RefusActe({
      regle: { code: 'REPONDRE_AUX_RETOURS', origine: 'INFERENCE' },
      motif: `Des réponses ne portent sur rien de cette version : ${faults.slice(0, 20).join(' ; ')}.`,
      remede: 'Retirez-les, ou nommez une mesure du brouillon.',
    });
}

interface Versions {
  readonly draft: string;
  /** The one that stands, which it will follow; nothing for the first. */
  readonly last: string | undefined;
}

/** Each cell sent back is corrected, or maintained with a reason. */
async function answerReturned(
  { database, journal }: Context,
  { draft, last }: Versions,
  reasons: ReadonlyMap<string, string>,
): Promise<Reponse[]> {
  if (last === undefined) return [];
  const { reddition } = await askOrRefuse<Examined>(
    journal,
    'query CellulesRetournees($id: ID!) { reddition(id: $id) { examen { cellules { mesureId attendu } } } }',
    { id: last },
  );
  const returned = (reddition?.examen?.cellules ?? []).filter((cell) => cell !== null);
  const mesures = returned.map(({ mesureId }) => mesureId);
  const before = await readSaid(database, last, mesures);
  const after = await readSaid(database, draft, mesures);
  const unanswered: string[] = [];
  const reponses = returned.flatMap(({ mesureId, attendu }): Reponse[] => {
    const justification = reasons.get(mesureId) || null;
    if (before.get(mesureId) !== after.get(mesureId))
      return [{ mesure: mesureId, reponse: 'CORRIGEE', justification }];
    if (justification !== null) return [{ mesure: mesureId, reponse: 'MAINTENUE', justification }];
    unanswered.push(`${mesureId} (attendu : ${attendu})`);
    return [];
  });
  if (unanswered.length > 0)
    throw new RefusActe({
      regle: { code: 'REPONDRE_AUX_RETOURS', origine: 'INFERENCE' },
      motif: `Des mesures retournées sont sans réponse : ${unanswered.slice(0, 20).join(' ; ')}.`,
      remede: 'Corrigez chacune (saisirMesures), ou maintenez-la avec une justification (reponses).',
    });
  return reponses;
}
