import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { CampagneLue } from '../choices/choices.ts';
import type { RedditionLue } from './data.ts';
import { Redditions } from './redditions.tsx';

const CAMPAGNE = { code: '2026-2027', nom: 'Campagne 2026-2027' } as CampagneLue;

const REDDITION: RedditionLue = {
  id: '2026-2027:11045127:V1',
  campagne: '2026-2027',
  version: 1,
  etat: 'SOUMISE',
  soumiseLe: '2026-11-29T15:00:00Z',
  retireeLe: null,
  provenance: { origine: 'SAISIE' },
  depasseePar: null,
  examen: {
    statut: null,
    motifs: [],
    examineLe: null,
    contradiction: null,
    cellules: [],
    provenance: null,
    absence: { motif: 'Pas encore examinée.', doitRepondre: null, mandat: null },
  },
};

/** What is read of a version, its marks left out. */
const read = (changed: Partial<RedditionLue>): string =>
  renderToString(
    h(Redditions, {
      of: { repartition: [], absence: null },
      retours: {
        totalCount: 1,
        pageInfo: { hasNextPage: false, endCursor: null },
        absence: null,
        nodes: [{ ...REDDITION, ...changed }],
      },
      campagne: CAMPAGNE,
      to: '/tableau/etablissement/11045127',
    }),
  ).replaceAll(/<[^>]*>/g, ' ');

it('says of each step its own day', () => {
  expect(read({ etat: 'RETIREE', retireeLe: '2026-12-04T15:00:00Z' })).toContain(
    'soumise le 29 novembre 2026, retirée le 4 décembre 2026',
  );
  expect(read({})).toMatch(/soumise le 29 novembre 2026(?!, retirée)/);
  expect(read({ etat: 'SAISIE', soumiseLe: null })).toContain('en cours de saisie');
});

it('says of a measure that came back and could not be read that its answer was not read either', () => {
  const examen = {
    ...REDDITION.examen!,
    statut: 'RETOURNEE' as const,
    cellules: [
      { mesureId: '2026-2027-P01:02111:A-P5', motif: 'Trop basse.', attendu: 'Vérifier.', mesure: null },
    ],
  };
  const text = read({ examen });
  expect(text).toContain('Trop basse.');
  expect(text).not.toContain('Rien encore');
});
