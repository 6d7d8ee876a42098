import type { BilanParIndicateur, Comptes } from '../bilan/bilan.ts';
import type { AssertionChiffree } from '../chart/seuils.tsx';
import type { ObligationsComptees } from '../etablissement/obligations-comptees.ts';
import type { AbsenceLue } from '../shown/absence.tsx';
import type { ProvenanceLue } from '../shown/provenance.tsx';

/** What the map of an exigence tells of it. */
export interface TableauSeuils {
  /** Null when the ministry did not answer. */
  readonly exigence: {
    readonly texte: string | null;
    readonly ecarts: readonly { readonly code: string; readonly titre: string }[];
    readonly assertions: readonly AssertionChiffree[];
  } | null;
}

export interface TableauVerdicts {
  /** Null when Santé Québec did not answer, or has consolidated nothing. */
  readonly bilanQuebec:
    | (Comptes &
        BilanParIndicateur & {
          readonly campagne: { readonly code: string; readonly nom: string };
          readonly territoires: number;
          readonly territoiresSansMesure: number;
          readonly consolideLe: string;
          readonly source: string;
        })
    | null;
}

export interface RoleLu {
  readonly code: string;
  readonly nom: string;
  readonly provenance: ProvenanceLue;
}

export interface TableauRoles {
  /** Null when the ministry did not answer. */
  readonly rolesClsc: readonly RoleLu[] | null;
  readonly territoiresClsc: {
    readonly nodes: readonly ({
      readonly code: string;
      /** Null when the level of the établissements did not answer. */
      readonly exerciceRoles: {
        readonly nodes: readonly ({ readonly role: { readonly code: string } | null } | null)[];
        readonly absence: AbsenceLue | null;
      } | null;
    } | null)[];
  } | null;
}

export interface RedditionDeCampagne {
  readonly id: string;
  readonly campagne: string;
  readonly version: number;
  readonly etat: string;
  readonly soumiseLe: string | null;
  readonly provenance: ProvenanceLue;
  readonly examen: { readonly statut: string | null; readonly examineLe: string | null } | null;
}

export interface EtablissementRendant {
  readonly code: string;
  readonly nom: string;
  readonly abrege: string | null;
  readonly redditions: {
    readonly nodes: readonly (RedditionDeCampagne | null)[];
    readonly absence: AbsenceLue | null;
  } | null;
}

export interface TableauRetards {
  /** Null when Santé Québec did not answer. */
  readonly etablissements:
    | readonly {
        readonly code: string;
        readonly nom: string;
        readonly abrege: string | null;
        /** Null when the level of the établissements did not answer. */
        readonly obligations: ObligationsComptees | null;
      }[]
    | null;
}

export interface TableauRedditions {
  /** Null when Santé Québec did not answer. */
  readonly etablissements: readonly EtablissementRendant[] | null;
}
