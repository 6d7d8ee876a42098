import { expect, it } from 'vitest';
import { keepNamed } from './keep-named.ts';

const ALL = [
  [
    '11045127',
    'Centre intégré universitaire de santé et de services sociaux du Saguenay – Lac-Saint-Jean',
    'CIUSSS du Saguenay – Lac-Saint-Jean',
  ],
  [
    '11045119',
    'Centre intégré de santé et de services sociaux du Bas-Saint-Laurent',
    'CISSS du Bas-Saint-Laurent',
  ],
  ['I-A-P11', 'Délai de réponse à l’appel d’Info-Social', null],
] as const;
const find = (texte: string | null) => keepNamed(ALL, texte, (names) => names).map(([code]) => code);

it.each([
  ['CIUSSS Saguenay', ['11045127']],
  ['saint jean', ['11045127']],
  ['11045127', ['11045127']],
  ['i-a-p11', ['I-A-P11']],
  ['delais appels', ['I-A-P11']],
  ['combien de CISSS', ['11045119']],
  ['CISSS au Québec', ['11045119']],
  ['Laval', []],
  ['de la', []],
])('what has all the words of %j is found', (texte, codes) => {
  expect(find(texte)).toEqual(codes);
});

it('nothing is left out without a text', () => {
  expect(find(null)).toHaveLength(ALL.length);
});
