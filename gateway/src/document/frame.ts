import type { ComponentChildren } from 'preact';
import type { StyleSheet } from './style-sheet.ts';

/** What a part of the gateway adds to every page: its link, its search, its style. */
export interface Shown {
  /** Its name among the links of every page. */
  readonly link?: string;
  /** Said of the page where readers begin; without one, what is served at the root is. */
  readonly isHome?: true;
  /** The form that leads to it, at the top of every page. */
  readonly search?: SearchForm;
  /** The style of what it shows. */
  readonly style?: URL;
  /** Whose data it shows. */
  readonly credit?: ComponentChildren;
}

interface SearchForm {
  readonly label: string;
  readonly placeholder: string;
}

/** What stands around every page, made of what is served and of nothing else. */
export interface Frame {
  readonly style: StyleSheet;
  /** Nothing where none is served. */
  readonly icon: string | undefined;
  /** What a page does more where a script runs. Nothing where none is served: each is whole without it. */
  readonly script: string | undefined;
  readonly links: readonly FrameLink[];
  /** Where « Palier » leads. */
  readonly home: FrameLink;
  /** Where the links of a page of no contract lead: nothing for the full graph, else a contract, « /public ». */
  readonly base: string;
  /** Nothing where no search is served. */
  readonly search: (SearchForm & { readonly path: string }) | undefined;
  readonly credit: ComponentChildren;
}

export interface FrameLink {
  readonly name: string;
  readonly path: string;
  /** Whether each contract has one of its own. */
  readonly isOfContract: boolean;
}
