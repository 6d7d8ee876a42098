import type { Cote } from '../../shell/sides.tsx';
import type { AbsenceLue } from '../shown/absence.tsx';
import type { ProvenanceLue } from '../shown/provenance.tsx';
import type { AssertionLue } from '../sources/assertion.ts';

export interface EcartLu {
  readonly code: string;
  readonly titre: string;
  readonly detail: string;
  readonly gravite: string;
  readonly graviteInferee: boolean;
  readonly cotes: readonly Cote[];
  readonly arbitre: { readonly code: string } | null;
  readonly provenances: readonly ProvenanceLue[];
}

export interface ExigenceEntiere {
  readonly code: string;
  readonly statut: string;
  readonly texte: string | null;
  readonly concordance: string;
  readonly note: string | null;
  readonly standard: {
    readonly code: string;
    readonly enonce: string;
    readonly sousGroupe: string;
    readonly indicateurPermis: boolean;
    readonly motifRefus: string | null;
  };
  readonly service: { readonly code: string; readonly nom: string };
  readonly assertions: readonly AssertionLue[];
  readonly ecarts: readonly EcartLu[];
  readonly arbitre: { readonly code: string; readonly enonce: string };
  /** Null where nothing measures it; or when Santé Québec did not answer, and the answer says so. */
  readonly indicateur: {
    readonly code: string;
    readonly nom: string;
    readonly unite: string;
    readonly direction: string;
    readonly regle: string;
    readonly provenance: ProvenanceLue;
  } | null;
  readonly provenance: ProvenanceLue;
  /** Null when the level of the établissements did not answer. */
  readonly valeursRegionales: {
    readonly nodes: readonly ({
      readonly id: string;
      readonly territoire: { readonly code: string; readonly nom: string } | null;
      readonly texte: string;
      readonly enVigueurDepuis: string;
      readonly provenance: ProvenanceLue;
    } | null)[];
    readonly absence: AbsenceLue | null;
  } | null;
}

export interface TableauExigence {
  readonly exigence: ExigenceEntiere | null;
}
