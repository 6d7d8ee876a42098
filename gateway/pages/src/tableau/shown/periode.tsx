import type { VNode } from 'preact';
import { namePeriode, shortPeriode } from './say.ts';

/** A période in a table: it is found there by the name that charts give it, too. */
export const Periode = ({ of }: { readonly of: string }): VNode => (
  <span class="nowrap" data-words={shortPeriode(of)}>
    {namePeriode(of)}
  </span>
);
