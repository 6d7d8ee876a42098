import type { VNode } from 'preact';
import type { Cote, Ecart } from './fact.ts';
import { FactLink } from './value.tsx';

const SOURCES: Readonly<Record<string, string>> = { ANNEXE_II: 'Annexe II', FICHE: 'Fiche' };

/** Conflicts between sources, both sides of each: nothing here says which is right. */
export function Conflicts({ ecarts }: { readonly ecarts: readonly Ecart[] }): VNode {
  return (
    <>
      {ecarts.map((ecart) => (
        <article key={ecart.code} class="conflict">
          <h3>
            <FactLink fact={ecart} />
          </h3>
          <Sides cotes={ecart.cotes} />
          <p>{ecart.detail}</p>
        </article>
      ))}
    </>
  );
}

export function Sides({ cotes }: { readonly cotes: readonly Cote[] }): VNode | null {
  if (cotes.length === 0) return null;
  return (
    <dl class="sides">
      {cotes.map(({ source, dit }, rank) => (
        <div key={rank}>
          <dt>{SOURCES[source] ?? source}</dt>
          <dd>{dit}</dd>
        </div>
      ))}
    </dl>
  );
}
