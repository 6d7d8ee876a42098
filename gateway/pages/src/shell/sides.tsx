import type { VNode } from 'preact';
import { saySource } from './say-source.ts';

/** What one side of a conflict says. */
export interface Cote {
  readonly source: string;
  readonly dit: string;
}

/** The sides of a conflict, none of which is said to be right. */
export function Sides({ cotes }: { readonly cotes: readonly Cote[] }): VNode | null {
  if (cotes.length === 0) return null;
  return (
    <dl class="sides">
      {cotes.map(({ source, dit }) => (
        <div key={`${source} ${dit}`}>
          <dt>{saySource(source)}</dt>
          <dd>{dit}</dd>
        </div>
      ))}
    </dl>
  );
}
