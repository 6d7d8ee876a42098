import type { ComponentChildren, VNode } from 'preact';
import { Link, type Place, PlaceContext } from './link.tsx';
import type { Crumb } from './page.ts';
import { sayInstant } from './say-instant.ts';
import { shorten } from './reads.ts';

export interface NavEntry {
  readonly name: string;
  readonly path: string;
}

/** What is around the content of a page. */
interface Surroundings {
  readonly place: Place;
  /** Address of the style sheet. */
  readonly style: string;
  readonly nav: readonly NavEntry[];
  /** The page's own path, as in the nav. */
  readonly path: string;
  readonly title: string;
  readonly trail: readonly Crumb[];
  /** What was typed in the search form. */
  readonly searched: string;
  readonly isDemonstration: boolean;
  /** Why something is missing of it. */
  readonly missing: readonly string[];
  /** The past instant that was read. */
  readonly instant: string | undefined;
  /** The same page as of now. */
  readonly now: string;
  readonly versions: ReadonlyMap<string, string>;
  /** When it was read: ISO 8601. */
  readonly readAt: string;
  /** The same content as data. */
  readonly alternate: string | undefined;
}

export interface LayoutProps extends Surroundings {
  readonly children: ComponentChildren;
}

export function Layout({ children, ...around }: LayoutProps): VNode {
  const { place, title, style, alternate, missing, isDemonstration, instant, now } = around;
  return (
    <PlaceContext.Provider value={place}>
      <html lang="fr-CA">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${title} — Palier`}</title>
          <link rel="icon" href="/palier.svg" type="image/svg+xml" />
          <link rel="stylesheet" href={style} />
          {alternate !== undefined && <link rel="alternate" type="application/json" href={alternate} />}
        </head>
        <body>
          <a class="skip" href="#contenu">
            Aller au contenu
          </a>
          <Header {...around} />
          {isDemonstration && (
            <aside class="notice" aria-label="Données de démonstration">
              <strong>Données de démonstration</strong> : des chiffres, des personnes ou des décisions de
              cette page sont fictifs.
            </aside>
          )}
          {instant !== undefined && (
            <aside class="notice" aria-label="Page d’un instant passé">
              Cette page dit ce qui était connu le <time dateTime={instant}>{sayInstant(instant)}</time>.{' '}
              <a href={now}>Voir maintenant</a>
            </aside>
          )}
          <Trail {...around} />
          <main id="contenu" tabIndex={-1}>
            {missing.length > 0 && <Missing reasons={missing} />}
            {children}
          </main>
          <Footer {...around} />
        </body>
      </html>
    </PlaceContext.Provider>
  );
}

function Header({ place, nav, path, searched }: Surroundings): VNode {
  return (
    <header class="top">
      <a class="name" href="/">
        <svg viewBox="0 0 24 24" aria-hidden="true" width="24" height="24">
          <path fill="currentColor" d="M2 22V16h7V10h7V4h6v18z" />
        </svg>
        Palier
      </a>
      <nav aria-label="Principale">
        <ul>
          {nav.map((entry) => (
            <li key={entry.path}>
              <Link to={entry.path} current={entry.path === path ? 'page' : undefined}>
                {entry.name}
              </Link>
            </li>
          ))}
          <li>
            <a href="/">Explorateur</a>
          </li>
          <li>
            <a href={`${place.base}/q`}>Adresses</a>
          </li>
          <li>
            <a href="/etat">État</a>
          </li>
        </ul>
      </nav>
      <form role="search" action={`${place.base}/recherche`} method="get">
        <label for="q" class="visually-hidden">
          Chercher un territoire, un rôle, un standard, un terme, un fait
        </label>
        <input
          id="q"
          name="q"
          type="search"
          maxLength={200}
          defaultValue={searched}
          placeholder="Territoire, standard, terme…"
          autocomplete="off"
        />
        {place.au !== undefined && <input type="hidden" name="au" value={place.au} />}
        <button type="submit">Chercher</button>
      </form>
    </header>
  );
}

function Trail({ trail, title }: Surroundings): VNode {
  return (
    <nav class="trail" aria-label="Fil d’Ariane">
      <ol>
        <li>
          <a href="/">Palier</a>
        </li>
        {trail.map(({ name, path }) => (
          <li key={path}>
            <Link to={path}>{name}</Link>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}

function Missing({ reasons }: { readonly reasons: readonly string[] }): VNode {
  return (
    <section class="missing" aria-labelledby="manque">
      <h2 id="manque">Une partie de cette page manque</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>Ce qui a pu être lu est là. Rechargez la page dans un moment pour le reste.</p>
    </section>
  );
}

function Footer({ instant, versions, readAt, alternate }: Surroundings): VNode {
  return (
    <footer>
      <p>
        Lu le <time dateTime={readAt}>{sayInstant(readAt)}</time>
        {instant === undefined ? '' : `, tel que connu le ${sayInstant(instant)}`}.
        {versions.size > 0 && (
          <>
            {' '}
            Version des données :{' '}
            {[...versions].map(([level, version], rank) => (
              <span key={level}>
                {rank > 0 && ', '}
                {level} <code>{shorten(version)}</code>
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
      <p>
        Données : Ministère de la Santé et des Services sociaux, Données Québec,{' '}
        <a href="https://creativecommons.org/licenses/by/4.0/deed.fr" rel="noreferrer">
          CC BY 4.0
        </a>
        . Palier n’est pas un site du gouvernement du Québec.
      </p>
    </footer>
  );
}
