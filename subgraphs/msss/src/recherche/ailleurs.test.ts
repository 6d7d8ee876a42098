import { expect, it } from 'vitest';
import { lookElsewhere } from './ailleurs.ts';

const champs = (texte: string) => lookElsewhere(texte).map(({ champ }) => champ);

it.each([
  ['RRSSSN', ['etablissement(code: "RRSSSN")']],
  ['11045119', ['etablissement(code: "11045119")']],
  [' i-a-p9 ', ['indicateur(code: "I-A-P9")']],
  ['2025-2026', ['campagne(code: "2025-2026")']],
  ['2025-2026-P01:06112:A-P5:AAOR', ['mesure(id: "2025-2026-P01:06112:A-P5:AAOR")']],
  ['2024-2025:11045127:v1', ['reddition(id: "2024-2025:11045127:V1")']],
])('the code %j is asked of the field that knows it', (texte, expected) => {
  expect(champs(texte)).toEqual(expected);
});

it.each(['Laval', 'CISSS de Laval', 'délai', 'A-P5', 'G-01', '06112', '")) { __schema', 'I-A-P9"'])(
  'the text %j, which no other level has for a code, may still be in their lists',
  (texte) => {
    expect(champs(texte)).toEqual(['etablissements', 'indicateurs', 'campagnes', 'mesures', 'redditions']);
  },
);
