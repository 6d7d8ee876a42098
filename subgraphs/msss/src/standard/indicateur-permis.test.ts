import 'reflect-metadata';
import { expect, it } from 'vitest';
import { decideIndicateurPermis } from './indicateur-permis.ts';

it('allows any standard but those of quality', () => {
  expect(decideIndicateurPermis({ attribut: 'CONTINUITE', source: 'ANNEXE_II' })).toEqual({
    indicateurPermis: true,
    motifRefus: null,
    provenanceRefus: null,
  });
});

it('refuses the quality rows of Annexe II on the word of the text', () => {
  expect(decideIndicateurPermis({ attribut: 'QUALITE', source: 'ANNEXE_II' })).toMatchObject({
    indicateurPermis: false,
    provenanceRefus: { origine: 'TEXTE', lignes: 'L2395-2400' },
  });
});

it('refuses the quality statements of the fiches by inference', () => {
  expect(decideIndicateurPermis({ attribut: 'QUALITE', source: 'FICHE_DESCRIPTION' })).toMatchObject({
    indicateurPermis: false,
    provenanceRefus: { origine: 'INFERENCE', confiance: 'inféré' },
  });
});
