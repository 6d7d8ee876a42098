import type { CodeService } from '@palier/runtime/code-service';
import type { Comparateur, SourceAssertion, StatutExigence } from '@palier/runtime/exigence-enums';
import type { ProvenanceRow } from '@palier/runtime/provenance';

export type ConcordanceExigence =
  | 'CONCORDE'
  | 'ECART'
  | 'SANS_OBJET'
  | 'REALITES_REGIONALES'
  | 'FICHE_MUETTE'
  | 'DESCRIPTION_SEULEMENT'
  | 'FICHE_SEULEMENT'
  | 'ABSENT_PARTOUT';

export interface ExigenceTable {
  code: string;
  /** Four digits: the place of the cell in the document, and the sort key of pages. */
  ordre: string;
  standard_code: string;
  service_code: CodeService;
  statut: StatutExigence;
  statut_litteral: string;
  texte: string | null;
  concordance: ConcordanceExigence;
  note: string | null;
  provenance: ProvenanceRow;
}

/** A threshold, as it is kept (`jsonb`): it is always read whole. */
interface SeuilContenu {
  readonly valeur: number | null;
  readonly comparateur: Comparateur | null;
  readonly unite: string | null;
  readonly part: number | null;
  readonly declencheur: string | null;
  readonly precision: string | null;
  readonly condition: string | null;
  readonly echeance: string | null;
  readonly texte: string;
  readonly volet: string | null;
}

export interface SeuilTable {
  exigence_code: string;
  rang: number;
  contenu: SeuilContenu;
}

export interface AssertionTable {
  exigence_code: string;
  rang: number;
  source: SourceAssertion;
  nature: 'SYNTHESE' | 'STANDARD' | 'DESCRIPTION';
  statut: StatutExigence;
  litteral: string;
  texte: string | null;
  seuil: SeuilContenu | null;
  volet: string | null;
  dit: string | null;
  provenance: ProvenanceRow;
}
