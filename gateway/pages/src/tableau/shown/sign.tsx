import type { VNode } from 'preact';
import { classOfEtat, type EtatMontre, nameOfEtat } from './etat.ts';

/** The side of the square that a sign is drawn in. */
export const SIGN_SIDE = 24;

/** What tells a state without its colour. */
const SIGNS: Readonly<Record<EtatMontre, VNode | undefined>> = {
  CONFORME: <path class="sign" d="M6 12.5l4 4 8-9" />,
  NON_CONFORME: <path class="sign" d="M7 7l10 10M17 7L7 17" />,
  CONFLIT: <path class="sign" d="M6 9.5h12M6 14.5h12M15 5L9 19" />,
  INDETERMINE: <path class="sign" d="M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .6-1.5 1-1.5 2.3M12 17.6v.6" />,
  SANS_VERDICT: <path class="sign" d="M6 12h12" />,
  SANS_VALEUR: <path class="sign" d="M6 18L18 6" />,
  NON_RECUE: undefined,
  NON_DUE: <circle class="dot" cx="12" cy="12" r="2" />,
  NON_LU: <path class="sign" d="M12 6v7M12 16.8v.6" />,
};

/** The sign of a state alone, in a square of `SIGN_SIDE`. */
export const Glyph = ({ etat }: { readonly etat: EtatMontre }): VNode | null => SIGNS[etat] ?? null;

/** The tile of a state, in a square of `SIGN_SIDE`. */
export function Sign({ etat }: { readonly etat: EtatMontre }): VNode {
  return (
    <>
      <rect class="tile" x="1.5" y="1.5" width="21" height="21" rx="3" />
      {SIGNS[etat]}
    </>
  );
}

/** A state as people read it: its tile, and its name beside it. */
export function Etat({
  etat,
  name = nameOfEtat(etat),
}: {
  readonly etat: EtatMontre;
  readonly name?: string;
}): VNode {
  return (
    <span class="etat">
      <svg class={classOfEtat(etat)} width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">
        <Sign etat={etat} />
      </svg>{' '}
      {name}
    </span>
  );
}
