import { type ProvenanceValue, toProvenance } from '@palier/runtime/provenance';
import { WARNING_LINES, linesOfWarning } from '@palier/runtime/quality-row';
import type { StandardTable } from '../../tables/standard.table.ts';

const AVERTISSEMENT = { document: '003', section: 'Annexe II, standards de qualité' } as const;

/** Whether a standard may become an indicator; when it may not, why, and who says so. */
export interface IndicateurPermis {
  readonly indicateurPermis: boolean;
  readonly motifRefus: string | null;
  readonly provenanceRefus: ProvenanceValue | null;
}

/** Annexe II refuses its own quality rows; that the fiches' quality statements share the refusal is our inference (I-07). */
export function decideIndicateurPermis({
  code,
  attribut,
  source,
}: Pick<StandardTable, 'code' | 'attribut' | 'source'>): IndicateurPermis {
  if (attribut !== 'QUALITE') return { indicateurPermis: true, motifRefus: null, provenanceRefus: null };
  if (source === 'ANNEXE_II')
    return {
      indicateurPermis: false,
      motifRefus:
        'L’Annexe II avertit que ses standards de qualité ne sont ni des indicateurs d’évaluation de la qualité, ni des critères de performance.',
      provenanceRefus: toProvenance({
        origine: 'TEXTE',
        ...AVERTISSEMENT,
        lignes: linesOfWarning(code),
        note: `Écrit au-dessus de chacune des deux pages (${WARNING_LINES.first}, ${WARNING_LINES.second}) ; voir l’écart I-07.`,
      }),
    };
  return {
    indicateurPermis: false,
    motifRefus:
      'Énoncé de qualité que seule la fiche porte : Palier lui étend l’avertissement de l’Annexe II sur les standards de qualité.',
    provenanceRefus: toProvenance({
      origine: 'INFERENCE',
      confiance: 'inféré',
      ...AVERTISSEMENT,
      lignes: WARNING_LINES.first,
      note: 'Aucun texte ne dit si l’avertissement vaut aussi pour les énoncés des fiches ; voir l’écart I-07.',
    }),
  };
}
