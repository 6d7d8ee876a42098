import type { VNode } from 'preact';
import { sayOrigine, sayOrigineBriefly } from '../../shell/say-source.ts';

/** What each line of a table comes from: on paper, in a word or two. */
export function Origine({ of }: { readonly of: string }): VNode {
  const brief = sayOrigineBriefly(of);
  return (
    <span>
      {brief}
      <span class="unprinted">{sayOrigine(of).slice(brief.length)}</span>
    </span>
  );
}
