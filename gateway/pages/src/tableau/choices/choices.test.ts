import { Refusal } from '@palier/gateway/errors/errors';
import { expect, it } from 'vitest';
import { MSSS, SANTE_QUEBEC } from '../shown/level.ts';
import type { TableauChoixQuery } from '../../operations/operations.ts';
import { type CampagneLue, choicesOf, type IndicateurLu, readChoices, toQuery } from './choices.ts';

const indicateur = (code: string, volets: string[], frequence: IndicateurLu['frequence']): IndicateurLu => ({
  code: `I-${code}`,
  nom: code,
  unite: 'h',
  direction: 'PLUS_BAS_MIEUX',
  frequence,
  volets,
  exigences: [{ code: `${code}:AAOR`, service: { code: 'AAOR', nom: 'AAOR' } }],
});
const campagne = (code: string, periodes: string[], courante: boolean): CampagneLue => ({
  code,
  nom: code,
  exercice: code,
  periodes,
  courante,
  statut: 'OUVERTE',
  provenance: { origine: 'SAISIE' },
});
const INDICATEUR = indicateur('A', ['en personne', 'par téléphone'], 'PERIODE_FINANCIERE');
const CHOIX: TableauChoixQuery = {
  campagnes: {
    nodes: [
      campagne('2024-2025', ['2024-2025-P12', '2024-2025-P13'], false),
      campagne('2025-2026', [], true),
    ],
    absence: null,
  },
  indicateurs: [INDICATEUR, indicateur('B', [], 'EXERCICE')],
};
const read = (query: string) => choicesOf(readChoices(CHOIX, new URLSearchParams(query)))!;

it('looks first at the current campagne, and its last période', () => {
  const { exigence, campagne: chosen, periode, periodes, volet } = read('');
  expect([exigence.code, chosen.code, periode, volet]).toEqual([
    'A:AAOR',
    '2025-2026',
    '2025-2026-P13',
    'en personne',
  ]);
  expect(periodes).toHaveLength(13);
});

it('carries a choice from an address to another', () => {
  const query = '?exigence=A%3AAAOR&campagne=2024-2025&periode=2024-2025-P12&volet=par+t%C3%A9l%C3%A9phone';
  expect(toQuery(read(query))).toBe(query);
});

it('says which période it shows in place of one that is not asked', () => {
  const { periode, notes } = read('campagne=2024-2025&periode=2025-2026-P01');
  expect(periode).toBe('2024-2025-P13');
  expect(notes).toEqual([expect.stringContaining('« 2025-2026-P01 » : voici 2024-2025-P13')]);
});

it('asks a yearly measure once a year, and drops a volet where there is none', () => {
  const { periodes, volet, notes } = read('exigence=B:AAOR&volet=en+personne');
  expect([periodes, volet, notes]).toEqual([['2025-2026-P13'], null, []]);
});

it.each(['exigence=X', 'campagne=1999-2000'])('refuses what does not exist: %s', (query) => {
  expect(() => read(query)).toThrow(Refusal);
});

it.each([
  ['the campagnes', { ...CHOIX, campagnes: null }, SANTE_QUEBEC],
  ['one campagne', { ...CHOIX, campagnes: { nodes: [null], absence: null } }, SANTE_QUEBEC],
  ['what is measured', { ...CHOIX, indicateurs: null }, SANTE_QUEBEC],
  ['the exigences', { ...CHOIX, indicateurs: [{ ...INDICATEUR, exigences: null }] }, MSSS],
  ['one exigence', { ...CHOIX, indicateurs: [{ ...INDICATEUR, exigences: [null] }] }, MSSS],
])('says which level did not answer when %s could not be read', (_, choix, silent) => {
  expect(readChoices(choix, new URLSearchParams())).toEqual({ silent });
});

it('does not blame a level that told that no campagne is open', () => {
  const absence = { motif: 'Aucune campagne n’est ouverte.', doitRepondre: null, mandat: null };
  const choix = { ...CHOIX, campagnes: { nodes: [], absence } };
  expect(readChoices(choix, new URLSearchParams())).toEqual({ absence });
});
