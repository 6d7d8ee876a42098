import { handFilter } from './filter-rows.ts';
import { handReference } from './copy-reference.ts';
import { readMarks } from './read-marks.ts';
import { handSort } from './sort-rows.ts';
import { suggestFound } from './suggest-found.ts';

/*
 * What the pages do more where a script runs. Each is whole without it: whatever fails here takes nothing from what was read.
 */
const form = document.querySelector<HTMLFormElement>('form[role="search"]');
if (form) suggestFound(form);
for (const table of document.querySelectorAll<HTMLTableElement>('main .wide > table')) {
  handSort(table);
  handFilter(table);
}
const main = document.querySelector('main');
if (main) readMarks(main);
const fact = document.querySelector<HTMLElement>('article.fact');
if (fact) handReference(fact);
