import { listPeriodes } from '@palier/runtime/exercice';
import { askOrRefuse } from '@palier/runtime/acts/ask-or-refuse';
import type { LevelJournal } from '@palier/runtime/journal/level-journal';
import { contenuInvalide, RefusActe, type Regle } from '@palier/runtime/acts/refus';
import { lastDayToSubmit } from '@palier/runtime/last-day';
import { toLocalDay } from '@palier/runtime/local-day';
import type { ReadRegle } from '@palier/runtime/regles/judge-mesure';
import { sayMesures } from './say-mesures.ts';
import { REGLE_FIELDS, type RegleLue, readRegles } from '../regle/regles-en-vigueur.ts';

/** A campagne as Santé Québec opened it, and the territories of the établissement that answers it. */
export interface AskedCampagne {
  readonly code: string;
  readonly exercice: string;
  /** The periods that it asks for. */
  readonly periodes: ReadonlySet<string>;
  /** What it asks for, as `cellName` names it, and how often. */
  readonly cells: ReadonlyMap<string, Frequence>;
  readonly territoires: ReadonlySet<string>;
  /** Last day to submit, exception included; null when it has none. */
  readonly jusquAu: string | null;
  /** The rules that Santé Québec has in force for what it asks, on that day. */
  readonly regles: readonly ReadRegle[];
  readonly jour: string;
}

type Frequence = 'PERIODE_FINANCIERE' | 'EXERCICE';

/** What tells until when an établissement may answer. */
interface Opening {
  readonly statut: 'OUVERTE' | 'FERMEE';
  readonly cloture: string | null;
  readonly exceptions: readonly {
    readonly etablissement: { readonly code: string } | null;
    readonly jusquAu: string;
  }[];
}
const OPENING = 'statut cloture exceptions { etablissement { code } jusquAu }';

interface Asked extends Opening {
  readonly exercice: string;
  readonly periodes: readonly string[];
  readonly canevas: {
    readonly cellules: readonly ({
      readonly exigenceCode: string;
      readonly volet: string | null;
      readonly frequence: Frequence;
    } | null)[];
    readonly regles: readonly (RegleLue | null)[];
  } | null;
}

interface Read {
  readonly campagne: Asked | null;
  readonly etablissement: {
    readonly territoires: readonly ({ readonly code: string } | null)[] | null;
  } | null;
}

const QUERY = `query CampagneDemandee($campagne: ID!, $etablissement: ID!, $jour: String!) {
  campagne(code: $campagne) {
    exercice periodes ${OPENING}
    canevas { cellules { exigenceCode volet frequence } regles(enVigueurLe: $jour) { ${REGLE_FIELDS} } }
  }
  etablissement(code: $etablissement) { territoires { code } }
}`;

export const cellName = (exigence: string, volet: string | null): string => `${exigence}/${volet ?? ''}`;

/** Raises ACTE_REFUSE for a campagne that is not open, CONTENU_INVALIDE for an établissement that Santé Québec does not know. */
export async function askCampagne(
  journal: LevelJournal,
  campagne: string,
  etablissement: string,
): Promise<AskedCampagne> {
  const jour = toLocalDay(new Date().toISOString());
  const read = await askOrRefuse<Read>(journal, QUERY, { campagne, etablissement, jour });
  if (read.etablissement === null)
    throw contenuInvalide({
      regle: { code: 'ETABLISSEMENT_CONNU', origine: 'INFERENCE' },
      motif: `Santé Québec ne connaît pas d’établissement ${etablissement}.`,
      remede: 'Obtenez un jeton qui nomme l’un de ceux que « etablissements » énumère.',
    });
  refuseNotOpen(campagne, read.campagne);
  const { exercice, periodes, canevas } = read.campagne;
  return {
    code: campagne,
    exercice,
    periodes: new Set(periodes.length > 0 ? periodes : listPeriodes(exercice)),
    cells: new Map(
      canevas?.cellules.flatMap((cell) =>
        cell === null ? [] : [[cellName(cell.exigenceCode, cell.volet), cell.frequence] as const],
      ),
    ),
    territoires: new Set(read.etablissement.territoires?.flatMap((one) => one?.code ?? [])),
    jusquAu: toLastDay(read.campagne, etablissement),
    regles: readRegles(canevas?.regles ?? []),
    jour,
  };
}

/** An établissement says what is of the territories that it answers for. */
export const SES_TERRITOIRES: Regle = { code: 'SES_TERRITOIRES', origine: 'INFERENCE', modele: 'V7' };

/** Raises ACTE_REFUSE for measures of territories that the établissement answers for no more: another one says them. */
export function refuseForeign(
  lignes: readonly Readonly<Record<'mesure' | 'territoire', string>>[],
  { territoires }: Pick<AskedCampagne, 'territoires'>,
): void {
  const foreign = lignes.filter(({ territoire }) => !territoires.has(territoire));
  if (foreign.length === 0) return;
  throw new RefusActe({
    regle: SES_TERRITOIRES,
    motif: `Cette version porterait des mesures de territoires dont votre établissement ne répond plus : ${sayMesures(foreign.map(({ mesure }) => mesure))}.`,
    remede:
      'Ôtez-les du brouillon (saisirMesures, retraits). Ce que l’établissement qui en répond n’a pas soumis à son tour cessera alors d’être publié : convenez-en d’abord avec lui.',
  });
}

function refuseNotOpen<Campagne extends Opening>(
  code: string,
  read: Campagne | null,
): asserts read is Campagne {
  if (read?.statut === 'OUVERTE') return;
  throw new RefusActe({
    regle: { code: 'CAMPAGNE_OUVERTE', origine: 'INFERENCE' },
    ...(read === null
      ? {
          motif: `Santé Québec n’a pas ouvert de campagne ${code}.`,
          remede: '« campagnes » énumère celles qui sont ouvertes.',
        }
      : {
          motif: `La campagne ${code} est fermée.`,
          remede:
            'Dites ce qui change dans une campagne ouverte qui demande ces mesures (« campagnes » les énumère), ou demandez à Santé Québec d’en ouvrir une : ce qui y est soumis en dernier est ce qui est publié, une suppression comprise.',
        }),
  });
}

const toLastDay = ({ cloture, exceptions }: Opening, code: string): string | null =>
  lastDayToSubmit(
    cloture,
    exceptions.flatMap(({ etablissement, jusquAu }) => (etablissement?.code === code ? jusquAu : [])),
  );

/**
 * The last day to submit another version instead of one to withdraw; null when there is none. Raises ACTE_REFUSE for one that Santé
 * Québec has examined, or of a campagne that it has closed: what it retained is what was transmitted and appreciated.
 */
export async function refuseSettled(
  journal: LevelJournal,
  { id, campagne, etablissement }: Readonly<Record<'id' | 'campagne' | 'etablissement', string>>,
): Promise<string | null> {
  const read = await askOrRefuse<{
    reddition: { readonly examen: { readonly statut: string | null } | null } | null;
    campagne: Opening | null;
  }>(
    journal,
    `query VersionARetirer($id: ID!, $campagne: ID!) { reddition(id: $id) { examen { statut } } campagne(code: $campagne) { ${OPENING} } }`,
    { id, campagne },
  );
  const statut = read.reddition?.examen?.statut ?? null;
  if (statut !== null)
    throw new RefusActe({
      regle: { code: 'RETIRER_AVANT_EXAMEN', origine: 'INFERENCE' },
      motif: `Santé Québec a déjà examiné cette version (${statut}).`,
      remede: 'Soumettez-en une nouvelle : elle peut toujours suivre.',
    });
  refuseNotOpen(campagne, read.campagne);
  return toLastDay(read.campagne, etablissement);
}
