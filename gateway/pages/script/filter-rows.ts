import { foldText } from '@palier/gateway/base/fold-text';
import { rowsOf, textOf } from './table-rows.ts';

/** Fewer are read one by one. */
const FEWEST = 30;

/** Above a long table, words that leave only the rows that hold them; accents are indifferent. */
export function offerFilter(table: HTMLTableElement): void {
  const rows = rowsOf(table);
  const place = table.closest('.wide');
  if (rows.length < FEWEST || place === null) return;
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'search';
  input.autocomplete = 'off';
  label.append('Filtrer les lignes\u00a0: ', input);
  const said = document.createElement('output');
  const box = document.createElement('p');
  box.className = 'row-filter';
  box.append(label, said);
  place.before(box);
  const texts = rows.map((row) => foldText(textOf(row)));
  input.addEventListener('input', () => {
    const words = foldText(input.value).split(/\s+/).filter(Boolean);
    for (const [rank, row] of rows.entries())
      row.hidden = !words.every((word) => texts[rank]!.includes(word));
    const left = rows.filter((row) => !row.hidden).length;
    said.textContent = words.length === 0 ? '' : sayLeft(left, rows.length);
  });
}

const sayLeft = (left: number, all: number): string => `${left} ligne${left > 1 ? 's' : ''} sur ${all}`;
