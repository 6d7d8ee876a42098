import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CategorieEtablissement } from '../../operations/operations.ts';
import { countEtats, type Lieu, type MesureSituee, toCarte } from './carte.ts';
import { inMapOrder, layTiles } from './tile-places.ts';

const lieu = (
  code: string,
  region: string,
  categorie: CategorieEtablissement = 'ETABLISSEMENT_TERRITORIAL',
): Lieu => ({
  code,
  nom: `Territoire ${code}`,
  region: { code: region, nom: `Région ${region}` },
  etablissement: { code: 'E', nom: 'E', abrege: null, categorie },
  provenanceEtablissement: { origine: 'INFERENCE' },
});
const mesure = (code: string): MesureSituee => ({
  id: code,
  territoire: { code, nom: code },
  periode: { code: '2025-2026-P13' },
  volet: null,
  valeur: 4,
  unite: 'min',
  statut: 'FINALE',
  verdict: { etat: 'CONFORME', motif: '', parSource: [] },
  provenance: { origine: 'SAISIE' },
});

describe('the territories of a map', () => {
  const regions = toCarte(
    [lieu('02111', '02'), lieu('01111', '01'), lieu('17011', '17', 'HORS_SANTE_QUEBEC_NORDIQUE')],
    [mesure('01111')],
    true,
  );

  it('are all there, by région, measured or not', () => {
    expect(regions.map(({ code, cases }) => [code, cases.map(({ etat }) => etat)])).toEqual([
      ['01', ['CONFORME']],
      ['02', ['NON_RECUE']],
      ['17', ['NON_DUE']],
    ]);
  });

  it.each([
    [false, ['CONFORME', 'NON_DUE', 'NON_DUE']],
    [undefined, ['CONFORME', 'NON_LU', 'NON_DUE']],
  ])('owe nothing that the campagne does not ask: asked, %s', (isAsked, etats) => {
    const lieux = [
      lieu('01111', '01'),
      lieu('02111', '01'),
      lieu('17011', '01', 'HORS_SANTE_QUEBEC_NORDIQUE'),
    ];
    const [region] = toCarte(lieux, [mesure('01111')], isAsked);
    expect(region?.cases.map(({ etat }) => etat)).toEqual(etats);
  });

  it('are counted by state, those that are in none left out', () => {
    expect(
      countEtats(
        regions.flatMap(({ cases }) => cases),
        ['NON_DUE', 'CONFORME', 'CONFLIT'],
      ),
    ).toEqual([
      { etat: 'NON_DUE', nombre: 1 },
      { etat: 'CONFORME', nombre: 1 },
    ]);
  });
});

describe('the tiles of a région', () => {
  it('stand where they were laid, and one that is new after them', () => {
    const { columns, rows, places } = layTiles('13', ['13111', '13112', '13113', '13114', '13115']);
    expect([columns, rows]).toEqual([2, 3]);
    expect(places.get('13114')).toEqual({ column: 0, row: 1 });
    expect(places.get('13115')).toEqual({ column: 0, row: 2 });
  });

  it('of a région that is not laid fill rows', () => {
    const { columns, rows, places } = layTiles('99', ['99001', '99002', '99003', '99004', '99005', '99006']);
    expect([columns, rows, places.size]).toEqual([5, 2, 6]);
  });
});

it('of tiles is gone through as its régions are laid', () => {
  const style = readFileSync(new URL('../tableau.css', import.meta.url), 'utf8');
  const areas = /grid-template-areas:([^;]*);/.exec(style)![1]!.match(/(?<=r)\d\d/g)!;
  const laid = [...new Set<string>(areas)];
  const regions = laid.toSorted().map((code) => ({ code }));
  expect(inMapOrder([...regions, { code: '99' }]).map(({ code }) => code)).toEqual([...laid, '99']);
});
