import { refuseCanevas } from './refuse-canevas.ts';
import { isQualityRow, linesOfWarning } from '@palier/runtime/quality-row';

/**
 * Raises CANEVAS_REFUSE when a canevas names a quality row of document 003, among the codes of the standards or
 * exigences it covers (« Q-P1 », « Q-P4:AAOR »); what else it names that is no indicateur is told beside.
 */
export function refuseQualityRows(codes: readonly string[], unknown: readonly string[] = []): void {
  const refused = codes.filter(isQualityRow);
  if (refused.length === 0) return;
  const lines = [...new Set(refused.map(linesOfWarning))].sort().join(', ');
  throw refuseCanevas({
    regle: { code: 'QUALITE_SANS_INDICATEUR', origine: 'TEXTE', citation: `003, ${lines}`, modele: 'R3' },
    motif: `Le document 003 exclut que ses standards de qualité servent d’indicateurs (Annexe II, ${lines}) : ${refused.join(', ')}.${unknown.length > 0 ? ` ${sayIndicateurs(unknown)}` : ''}`,
    remede: 'Retirez-les du canevas.',
  });
}

export const sayIndicateurs = (unknown: readonly string[]): string =>
  `Indicateurs inconnus : ${unknown.join(' ')}`;
