import type { VNode } from 'preact';
import { Sides } from '../shell/sides.tsx';
import type { Ecart } from './fact.ts';
import { WholeFact } from './value.tsx';

/** Conflicts between sources, both sides of each: nothing here says which is right. */
export function Conflicts({ ecarts }: { readonly ecarts: readonly Ecart[] }): VNode {
  return (
    <>
      {ecarts.map((ecart) => (
        <article key={ecart.code} class="conflict">
          <h3>
            <WholeFact fact={ecart} />
          </h3>
          <Sides cotes={ecart.cotes} />
          <p>{ecart.detail}</p>
        </article>
      ))}
    </>
  );
}
