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
