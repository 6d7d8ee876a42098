import type { VNode } from 'preact';
import { pathOfFact } from '../fact-types/fact-types.ts';
import { Link } from '../shell/link.tsx';
import type { Provenance } from './fact.ts';
import { Words } from './words.tsx';

const ORIGINS: Readonly<Record<string, string>> = {
  TEXTE: 'Un texte le dit',
  TABLE_OFFICIELLE: 'Une table officielle le donne',
  INFERENCE: 'Aucun texte ne le dit : c’est une inférence',
  SAISIE: 'Saisi par un palier',
  DEMONSTRATION: 'Fictif, pour la démonstration',
};

export interface SourceProps {
  readonly provenance: Provenance;
  /** Said after a value, in a few words. */
  readonly isAside?: boolean;
}

/** Where a fact comes from: its document, its section, its lines and their words; or that no text says it. */
export function Source({ provenance, isAside = false }: SourceProps): VNode {
  const { origine, section, lignes, confiance, note, passage } = provenance;
  const isText = origine === 'TEXTE';
  const place = [section, lignes].filter((said) => said !== null);
  if (isAside)
    return (
      <>
        {' '}
        <span class={origine === 'DEMONSTRATION' ? 'demo' : 'soft'}>
          ({isText ? '' : `${(ORIGINS[origine] ?? origine).toLowerCase()}${place.length > 0 ? ' ; ' : ''}`}
          <Document {...provenance} isShort />
          {provenance.document && place.length > 0 && ', '}
          {place.join(', ')})
        </span>
        <Words passage={passage} />
      </>
    );
  return (
    <>
      <span class={origine === 'DEMONSTRATION' ? 'demo' : ''}>{ORIGINS[origine] ?? origine}</span>
      {(provenance.document !== null || place.length > 0) && ' : '}
      <Document {...provenance} />
      {provenance.document && place.length > 0 && ', '}
      {place.join(', ')}
      {'. '}
      {confiance !== null && `Confiance : ${confiance}. `}
      {note}
      <Words passage={passage} />
    </>
  );
}

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
