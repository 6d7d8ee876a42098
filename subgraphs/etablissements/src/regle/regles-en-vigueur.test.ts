import { expect, it } from 'vitest';
import { readRegles, type RegleLue } from './regles-en-vigueur.ts';

const REGLE: RegleLue = {
  id: 'ESSAI:V1',
  code: 'ESSAI',
  version: 1,
  nom: 'Essai',
  severite: 'BLOQUANTE',
  expression: 'valeur <= 2',
  message: 'vaut {valeur}.',
  remede: 'Corrigez.',
  unites: [],
  codesExigences: [],
  fondement: { origine: 'INFERENCE', document: null, lignes: null },
};

it('a rule that this program does not read judges nothing, and is told', () => {
  expect(readRegles([REGLE, null])).toHaveLength(1);
  expect(() => readRegles([{ ...REGLE, expression: 'valeur <=> demain' }])).toThrow(
    expect.objectContaining({
      extensions: expect.objectContaining({ code: 'ACTE_REFUSE', regle: 'REGLE_ILLISIBLE' }) as unknown,
    }),
  );
});
