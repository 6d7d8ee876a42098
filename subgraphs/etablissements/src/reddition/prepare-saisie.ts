import {
  contenuInvalide,
  RefusActe,
  type RefusedMesure,
  type Refus,
  type Regle,
  VersionPerimee,
} from '@palier/runtime/acts/refus';
import type { Kysely } from 'kysely';
import type { Context, Tables } from '../tables.ts';
import { judgeMesures, toRefused } from '../regle/judge-mesures.ts';
import { listUnites } from '../mesure/mesure.queries.ts';
import { MOST_CONSTATS } from '../regle/constat-validation.type.ts';
import { type AskedCampagne, cellName, askCampagne, SES_TERRITOIRES } from './ask-campagne.ts';
import { type ConstatJustifie, justifyAll, toConstats } from './judge-draft.ts';
import { type LigneSaisie, ligneSaisie } from './ligne-saisie.ts';
import { DERNIERE_PERIODE } from '../absence/owed-then.ts';
import { mesureId } from '../mesure/mesure-id.ts';
import { sayFigures } from './read-said.ts';
import { findLastVersion, findLignesOf, findStandingVersion } from './reddition-acts.queries.ts';
import { A_COMMENCE, listNotBegun } from './refuse-not-begun.ts';
import { draftAfter, type SaisieContenu } from './reddition.actes.ts';
import { askReturned, refuseRemoved, withinTerritoires } from './ask-returned.ts';
import type { MesureARetirer, MesureASaisir } from './reddition.type.ts';

const MOST_FAULTS = 50;

/** What somebody enters, as it was sent. */
export interface SaisieAsked {
  readonly campagne: string;
  readonly mesures: readonly MesureASaisir[];
  readonly retraits: readonly MesureARetirer[];
  /** Of the draft that its author read; null when it was not. */
  readonly revision: number | null;
  /** Whether what the draft says already is left as it is, and what it does not carry is not taken out. */
  readonly sansRedites: boolean;
}

export interface SaisiePrepared {
  readonly contenu: SaisieContenu;
  /** What rules that refuse nothing say of the measures. */
  readonly constats: readonly ConstatJustifie[];
}

/**
 * Judges measures by what the campagne asks for, by whose territories they are of and by the rules in force. Raises
 * CONTENU_INVALIDE with every fault, by the place of the measure in what was sent, what is taken out of a draft that does not carry it
 * included; ACTE_REFUSE when it takes out what was sent back, and when nothing is left that the draft does not say.
 */
export async function prepareSaisie(
  { database, journal }: Context,
  etablissement: string,
  { campagne, mesures, retraits, revision, sansRedites }: SaisieAsked,
): Promise<SaisiePrepared> {
  const asked = await askCampagne(journal, campagne, etablissement);
  const unites = new Map((await listUnites(database)).map(({ code, unite }) => [code, unite]));
  const faults: Fault[] = [];
  const lignes = new Map<string, LigneSaisie>();
  const places = new Map<string, number>();
  mesures.forEach((mesure, index) => {
    const unite = unites.get(mesure.exigence);
    const place = `mesure ${index + 1}`;
    const ligne = toLigne(mesure, unite ?? '');
    const found = lignes.has(ligne.mesure)
      ? [{ ...DITE_UNE_FOIS, motif: `${ligne.mesure} est donnée deux fois.` }]
      : findFaults(mesure, ligne, asked, unite);
    if (found.length > 0) faults.push(...found.map((fault) => at(place, fault)));
    else {
      lignes.set(ligne.mesure, ligne);
      places.set(ligne.mesure, index + 1);
    }
  });
  const taken = retraits.map(toName);
  if (taken.length > 0)
    refuseRemoved(withinTerritoires(await askReturned(journal, campagne, etablissement), asked), (mesure) =>
      taken.includes(mesure),
    );
  retraits.forEach(({ volet }, index) => {
    if (volet === '') faults.push(at(`retrait ${index + 1}`, VOLET_VIDE));
  });
  const both = taken.filter((mesure) => lignes.has(mesure));
  faults.push(
    ...both.map((mesure) => ({ ...DITE_UNE_FOIS, motif: `${mesure} est à la fois donnée et retirée.` })),
  );
  const last = await findLastVersion(database, etablissement, campagne);
  const draft = last?.etat === 'SAISIE' ? last.id : undefined;
  const constats = await judgeMesures(database, {
    mesures: [...lignes.values()],
    regles: asked.regles,
    reddition: draft,
  });
  const stands = await findStandingVersion(database, etablissement, campagne);
  const present = await readPresent(database, { draft, stands: stands?.id }, [
    ...(sansRedites ? lignes.keys() : []),
    ...taken,
  ]);
  if (!sansRedites) faults.push(...taken.flatMap((mesure, index) => findAbsent(present, mesure, index)));
  const refused = [
    ...listNotBegun([...lignes.values()], places),
    ...constats
      .filter(({ regle }) => regle.severite === 'BLOQUANTE')
      .map((constat) => ({ ...toRefused(constat), rang: places.get(constat.mesure.mesure)! })),
  ].toSorted((a, b) => a.rang - b.rang);
  faults.push(...refused.map(toFault));
  if (faults.length > 0) throw toRefusal(faults, refused);
  const judged = await justifyAll(database, {
    constats,
    last: stands?.id,
    reasons: new Map([...lignes].map(([mesure, { justification = '' }]) => [mesure, justification])),
  });
  const entered = [...lignes.values()].filter(
    (ligne) => !sansRedites || !isSaid(present.get(ligne.mesure), ligne),
  );
  const removed = [...new Set(taken)].filter((mesure) => present.has(mesure));
  const current = last?.revision ?? 0;
  if (sansRedites && entered.length + removed.length === 0) refuseUnchanged(revision, current);
  const contenu = {
    campagne,
    version: draftAfter(last),
    // What is left out is what this revision says: of another, it would be something else.
    revision: revision ?? (sansRedites ? current : null),
    ...(draft === undefined && { suit: stands?.id ?? null }),
    lignes: entered,
    ...(removed.length > 0 && { retraits: removed }),
    constats: toConstats(judged.slice(0, MOST_CONSTATS)),
    cleEntiere: true as const,
    jugeLe: asked.jour,
  };
  return { contenu, constats: judged };
}

type Present = Awaited<ReturnType<typeof findLignesOf>>[number];

/** What the draft says of these measures, or what it would begin as: the version that stands, without its reasons. */
async function readPresent(
  database: Kysely<Tables>,
  { draft, stands }: { readonly draft: string | undefined; readonly stands: string | undefined },
  mesures: readonly string[],
): Promise<ReadonlyMap<string, Present>> {
  const begin = draft ?? stands;
  const rows =
    begin === undefined || mesures.length === 0 ? [] : await findLignesOf(database, begin, mesures);
  return new Map(
    rows.map((row) => [row.mesure_id, draft === undefined ? { ...row, justification: null } : row]),
  );
}

/** What is wrong in taking out what is not there: its name, most often, and what it meant would be published. */
const findAbsent = (present: ReadonlyMap<string, Present>, mesure: string, index: number): Fault[] =>
  present.has(mesure)
    ? []
    : [
        {
          regle: { code: 'OTER_CE_QUI_EST_PORTE', origine: 'INFERENCE' },
          motif: `retrait ${index + 1} : votre brouillon ne porte pas ${mesure}.`,
          remede: 'Nommez une mesure qu’il porte (« lignes » les énumère), ou n’en ôtez pas.',
        },
      ];

/** Whether a line is said already, for the same reason. */
const isSaid = (present: Present | undefined, ligne: LigneSaisie): boolean =>
  present !== undefined &&
  sayFigures(present) === sayFigures(ligne) &&
  present.justification === (ligne.justification ?? null);

/** Raises VERSION_PERIMEE where somebody wrote since the draft was read, and ACTE_REFUSE: there is nothing to write. */
function refuseUnchanged(read: number | null, current: number): never {
  if (read !== null && read !== current) throw new VersionPerimee(read, current);
  throw new RefusActe({
    regle: { code: 'SAISIR_CE_QUI_CHANGE', origine: 'INFERENCE' },
    motif: 'Votre brouillon, ou sans lui votre dernière version, dit déjà tout ce qui est donné.',
    remede:
      'Rien n’est à saisir ; un brouillon reste à soumettre (soumettreReddition). Pour redire ce qu’une autre campagne, ou un autre établissement, a dit autrement, saisissez-le sans « sansRedites ».',
  });
}

/** One of the faults of what was sent: its rule, what is wrong, what to do; and of which field, where it is of one. */
interface Fault extends Pick<Refus, 'regle' | 'motif' | 'remede'> {
  readonly champ?: string;
}

const at = (place: string, { champ, motif, ...fault }: Fault): Fault => ({
  ...fault,
  motif: `${champ === undefined ? place : `${place}, ${champ}`} : ${motif}`,
});

/** A rule of validation and what it asks are those of Santé Québec, told with the measure. */
const toFault = ({ rang, regle, nom, message, remede }: RefusedMesure): Fault =>
  regle === A_COMMENCE.code
    ? { regle: A_COMMENCE, motif: `mesure ${rang} : ${message}`, remede }
    : {
        regle: { code: 'MESURES_VALIDES', origine: 'INFERENCE' },
        motif: `mesure ${rang} : ${nom.toLowerCase()} (${regle}), ${message} ${remede}`,
        remede: 'Corrigez-les : chaque règle dit ce qu’elle attend.',
      };

/** The first fault names the refusal; each tells what to do, once. */
function toRefusal(faults: readonly Fault[], refused: readonly RefusedMesure[]): RefusActe {
  const told = faults.slice(0, MOST_FAULTS);
  const more = faults.length - told.length;
  return contenuInvalide({
    regle: faults[0]!.regle,
    motif: `${told.map(({ motif }) => motif).join(' ')}${more > 0 ? ` Et ${more} autres fautes.` : ''}`,
    remede: [...new Set(told.map(({ remede }) => remede))].join(' '),
    fautes: refused,
  });
}

const DEMANDE: Omit<Fault, 'motif'> = {
  regle: { code: 'DIRE_CE_QUI_EST_DEMANDE', origine: 'INFERENCE' },
  remede: 'Dites ce que la campagne demande : son canevas (« cellules ») et ses périodes l’énumèrent.',
};
const UNE_VALEUR: Omit<Fault, 'motif'> = {
  regle: { code: 'UNE_VALEUR_OU_CE_QUI_EN_TIENT_LIEU', origine: 'INFERENCE' },
  remede: 'Donnez une valeur, ou un statut qui en tient lieu : AUCUN_CAS, NON_DISPONIBLE ou SUPPRIMEE.',
};
const DITE_UNE_FOIS: Omit<Fault, 'motif'> = {
  regle: { code: 'DIRE_UNE_FOIS', origine: 'INFERENCE' },
  remede: 'Ne la nommez qu’une fois : pour la saisir, ou pour l’ôter.',
};
const VOLET_VIDE: Fault = {
  regle: { code: 'VOLET_NOMME', origine: 'INFERENCE' },
  champ: 'volet',
  motif: 'un texte est attendu, et il est vide.',
  remede: 'Donnez « en personne » ou « par téléphone » ; quand l’exigence n’a pas de volet, n’en donnez pas.',
};
const LIGNE_BIEN_FORMEE: Regle = { code: 'CONTENU_BIEN_FORME', origine: 'INFERENCE' };

/** What is wrong with a measure, beside what its campagne asks; then, in what it says by itself. */
function findFaults(
  mesure: MesureASaisir,
  ligne: LigneSaisie,
  asked: AskedCampagne,
  unite: string | undefined,
): Fault[] {
  const fault = findFault(mesure, asked, unite);
  if (fault !== undefined) return [fault];
  const { error } = ligneSaisie.safeParse(ligne);
  return (error?.issues ?? []).map(({ path, message }) => ({
    regle: LIGNE_BIEN_FORMEE,
    champ: path.join(', '),
    motif: `${message}.`,
    remede: 'Corrigez-le, puis redemandez l’acte.',
  }));
}

function findFault(
  { periode, territoire, exigence, volet = null, valeur = null, statut = null, ...given }: MesureASaisir,
  { code, periodes, cells, territoires }: AskedCampagne,
  unite: string | undefined,
): Fault | undefined {
  if (!territoires.has(territoire))
    return {
      regle: SES_TERRITOIRES,
      motif: `le territoire ${territoire} n’est pas de ceux de votre établissement.`,
      remede: 'Dites ce qui est des vôtres : « etablissement { territoires } » les énumère.',
    };
  if (volet === '') return VOLET_VIDE;
  if (!periodes.has(periode))
    return { ...DEMANDE, motif: `la campagne ${code} ne demande pas la période ${periode}.` };
  const volets = [...cells.keys()].filter((cell) => cell.startsWith(cellName(exigence, null)));
  if (volets.length > 0 && !cells.has(cellName(exigence, volet)))
    return {
      ...DEMANDE,
      motif: `la campagne ${code} demande ${exigence} ${sayVolets(volets, exigence)} : ${volet === null ? 'son volet manque' : `« ${volet} » n’en est pas un`}.`,
    };
  if (!cells.has(cellName(exigence, volet)) || unite === undefined)
    return {
      ...DEMANDE,
      motif: `le canevas de la campagne ${code} ne demande pas ${exigence}${volet === null ? '' : ` (${volet})`}.`,
    };
  if (cells.get(cellName(exigence, volet)) === 'EXERCICE' && !periode.endsWith(DERNIERE_PERIODE))
    return {
      ...DEMANDE,
      motif: `${exigence} se mesure une fois par exercice, à la treizième période.`,
    };
  if (valeur === null && statut === null) return { ...UNE_VALEUR, motif: 'ni valeur ni statut.' };
  if (valeur !== null && statut !== null)
    return { ...UNE_VALEUR, motif: 'une valeur et un statut qui en tient lieu ne vont pas ensemble.' };
  if (statut !== null && (given.numerateur ?? given.denominateur ?? null) !== null)
    return { ...UNE_VALEUR, motif: `${statut} va seul, sans numérateur ni dénominateur.` };
  return undefined;
}

/** By which volets the canevas asks for an exigence, as they are written. */
function sayVolets(cells: readonly string[], exigence: string): string {
  const volets = cells.map((cell) => cell.slice(cellName(exigence, null).length)).filter(Boolean);
  return volets.length === 0 ? 'sans volet' : `par volet (${volets.map((one) => `« ${one} »`).join(', ')})`;
}

/** The identifier of a measure. */
function toName({ periode, territoire, exigence, volet = null }: MesureARetirer): string {
  return mesureId({ periode, territoire, exigence, volet });
}

function toLigne(mesure: MesureASaisir, unite: string): LigneSaisie {
  const { periode, territoire, exigence, volet = null, valeur = null } = mesure;
  const justification = mesure.justification?.trim() || undefined;
  return {
    mesure: toName(mesure),
    periode,
    territoire,
    exigence,
    volet,
    unite,
    valeur,
    numerateur: mesure.numerateur ?? null,
    denominateur: mesure.denominateur ?? null,
    statut: mesure.statut ?? 'PROVISOIRE',
    ...(justification !== undefined && { justification }),
  };
}
