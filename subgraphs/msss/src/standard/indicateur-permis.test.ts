import 'reflect-metadata';
import { expect, it } from 'vitest';
import { decideIndicateurPermis } from './indicateur-permis.ts';

it('allows any standard but those of quality', () => {
  expect(decideIndicateurPermis({ code: 'C-A1', attribut: 'CONTINUITE', source: 'ANNEXE_II' })).toEqual({
    indicateurPermis: true,
    motifRefus: null,
    provenanceRefus: null,
  });
});

it.each([
  ['Q-P1', 'L2395-2400'],
  ['Q-E4', 'L2395-2400'],
  ['Q-O1', 'L2515-2520'],
  ['Q-O5', 'L2515-2520'],
])('refuses %s on the word of the text, written above its own page (%s)', (code, lignes) => {
  expect(decideIndicateurPermis({ code, attribut: 'QUALITE', source: 'ANNEXE_II' })).toMatchObject({
    indicateurPermis: false,
    provenanceRefus: { origine: 'TEXTE', lignes },
  });
});

it('refuses the quality statements of the fiches by inference', () => {
  expect(
    decideIndicateurPermis({ code: 'F-Q1', attribut: 'QUALITE', source: 'FICHE_DESCRIPTION' }),
  ).toMatchObject({
    indicateurPermis: false,
    provenanceRefus: { origine: 'INFERENCE', confiance: 'inféré' },
  });
});
