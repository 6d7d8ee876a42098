import type { VNode } from 'preact';
import { pathOfFact } from '../fact-types/fact-types.ts';
import { Link } from '@palier/gateway/document/link';
import { sayNote } from '../shell/say-acte.ts';
import { sayOrigine } from '../shell/say-source.ts';
import type { Provenance } from './fact.ts';
import { Words } from './words.tsx';

export interface CitationProps {
  readonly provenance: Provenance;
  /** Said after a value, in a few words. */
  readonly isAside?: boolean;
}

/** Where a fact comes from: its document, its section, its lines and their words; or that no text says it. */
export function Citation({ provenance, isAside = false }: CitationProps): VNode {
  const { origine, section, lignes, confiance, note, passage } = provenance;
  const isText = origine === 'TEXTE';
  const place = [section, lignes].filter((said) => said !== null);
  const isPlaced = provenance.document !== null || place.length > 0;
  if (isAside)
    return (
      <>
        {' '}
        <span class={origine === 'DEMONSTRATION' ? 'demo' : 'soft'}>
          ({isText ? '' : `${sayOrigine(origine)}${isPlaced ? ' ; ' : ''}`}
          <Document {...provenance} isShort />
          {provenance.document && place.length > 0 && ', '}
          {place.join(', ')})
        </span>
        <Words passage={passage} />
      </>
    );
  return (
    <>
      <span class={origine === 'DEMONSTRATION' ? 'demo' : ''}>{capitalize(sayOrigine(origine))}</span>
      {isPlaced && ' : '}
      <Document {...provenance} />
      {provenance.document && place.length > 0 && ', '}
      {place.join(', ')}
      {'. '}
      {confiance !== null && `Confiance : ${confiance}. `}
      {note !== null && capitalize(sayNote(note))}
      <Words passage={passage} />
    </>
  );
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function Document({ document, isShort = false }: Provenance & { readonly isShort?: boolean }): VNode | null {
  const path = document && pathOfFact(document.__typename, document.code);
  if (!document || path === undefined || path === null) return null;
  return (
    <Link to={path}>
      document {document.code}
      {isShort ? '' : ` « ${String(document['titre'])} »`}
    </Link>
  );
}
