import type { Comptes } from '../bilan/bilan.ts';
import type { AbsenceLue } from '../shown/absence.tsx';
import type { ProvenanceLue } from '../shown/provenance.tsx';

export interface ExamenLu {
  /** Null until it is examined. */
  readonly statut: string | null;
  readonly motifs: readonly string[];
  readonly examineLe: string | null;
  readonly cellules: readonly ({
    readonly mesureId: string;
    readonly motif: string;
    readonly attendu: string;
  } | null)[];
  readonly absence: AbsenceLue | null;
}

interface RedditionLue {
  readonly id: string;
  readonly campagne: string;
  readonly version: number;
  readonly etat: string;
  readonly soumiseLe: string | null;
  readonly provenance: ProvenanceLue;
  readonly depasseePar: { readonly id: string } | null;
  /** Null when Santé Québec did not answer. */
  readonly examen: ExamenLu | null;
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
    readonly nodes: readonly (RedditionLue | null)[];
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
