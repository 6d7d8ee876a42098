import type { VNode } from 'preact';
import { sayOrigine } from '../../shell/say-source.ts';
import { FactLink } from './fact-link.tsx';

export interface ProvenanceLue {
  readonly origine: string;
  readonly section?: string | null;
  readonly lignes?: string | null;
  readonly confiance?: string | null;
  readonly note?: string | null;
  readonly document?: { readonly code: string; readonly titre?: string } | null;
}

/** « 003, Annexe II, L2382-2391 »; nothing for what cites nothing. */
const sayPlace = ({ document, section, lignes }: ProvenanceLue): string =>
  [document?.code, section, lignes].filter((part) => part != null && part !== '').join(', ');

export interface SourceProps {
  readonly of: ProvenanceLue;
  /** The fact that cites it, whose page shows the lines; the document without one. */
  readonly fact?: { readonly type: string; readonly code: string } | undefined;
}

/** Where a fact comes from, and what the nature of that source is. */
export function Source({ of, fact }: SourceProps): VNode {
  const cited = fact ?? (of.document == null ? undefined : { type: 'Document', code: of.document.code });
  const place = sayPlace(of);
  const nature = sayOrigine(of.origine);
  const said = place === '' ? nature : place;
  return (
    <span class="source">
      {cited === undefined ? said : <FactLink {...cited}>{said}</FactLink>}
      {place !== '' && of.origine !== 'TEXTE' && ` (${nature})`}
    </span>
  );
}
