import { buildSchema } from 'graphql';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { Version } from './fact.ts';
import { Versions } from './versions.tsx';

const schema = buildSchema(
  'type Query { a: Int } type Lieu { versions: [VersionLieu!] } type VersionLieu { nom: String }',
);
const acte = (numero: number) => ({ numero, natureActe: 'CORRECTION', auteur: 'X', motif: null });
const BEFORE: Version = {
  connuDepuis: '2026-01-01T00:00:00.000Z',
  connuJusqua: '2026-02-01T00:00:00.000Z',
  parActe: null,
  finiParActe: acte(7),
  nom: 'Pierrefonds',
  region: '06',
  note: null,
  provenance: { origine: 'SAISIE', section: null, lignes: null, confiance: null, note: null },
};
const NOW: Version = {
  ...BEFORE,
  connuDepuis: '2026-02-01T00:00:00.000Z',
  connuJusqua: null,
  parActe: acte(7),
  finiParActe: null,
  region: '13',
  note: 'Déplacé',
};

const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

it('says of each version, the last first, what it changed of the one before', () => {
  const html = render(h(Versions, { versions: [NOW, BEFORE], schema, type: 'Lieu', path: '/fait/lieu/1' }));
  const [last = '', first = ''] = html.match(/<tr><th scope="row">.*?<\/tr>/gs) ?? [];
  expect(last.match(/<li class="changed">.*?<\/li>/gs)?.map((line) => textOf(line).trim())).toEqual([
    'Région : 13 (changé ; avant : 06)',
    'Note : Déplacé (changé ; avant : rien)',
  ]);
  expect(textOf(last)).toContain('Nom : Pierrefonds');
  expect(first).not.toContain('changed');
  expect(textOf(first)).toContain(', par l’acte n° 7');
  expect(textOf(first)).toContain('Source : saisi par un palier');
  expect(first).not.toContain('Note');
  expect(last).toContain('href="/fait/lieu/1?au=2026-02-01T00%3A00%3A00.000Z"');
});

it('says of what a version says no more that there is nothing', () => {
  const html = render(
    h(Versions, { versions: [{ ...NOW, region: null }, BEFORE], schema, type: 'Lieu', path: '/fait/lieu/1' }),
  );
  expect(textOf(html)).toContain('Région : rien (changé ; avant : 06');
});
