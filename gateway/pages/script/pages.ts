import { offerFilter } from './filter-rows.ts';
import { leaveEmptyOut } from './leave-empty-out.ts';
import { offerReference } from './copy-reference.ts';
import { tellMarks } from './tell-marks.ts';
import { offerSort } from './sort-rows.ts';
import { suggestFound } from './suggest-found.ts';

/*
 * What the pages do more where a script runs. Each is whole without it: whatever fails here takes nothing from what was read.
 */
const form = document.querySelector<HTMLFormElement>('form[role="search"]');
if (form) suggestFound(form);
for (const choice of document.querySelectorAll<HTMLFormElement>('form[method="get"]')) leaveEmptyOut(choice);
for (const table of document.querySelectorAll<HTMLTableElement>('main .wide > table')) {
  offerSort(table);
  offerFilter(table);
}
const main = document.querySelector('main');
if (main) tellMarks(main);
const fact = document.querySelector<HTMLElement>('article.fact');
if (fact) offerReference(fact);
