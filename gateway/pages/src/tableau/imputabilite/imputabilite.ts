import type { AbsenceLue } from '../shown/absence.tsx';
import type { ProvenanceLue } from '../shown/provenance.tsx';

interface MandatLu {
  readonly code: string;
  readonly enonce: string;
}

/** Who answers for an exigence in a territory, level by level; a level that did not answer is null. */
export interface ImputabiliteLue {
  readonly motifSansCompte: string | null;
  readonly fixePar: {
    readonly mandat: MandatLu;
    readonly lecture: string;
    readonly provenance: ProvenanceLue;
    readonly lien: ProvenanceLue;
  };
  readonly coordonnePar: {
    readonly mandat: MandatLu | null;
    readonly indicateur: { readonly code: string; readonly nom: string } | null;
    readonly canevas: { readonly code: string } | null;
    readonly campagne: { readonly code: string; readonly nom: string } | null;
    readonly absence: AbsenceLue | null;
    readonly provenance: ProvenanceLue;
  } | null;
  readonly etablissement: {
    readonly code: string;
    readonly nom: string;
    readonly abrege: string | null;
  } | null;
  readonly renduPar: {
    readonly mandat: MandatLu | null;
    readonly gestionnaire: {
      readonly fonction: string | null;
      readonly enFonctionDepuis: string | null;
      readonly provenance: ProvenanceLue | null;
    };
    readonly referenceLegale: {
      readonly code: string;
      readonly loi: string;
      readonly article: string | null;
    } | null;
    readonly absence: AbsenceLue | null;
    readonly provenance: ProvenanceLue;
  } | null;
}
