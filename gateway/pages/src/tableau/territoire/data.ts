import type { BilanParIndicateur, Comptes } from '../bilan/bilan.ts';
import type { Etablissement, Mesure } from '../carte/carte.ts';
import type { ImputabiliteLue } from '../imputabilite/imputabilite.ts';
import type { AbsenceLue } from '../shown/absence.tsx';
import type { AssertionLue } from '../sources/assertion.ts';
import type { ProvenanceLue } from '../shown/provenance.tsx';

export interface Unite {
  readonly code: string;
  readonly nom: string;
}

interface Liste<Node> {
  readonly nodes: readonly (Node | null)[];
  readonly absence: AbsenceLue | null;
}

export interface RoleExerce {
  readonly role: Unite | null;
  readonly description: string;
  readonly preuves: readonly string[];
  readonly declareLe: string;
  readonly provenance: ProvenanceLue;
}

export interface Offre {
  readonly service: Unite | null;
  readonly etat: string;
  readonly modalites: string | null;
  readonly provenance: ProvenanceLue;
}

/** Whether something is declared, or what is said of it when nothing is. */
export interface Declaration {
  readonly code: string;
  readonly estDeclare: boolean;
  readonly absence: AbsenceLue | null;
}

export interface Gestionnaire {
  readonly fonction: string | null;
  readonly enFonctionDepuis: string | null;
  readonly provenance: ProvenanceLue | null;
  readonly absence: AbsenceLue | null;
}

interface BilanTerritoire extends Comptes, BilanParIndicateur {
  readonly consolideLe: string;
  readonly source: string;
  readonly campagne: Unite;
  readonly provenance: ProvenanceLue;
}

/** What `tableau-territoire` tells of a territory; what a level did not answer is null. */
export interface TerritoireLu extends Unite {
  readonly region: Unite;
  readonly reseauTerritorial: Unite;
  readonly reseauLocal: Unite | null;
  readonly population: {
    readonly annee: number;
    readonly nombre: number;
    readonly nature: string;
    readonly provenance: ProvenanceLue;
  } | null;
  readonly situationPopulation: {
    readonly position: string;
    readonly borneBasse: number;
    readonly borneHaute: number;
    readonly avertissement: string;
    readonly provenance: ProvenanceLue;
  };
  readonly provenance: ProvenanceLue;
  readonly etablissement: Etablissement | null;
  readonly gestionnaire: Gestionnaire | null;
  readonly bilan: BilanTerritoire | null;
  readonly exerciceRoles: Liste<RoleExerce> | null;
  readonly offre: Liste<Offre> | null;
  readonly declarationsRoles: readonly (Declaration | null)[] | null;
  readonly declarationsServices: readonly (Declaration | null)[] | null;
}

export interface TableauTerritoire {
  /** All the roles of a CLSC, declared or not; null when the ministry did not answer. */
  readonly rolesClsc: readonly Unite[] | null;
  readonly servicesSociaux: readonly Unite[] | null;
  readonly territoireClsc: TerritoireLu | null;
}

interface ExigenceLue {
  readonly code: string;
  readonly texte: string | null;
  readonly standard: { readonly code: string; readonly enonce: string };
  readonly service: Unite;
  readonly assertions: readonly AssertionLue[];
  readonly ecarts: readonly { readonly code: string; readonly titre: string }[];
  readonly provenance: ProvenanceLue;
}

export interface MesureDeSerie extends Mesure {
  readonly version: number;
}

export interface TableauSerie {
  readonly exigence: ExigenceLue | null;
  readonly territoireClsc: {
    readonly mesures: Liste<MesureDeSerie> | null;
    readonly imputabilite: ImputabiliteLue | null;
  } | null;
}
