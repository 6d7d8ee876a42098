import { GraphFault } from '@palier/gateway/http/graph-fault';
import type { FileReading } from '../thread/file-task.ts';

/** What a rule says of a measure without refusing it. */
export interface ConstatDit {
  readonly mesureId: string;
  readonly regle: {
    readonly id: string;
    readonly code: string;
    readonly nom: string;
    readonly remede: string;
  } | null;
  readonly severite: 'BLOQUANTE' | 'A_JUSTIFIER' | 'INFORMATION';
  readonly message: string;
  readonly operandes: readonly string[];
  readonly justification: string | null;
}

const CONSTAT = 'mesureId regle { id code nom remede } severite message operandes justification';

/** What a file is named by, for who sends it. */
export const CLE_DE_DEPOT = `query CleDUnDepot($empreinte: ID!) {
  cleDeDepot(empreinte: $empreinte)
}`;

export interface Cle {
  readonly cleDeDepot: string;
}

/** Judges what a file gives as the act would: nothing is written. */
export const VALIDER = `query ValiderUnDepot($cle: ID, $motif: String, $campagne: ID!, $mesures: [MesureASaisir!]!, $retraits: [MesureARetirer!], $versionAttendue: Int, $sansRedites: Boolean, $fichier: ID) {
  validerMesures(cle: $cle, motif: $motif, campagne: $campagne, mesures: $mesures, retraits: $retraits, versionAttendue: $versionAttendue, sansRedites: $sansRedites, fichier: $fichier) {
    constats { ${CONSTAT} }
  }
}`;

export const SAISIR = `mutation Deposer($cle: ID!, $motif: String, $campagne: ID!, $mesures: [MesureASaisir!]!, $retraits: [MesureARetirer!], $versionAttendue: Int, $fichier: ID!) {
  saisirMesures(cle: $cle, motif: $motif, campagne: $campagne, mesures: $mesures, retraits: $retraits, versionAttendue: $versionAttendue, sansRedites: true, fichier: $fichier) {
    acte {
      numero natureActe auteur etablissement origine inscritLe motif
      recu { niveau numero empreinte racine preuve signature temoins }
    }
    reddition { id version etat revision }
    constats { ${CONSTAT} }
  }
}`;

export interface Saisi {
  readonly saisirMesures: {
    /** Null of a file that changes nothing. */
    readonly acte: Readonly<Record<string, unknown>> | null;
    readonly reddition: Readonly<Record<'id' | 'version' | 'etat' | 'revision', unknown>> | null;
    readonly constats: readonly ConstatDit[] | null;
  };
}

export interface Valide {
  readonly validerMesures: { readonly constats: readonly ConstatDit[] };
}

/** Whether a file gives nothing that the draft does not say, and none was sent under its key. */
export const changesNothing = (error: unknown): boolean =>
  error instanceof GraphFault && error.errors[0]?.extensions?.['regle'] === 'SAISIR_CE_QUI_CHANGE';

/** What a file gives, as the graph takes it. */
export function toSaisie({ mesures }: Pick<FileReading, 'mesures'>) {
  const place = ({ territoire, exigence, volet, periode }: FileReading['mesures'][number]) => ({
    territoire,
    exigence,
    volet,
    periode,
  });
  return {
    mesures: mesures
      .filter(({ estRetiree }) => !estRetiree)
      .map((mesure) => ({
        ...place(mesure),
        valeur: mesure.valeur,
        statut: mesure.statut,
        numerateur: mesure.numerateur,
        denominateur: mesure.denominateur,
        // A file sent before there were any names the same act.
        ...(mesure.justification !== null && { justification: mesure.justification }),
      })),
    retraits: mesures.filter(({ estRetiree }) => estRetiree).map(place),
  };
}

/** The same, without what takes nothing out: a file may say that, and what is asked outside of one may not. */
export const toJudged = ({ mesures, difference }: FileReading): ReturnType<typeof toSaisie> =>
  toSaisie({
    mesures: mesures.filter(
      ({ estRetiree }, index) => !estRetiree || difference[index]?.nature === 'RETIREE',
    ),
  });
