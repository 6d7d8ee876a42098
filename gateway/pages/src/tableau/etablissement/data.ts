import type { Comptes } from '../bilan/bilan.ts';
import type { AbsenceLue } from '../shown/absence.tsx';
import type { ProvenanceLue } from '../shown/provenance.tsx';

/** What a version says of a measure. */
interface LigneLue {
  readonly reddition: { readonly id: string; readonly campagne: string; readonly version: number } | null;
  readonly statut: string;
  readonly valeur: number | null;
  readonly reponse: string | null;
  readonly justification: string | null;
}

/** A measure that was sent back, and why. */
interface CelluleLue {
  readonly mesureId: string;
  readonly motif: string;
  readonly attendu: string;
  /** Null when it is no longer published. */
  readonly mesure: {
    readonly territoire: { readonly code: string; readonly nom: string } | null;
    readonly exigence: { readonly code: string; readonly service: { readonly nom: string } } | null;
    readonly volet: string | null;
    readonly periode: { readonly code: string };
    readonly unite: string | null;
    /** What each version submitted says of it, the first one first. */
    readonly lignes: readonly LigneLue[];
  } | null;
}

export interface ExamenLu {
  /** Null until it is examined. */
  readonly statut: string | null;
  readonly motifs: readonly string[];
  readonly examineLe: string | null;
  readonly contradiction: string | null;
  readonly cellules: readonly (CelluleLue | null)[];
  readonly absence: AbsenceLue | null;
}

export interface RedditionLue {
  readonly id: string;
  readonly campagne: string;
  readonly version: number;
  readonly etat: string;
  readonly soumiseLe: string | null;
  readonly retireeLe: string | null;
  readonly provenance: ProvenanceLue;
  readonly depasseePar: { readonly version: number } | null;
  /** Null when Santé Québec did not answer. */
  readonly examen: ExamenLu | null;
}

/** What `retours-etablissement` tells. */
export interface RetoursEtablissement {
  /** Null when the level of the établissements did not answer. */
  readonly redditions: {
    readonly totalCount: number;
    readonly nodes: readonly (RedditionLue | null)[];
  } | null;
}

/** One measure that came back, and all that is told of it. */
export interface Retour extends CelluleLue {
  readonly reddition: RedditionLue;
}

export interface TerritoireDeLui {
  readonly code: string;
  readonly nom: string;
  readonly bilan: (Comptes & { readonly provenance: ProvenanceLue }) | null;
}

export interface EtablissementLu {
  readonly code: string;
  readonly nom: string;
  readonly abrege: string | null;
  readonly categorie: string;
  readonly siege: string | null;
  readonly region: { readonly code: string; readonly nom: string } | null;
  readonly provenance: ProvenanceLue;
  readonly pdg: { readonly depuis: string | null; readonly absence: AbsenceLue | null } | null;
  /** Null when the ministry did not answer. */
  readonly territoires: readonly (TerritoireDeLui | null)[] | null;
  /** Null when the level of the établissements did not answer. */
  readonly redditions: {
    readonly repartition: readonly { readonly cle: string | null; readonly nombre: number }[];
    readonly absence: AbsenceLue | null;
  } | null;
}

export interface TableauEtablissement {
  readonly etablissement: EtablissementLu | null;
}

export interface ObligationLue {
  readonly id: string;
  readonly territoire: { readonly code: string; readonly nom: string } | null;
  readonly exigence: { readonly code: string } | null;
  readonly volet: string | null;
  readonly periode: { readonly code: string };
  readonly etat: string;
  readonly recueLe: string | null;
  readonly echeance: string | null;
  readonly reddition: { readonly id: string } | null;
  readonly provenance: ProvenanceLue;
}
