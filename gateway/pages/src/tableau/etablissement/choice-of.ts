import type { Chosen } from '../choices/view-link.tsx';

/** One measure: of what, and when. */
interface MesureNommee {
  readonly exigence: { readonly code: string } | null;
  readonly volet: string | null;
  readonly periode: { readonly code: string };
}

/** What shows it on another view. */
export const choiceOf = ({ exigence, volet, periode }: MesureNommee): Chosen =>
  exigence === null ? {} : { exigence: exigence.code, volet, periode: periode.code };
