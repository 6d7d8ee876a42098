import type { VNode } from 'preact';
import { LEVEL_NAMES, namesOfLevel } from '@palier/calls/level-names';
import { sayInstant } from '@palier/calls/say-instant';
import { shorten } from './reads.ts';

export interface NoticesProps {
  readonly isDemonstration: boolean;
  /** The past instant that was read. */
  readonly instant: string | undefined;
  /** The same page as of now. */
  readonly now: string;
}

/** What nobody may take for what it is not. */
export function Notices({ isDemonstration, instant, now }: NoticesProps): VNode {
  return (
    <>
      {isDemonstration && (
        <aside class="notice" aria-label="Données de démonstration">
          <strong>Données de démonstration</strong> : des chiffres, des personnes ou des décisions de cette
          page sont fictifs.
        </aside>
      )}
      {instant !== undefined && (
        <aside class="notice" aria-label="Page d’un instant passé">
          Cette page dit ce qui était connu le <time dateTime={instant}>{sayInstant(instant)}</time>.{' '}
          <a href={now}>Voir maintenant</a>
        </aside>
      )}
    </>
  );
}

/** Why something is missing of a page. */
export function Missing({ reasons }: { readonly reasons: readonly string[] }): VNode {
  return (
    <section class="missing" aria-labelledby="manque">
      {/* Before the title of the page: no heading of it. */}
      <p>
        <strong id="manque">Une partie de cette page manque</strong>
      </p>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>Ce qui a pu être lu est là. Rechargez la page dans un moment pour le reste.</p>
    </section>
  );
}

const SERVICES: readonly string[] = Object.values(LEVEL_NAMES).map(({ service }) => service);

/** From the widest. */
const byLevel = ([one]: readonly [string, string], [other]: readonly [string, string]): number =>
  SERVICES.indexOf(one) - SERVICES.indexOf(other);

export interface WhenReadProps {
  readonly instant: string | undefined;
  readonly versions: ReadonlyMap<string, string>;
  /** When it was read: ISO 8601. */
  readonly readAt: string;
  /** The same content as data. */
  readonly alternate: string | undefined;
}

/** When a page was read, and of what: two people can compare it. */
export function WhenRead({ instant, versions, readAt, alternate }: WhenReadProps): VNode {
  return (
    <p>
      Lu le <time dateTime={readAt}>{sayInstant(readAt)}</time>
      {instant === undefined ? '' : `, tel que connu le ${sayInstant(instant)}`}.
      {versions.size > 0 && (
        <>
          {' '}
          Version des données :{' '}
          {[...versions].toSorted(byLevel).map(([level, version], rank) => (
            <span key={level}>
              {rank > 0 && ', '}
              {namesOfLevel(level)?.nom ?? level} <code>{shorten(version)}</code>
            </span>
          ))}
          .
        </>
      )}
      {alternate !== undefined && (
        <>
          {' '}
          <a href={alternate}>Le même contenu en JSON</a>.
        </>
      )}
    </p>
  );
}
