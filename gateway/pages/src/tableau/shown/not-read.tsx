import type { VNode } from 'preact';
import type { Level } from './level.ts';

/** In place of what a level that does not answer would have told. It is no absence, and no zero. */
export function NotRead({ what, level }: { readonly what: string; readonly level: Level }): VNode {
  return (
    <p class="absence">
      {what} : non lu, {level.nom} ne répond pas en ce moment. Ce n’est ni une absence, ni un zéro.
    </p>
  );
}
