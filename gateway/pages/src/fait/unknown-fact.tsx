import type { VNode } from 'preact';
import { type FactType, findFactType, pathOfFact } from '../fact-types/fact-types.ts';
import { Link } from '@palier/gateway/document/link';
import type { Near } from './find-near.ts';

export interface UnknownFactProps {
  /** As the address names its type. */
  readonly slug: string;
  readonly factType: FactType | undefined;
  readonly code: string;
  /** What its code should be like. */
  readonly expected?: string | undefined;
  readonly near: readonly Near[];
}

/** A code that nothing has, and those that are near. */
export function UnknownFact({ slug, factType, code, expected, near }: UnknownFactProps): VNode {
  return (
    <>
      <h1>Ce fait n’est pas connu</h1>
      <p>
        <Why slug={slug} factType={factType} code={code} />
      </p>
      {near.length > 0 && (
        <section aria-labelledby="proches">
          <h2 id="proches">Codes proches</h2>
          <ul>
            {near.map((found) => (
              <NearFact key={`${found.type} ${found.code}`} {...found} />
            ))}
          </ul>
        </section>
      )}
      {expected !== undefined && <p>{expected}</p>}
      <p>
        Voyez aussi <Link to="/fait">tous les types de faits</Link>, ou cherchez en haut de la page.
      </p>
    </>
  );
}

function Why({ slug, factType, code }: Pick<UnknownFactProps, 'slug' | 'factType' | 'code'>): VNode {
  if (code === '') return <>L’adresse d’un fait finit par son code.</>;
  if (factType === undefined)
    return (
      <>
        Aucun type de faits ne s’écrit <code>{slug}</code>.
      </>
    );
  return (
    <>
      Aucun fait de type « {factType.name} » n’a le code <code>{code}</code>.
    </>
  );
}

function NearFact({ type, code, titre }: Near): VNode {
  const path = pathOfFact(type, code);
  return (
    <li>
      <code>{code}</code> {path === undefined ? titre : <Link to={path}>{titre}</Link>}{' '}
      <span class="soft">{findFactType(type)?.name ?? type}</span>
    </li>
  );
}
