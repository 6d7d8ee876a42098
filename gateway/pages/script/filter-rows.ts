import { foldText } from '@palier/gateway/base/fold-text';
import { sayNumber } from '../src/shell/say-number.ts';
import { rowsOf, textOf } from './table-rows.ts';

/** Fewer are read one by one. */
const FEWEST = 30;

/** Above a long table, words that leave only the rows that hold them; accents are indifferent. */
export function offerFilter(table: HTMLTableElement): void {
  const rows = rowsOf(table);
  const place = table.closest('.wide');
  if (rows.length < FEWEST || place === null) return;
  const among = sayAmong(rows.length, table.dataset['total']);
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'search';
  input.autocomplete = 'off';
  label.append(`Filtrer les lignes${among.whichOnes}\u00a0: `, input);
  const said = document.createElement('output');
  const box = document.createElement('p');
  box.className = 'row-filter';
  box.append(label, said);
  place.before(box);
  const texts = rows.map((row) => foldText(wordsOf(row)));
  input.addEventListener('input', () => {
    const words = foldText(input.value).split(/\s+/).filter(Boolean);
    for (const [rank, row] of rows.entries())
      row.hidden = !words.every((word) => texts[rank]!.includes(word));
    const left = rows.filter((row) => !row.hidden).length;
    said.textContent = words.length === 0 ? '' : `${left} ligne${left > 1 ? 's' : ''} sur ${among.all}`;
  });
}

/** What a row says, and the other names of what it says. */
const wordsOf = (row: HTMLTableRowElement): string =>
  [row.cells, row.querySelectorAll<HTMLElement>('[data-words]')]
    .flatMap((parts) => [...parts].map((part) => part.dataset['words'] ?? textOf(part)))
    .join(' ');

/** Where a table is one page of more, no row of the others is looked at. */
function sayAmong(
  shown: number,
  total: string | undefined,
): { readonly whichOnes: string; readonly all: string } {
  if (total === undefined) return { whichOnes: '', all: sayNumber(shown) };
  return {
    whichOnes: ' de cette page',
    all: `les ${sayNumber(shown)} de cette page, de ${sayNumber(Number(total))}`,
  };
}
