import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { BilanTable } from './bilan-table.tsx';

const COUNTS = {
  conformes: 0,
  nonConformes: 0,
  indetermines: 0,
  sansVerdict: 12,
  absents: 1,
  attendues: 2,
  provenance: { origine: 'SAISIE' },
};

it('says of each line whether its verdicts are told, for what is not told is no change', () => {
  const rows = [
    { ...COUNTS, name: 'Dite', verdictsReserves: false },
    { ...COUNTS, name: 'Tue', verdictsReserves: true },
  ];
  const page = renderToString(
    h(BilanTable<(typeof rows)[number]>, {
      caption: 'Bilan',
      first: 'Ligne',
      rows,
      keyOf: ({ name }) => name,
      nameOf: ({ name }) => name,
    }),
  );
  const said = page.split('</tr>').filter((line) => line.includes('Verdicts réservés'));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('Tue');
});

it('draws what is withheld as no zero, nor as what has no verdict', () => {
  const row = { ...COUNTS, indetermines: 2, name: 'Tue', verdictsReserves: true };
  const page = renderToString(
    h(BilanTable<typeof row>, {
      caption: 'Bilan',
      first: 'Ligne',
      rows: [row],
      keyOf: ({ name }) => name,
      nameOf: ({ name }) => name,
    }),
  );
  const cells = [...page.matchAll(/<td role="cell" data-name="([^"]*)" class="figure">([^<]*)</g)];
  expect(Object.fromEntries(cells.map(([, name, said]) => [name, said]))).toEqual({
    Conformes: 'réservés',
    'Non conformes': 'réservés',
    Indéterminées: '2 ou plus',
    'Sans verdict': '12, réservés compris',
    'Non reçues': '1',
    'Pas encore dues': '2',
    Ensemble: '17',
  });
  expect([...page.matchAll(/<g class="(etat-[a-z-]+)" transform/g)].map(([, drawn]) => drawn)).toEqual([
    'etat-indetermine',
    'etat-reserve',
    'etat-non-recue',
    'etat-non-due',
  ]);
});
