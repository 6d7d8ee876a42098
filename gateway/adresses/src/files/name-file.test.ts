import { expect, it } from 'vitest';
import { nameFile } from './name-file.ts';

const OF = { operation: 'tableau-carte', table: undefined, paging: ['first', 'after'], format: 'csv' };

it.each([
  [{}, 'tableau-carte.csv'],
  [
    { exigence: 'A-P11:INFO_SOCIAL', campagne: '2025-2026', periode: '2025-2026-P13' },
    'tableau-carte-A-P11_INFO_SOCIAL-2025-2026-P13.csv',
  ],
  [{ volet: 'par téléphone', de: '2025-2026', a: '2025-2026' }, 'tableau-carte-par_telephone-2025-2026.csv'],
  [{ codes: ['1', '2'], first: 10, after: 'b3Bh', nul: null }, 'tableau-carte.csv'],
  [{ texte: 'x'.repeat(61), autre: '../"\r\n' }, 'tableau-carte-..____.csv'],
])('says of what the file is: %o', (variables, name) => {
  expect(nameFile({ ...OF, variables })).toBe(name);
});

it('names the table before', () => {
  expect(nameFile({ ...OF, table: 'exigence.ecarts', variables: { code: 'A-P5' } })).toBe(
    'tableau-carte-exigence.ecarts-A-P5.csv',
  );
});
