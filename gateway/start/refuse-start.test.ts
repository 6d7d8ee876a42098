import { expect, it } from 'vitest';
import { listUnreadVariables } from './refuse-start.mjs';

it('names what is set for Palier and read by none of its programs, and what was meant when it is known', () => {
  const set = { PORT: '5000', PALIER_DEMO: '0', PALIER_PORT: '5000', PALIER_DEMOO: '0', HOME: '/' };
  expect(listUnreadVariables(set)).toEqual([
    'PALIER_PORT n’est lue par aucun programme de Palier\u00a0: PORT est son nom. docs/exploitation.md liste les variables.',
    'PALIER_DEMOO n’est lue par aucun programme de Palier. docs/exploitation.md liste les variables.',
  ]);
});
