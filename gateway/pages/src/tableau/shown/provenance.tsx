import type { VNode } from 'preact';
import { FactLink } from './fact-link.tsx';

export interface ProvenanceLue {
  readonly origine: string;
  readonly section?: string | null;
  readonly lignes?: string | null;
  readonly confiance?: string | null;
  readonly note?: string | null;
  readonly document?: { readonly code: string; readonly titre?: string } | null;
}

const ORIGINES: Readonly<Record<string, string>> = {
  TEXTE: 'écrit dans un texte',
  TABLE_OFFICIELLE: 'table officielle',
  INFERENCE: 'déduit : aucun texte ne le dit',
  SAISIE: 'saisi par un palier',
  DEMONSTRATION: 'donnée fictive, de démonstration',
};

export const sayOrigine = (origine: string): string => ORIGINES[origine] ?? origine;

/** « 003, Annexe II, L2382-2391 », or where else a fact comes from. */
function sayProvenance({ origine, document, section, lignes }: ProvenanceLue): string {
  const cited = [document?.code, section, lignes].filter((part) => part != null && part !== '');
  return cited.length === 0 ? sayOrigine(origine) : cited.join(', ');
}

export interface SourceProps {
  readonly of: ProvenanceLue;
  /** The fact that cites it, whose page shows the lines; the document without one. */
  readonly fact?: { readonly type: string; readonly code: string } | undefined;
}

/** Where a fact comes from, and what the nature of that source is. */
export function Source({ of, fact }: SourceProps): VNode {
  const cited = fact ?? (of.document == null ? undefined : { type: 'Document', code: of.document.code });
  const said = sayProvenance(of);
  return (
    <span class="source">
      {cited === undefined ? said : <FactLink {...cited}>{said}</FactLink>}
      {of.document != null && of.origine !== 'TEXTE' && ` (${sayOrigine(of.origine)})`}
    </span>
  );
}
