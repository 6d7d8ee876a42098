import { type ProvenanceValue, toProvenance } from '@palier/runtime/provenance';
import type { StandardTable } from './standard.queries.ts';

const AVERTISSEMENT = {
  document: '003',
  section: 'Annexe II, standards de qualité',
  lignes: 'L2395-2400',
} as const;

/** Whether a standard may become an indicator; when it may not, why, and who says so. */
export interface IndicateurPermis {
  readonly indicateurPermis: boolean;
  readonly motifRefus: string | null;
  readonly provenanceRefus: ProvenanceValue | null;
}

/** Annexe II refuses its own quality rows; that the fiches' quality statements share the refusal is our inference (I-07). */
export function decideIndicateurPermis({
  attribut,
  source,
}: Pick<StandardTable, 'attribut' | 'source'>): IndicateurPermis {
  if (attribut !== 'QUALITE') return { indicateurPermis: true, motifRefus: null, provenanceRefus: null };
  if (source === 'ANNEXE_II')
    return {
      indicateurPermis: false,
      motifRefus:
        'L’Annexe II avertit que ses standards de qualité ne sont ni des indicateurs d’évaluation de la qualité, ni des critères de performance.',
      provenanceRefus: toProvenance({
        origine: 'TEXTE',
        ...AVERTISSEMENT,
        note: 'Répété aux lignes L2515-2520 ; voir l’écart I-07.',
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
      note: 'Aucun texte ne dit si l’avertissement vaut aussi pour les énoncés des fiches ; voir l’écart I-07.',
    }),
  };
}
