import type { VNode } from 'preact';

/** In place of what a level that does not answer would have told. It is no absence, and no zero. */
export function NotRead({ what, level }: { readonly what: string; readonly level: string }): VNode {
  return (
    <p class="absence">
      {what} : non lu, {level} ne répond pas en ce moment. Ce n’est ni une absence, ni un zéro.
    </p>
  );
}

export const MSSS = 'le ministère';
export const SANTE_QUEBEC = 'Santé Québec';
export const ETABLISSEMENTS = 'le palier des établissements';
