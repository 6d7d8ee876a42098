import type { VNode } from 'preact';
import { FactLink } from '../shown/fact-link.tsx';

/** The conflicts that are known of an exigence, each by its name. */
export function EcartsList({
  ecarts,
}: {
  readonly ecarts: readonly { readonly code: string; readonly titre: string }[];
}): VNode {
  if (ecarts.length === 0) return <p>Aucun écart n’est connu entre les sources de cette exigence.</p>;
  return (
    <ul>
      {ecarts.map(({ code, titre }) => (
        <li key={code}>
          <FactLink type="Ecart" code={code} /> : {titre}
        </li>
      ))}
    </ul>
  );
}
