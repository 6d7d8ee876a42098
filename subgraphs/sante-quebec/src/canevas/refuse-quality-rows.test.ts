import { describe, expect, it } from 'vitest';
import { isQualityRow } from '@palier/runtime/quality-row';
import { refuseQualityRows } from './refuse-quality-rows.ts';

describe('a canevas', () => {
  it('accepts accessibility, continuity and efficiency rows', () => {
    expect(() => refuseQualityRows(['A-P5:AAOR', 'C-A1', 'F-A1:CRISE', 'F-E1'])).not.toThrow();
    expect(() => refuseQualityRows([])).not.toThrow();
  });

  it('is refused when it names a quality row, and says which and why', () => {
    expect(() => refuseQualityRows(['A-P5:AAOR', 'Q-P4:INFO_SOCIAL', 'F-Q2'])).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/L2395-2400.*Q-P4:INFO_SOCIAL, F-Q2\. Retirez/),
        extensions: expect.objectContaining({
          code: 'CANEVAS_REFUSE',
          regle: 'QUALITE_SANS_INDICATEUR',
          origineRegle: 'TEXTE (003, L2395-2400)',
          remede: 'Retirez-les du canevas.',
        }) as unknown,
      }),
    );
  });
});

describe('a quality row', () => {
  it('is told by its code alone', () => {
    expect(['Q-P1', 'Q-O5:CRISE', 'F-Q1:CONSULT_PSY'].every(isQualityRow)).toBe(true);
    expect(['A-P1', 'C-O4', 'F-A1', 'F-C1', 'F-E1'].some(isQualityRow)).toBe(false);
  });
});
