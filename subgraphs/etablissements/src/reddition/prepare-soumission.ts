import { RefusActe, refuseTogether, VersionPerimee } from '@palier/runtime/acts/refus';
import type { Kysely } from 'kysely';
import type { Context, Tables } from '../tables.ts';
import { askCampagne, refuseForeign } from './ask-campagne.ts';
import { judgeDraft, refuseJugement, toConstats, toRegles } from './judge-draft.ts';
import { readSaid } from './read-said.ts';
import {
  findAnswers,
  findLastVersion,
  findStandingVersion,
  listLignesToJudge,
} from './reddition-acts.queries.ts';
import { refuseNotBegun } from './refuse-not-begun.ts';
import { noDraft, refuseClosed, refuseEmpty, type SoumissionContenu } from './reddition.actes.ts';
import type { Reddition, ReponseRetour } from './reddition.type.ts';
import {
  askReturned,
  refuseRemoved,
  REPONDRE_A_CHACUNE,
  type Returned,
  withinTerritoires,
} from './ask-returned.ts';

type Reponse = SoumissionContenu['reponses'][number];

/** What somebody submits, as it was sent. */
interface SoumissionAsked {
  readonly campagne: string;
  readonly reponses: readonly ReponseRetour[];
  /** Of the draft that its author read; null when it was not. */
  readonly revision: number | null;
}

/** What is submitted: the draft, or the version sent back, which is then the next one as it is. */
interface Draft extends Pick<SoumissionContenu, 'version' | 'revision' | 'ouvre'> {
  /** The version whose lines it holds. */
  readonly id: string;
  /** What its author has read, when it was. */
  readonly read: number;
}

/**
 * Judges the draft of an établissement. Raises ACTE_REFUSE when there is none, when a cell sent back is not answered, when a
 * territory is not its own any more, or a period has not begun, and when a rule in force refuses a measure, or wants a justification that is not there,
 * all of them together; VERSION_PERIMEE when it is not the one that was read.
 */
export async function prepareSoumission(
  context: Context,
  etablissement: string,
  { campagne, reponses: given, revision }: SoumissionAsked,
): Promise<SoumissionContenu> {
  const { database, journal } = context;
  const asked = await askCampagne(journal, campagne, etablissement);
  const { jusquAu, regles } = asked;
  const last = await findStandingVersion(database, etablissement, campagne);
  const returned = withinTerritoires(await askReturned(journal, campagne, etablissement), asked);
  const answered = given.length > 0 && last?.id === returned?.reddition ? last : undefined;
  const draft = toDraft(await findLastVersion(database, etablissement, campagne), answered);
  if (draft === undefined) throw noDraft(campagne);
  if (revision !== null && revision !== draft.read) throw new VersionPerimee(revision, draft.read);
  refuseClosed(campagne, jusquAu, new Date().toISOString());
  const lignes = await listLignesToJudge(database, draft.id);
  refuseEmpty(campagne, lignes);
  const reasons = new Map([
    // What another version said of itself justifies nothing here.
    ...(draft.ouvre === true ? [] : lignes).map(
      ({ mesure, justification }) => [mesure, justification ?? ''] as const,
    ),
    ...given.map(({ mesure, justification }) => [mesure, justification.trim()] as const),
  ]);
  const versions = { draft: draft.id, last: last?.id };
  const named = new Set([
    ...lignes.map(({ mesure }) => mesure),
    ...(returned?.cellules.map(({ mesureId }) => mesureId) ?? []),
  ]);
  let reponses: Reponse[] = [];
  const judged = await judgeDraft(database, { ...versions, lignes, regles, reasons });
  await refuseTogether([
    () => refuseForeign(lignes, asked),
    () => refuseNotBegun(lignes),
    async () => {
      reponses = await answerReturned(database, returned, { ...versions, lignes, reasons });
    },
    () => refuseStrangers(given, named),
    () => refuseJugement(judged),
  ]);
  const justifications = withoutAnswers(given, reponses);
  return {
    campagne,
    version: draft.version,
    revision: draft.revision,
    ...(draft.ouvre === true && { ouvre: true }),
    suit: last?.id ?? null,
    cede: true,
    histoire: true,
    rang: true,
    jugeLe: asked.jour,
    jusquAu,
    reponses,
    ...(justifications.length > 0 && { justifications }),
    regles: toRegles(regles),
    constats: toConstats(judged),
  };
}

type LastVersion = Awaited<ReturnType<typeof findLastVersion>>;

/** What is said of what was sent back is enough to answer it: no measure has to be entered. */
function toDraft(last: LastVersion, answered: LastVersion): Draft | undefined {
  if (last?.etat === 'SAISIE') return { ...last, read: last.revision };
  if (last === undefined || answered === undefined) return undefined;
  return { id: answered.id, ...openAfter(last), read: last.revision };
}

type Opened = Pick<Draft, 'version' | 'revision'> & { readonly ouvre: true };

const openAfter = ({ version, revision }: Pick<Draft, 'version' | 'revision'>): Opened => ({
  version: version + 1,
  revision: revision + 1,
  ouvre: true,
});

/** What would be submitted: the draft, or what answers the version that stands, as it is; `other` where that is not this version. */
export async function findProspect(
  database: Kysely<Tables>,
  { id, version, revision, campagne, etablissement }: Reddition,
) {
  const last = await findLastVersion(database, etablissement.code, campagne);
  const isDraft = last?.etat === 'SAISIE';
  const stands = isDraft ? last : await findStandingVersion(database, etablissement.code, campagne);
  return {
    isDraft,
    other: stands === undefined || stands.id === id ? undefined : stands,
    submitted:
      isDraft || last === undefined
        ? { version, revision }
        : { ...openAfter(last), suit: stands?.id ?? null },
  };
}

/** What is said of measures that were not sent back is kept with them. */
const withoutAnswers = (
  given: readonly ReponseRetour[],
  reponses: readonly Reponse[],
): NonNullable<SoumissionContenu['justifications']> =>
  given
    .filter(({ mesure }) => reponses.every((reponse) => reponse.mesure !== mesure))
    .map(({ mesure, justification }) => ({ mesure, justification: justification.trim() }))
    .filter(({ justification }) => justification !== '');

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

interface Answering {
  readonly draft: string;
  /** The one that stands, which it will follow; nothing for the first. */
  readonly last: string | undefined;
  /** Of the draft. */
  readonly lignes: readonly { readonly mesure: string; readonly statut: string }[];
  readonly reasons: ReadonlyMap<string, string>;
}

/** What takes the place of a value without any figure: it is told why. */
const TO_JUSTIFY: ReadonlySet<string> = new Set(['AUCUN_CAS', 'NON_DISPONIBLE']);

/**
 * Each cell sent back is corrected by another figure, or maintained with a reason, by what the version that was examined says of
 * it; that nothing was measured is given a reason either way. What the version before answered of the same figure is answered again.
 */
async function answerReturned(
  database: Kysely<Tables>,
  returned: Returned | undefined,
  { draft, last, lignes, reasons }: Answering,
): Promise<Reponse[]> {
  if (returned === undefined) return [];
  const mesures = returned.cellules.map(({ mesureId }) => mesureId);
  const before = await readSaid(database, returned.reddition, mesures);
  const after = await readSaid(database, draft, mesures);
  refuseRemoved(returned, (mesure) => !after.has(mesure));
  const kept =
    last === undefined || last === returned.reddition ? new Map() : await readKept(database, last, after);
  const unmeasured = new Map(
    lignes.flatMap(({ mesure, statut }) => (TO_JUSTIFY.has(statut) ? [[mesure, statut]] : [])),
  );
  const unanswered: string[] = [];
  const reponses = returned.cellules.flatMap(({ mesureId, attendu, texteReserve }): Reponse[] => {
    const justification = reasons.get(mesureId) || (kept.get(mesureId) ?? null);
    const reponse = before.get(mesureId) === after.get(mesureId) ? 'MAINTENUE' : 'CORRIGEE';
    const statut = unmeasured.get(mesureId);
    if (justification !== null || (reponse === 'CORRIGEE' && statut === undefined))
      return [{ mesure: mesureId, reponse, justification }];
    const said = [
      ...(texteReserve === null ? [`attendu : ${attendu}`] : []),
      ...(reponse === 'CORRIGEE' ? [`dite ${statut} sans justification`] : []),
    ].join(' ; ');
    unanswered.push(said === '' ? mesureId : `${mesureId} (${said})`);
    return [];
  });
  if (unanswered.length > 0)
    throw new RefusActe({
      regle: { code: 'REPONDRE_AUX_RETOURS', origine: 'INFERENCE' },
      motif: `Des mesures retournées sont sans réponse : ${unanswered.slice(0, 20).join(' ; ')}.`,
      remede: REPONDRE_A_CHACUNE,
    });
  return reponses;
}

/** How the version before justified its answers, of the measures of which it says what is said now. */
async function readKept(
  database: Kysely<Tables>,
  last: string,
  now: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map(
    (await findAnswers(database, last)).map((row) => [row.mesure_id, row.justification]),
  );
  const said = await readSaid(database, last, [...answers.keys()]);
  return new Map(
    [...answers].flatMap(([mesure, justification]) =>
      justification !== null && said.get(mesure) === now.get(mesure) ? [[mesure, justification]] : [],
    ),
  );
}
