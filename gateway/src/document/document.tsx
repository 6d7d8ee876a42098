import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { Frame } from './frame.ts';
import { Header, homeOf } from './header.tsx';
import { Link, type Place, PlaceContext } from './link.tsx';
import { setText } from './set-text.ts';

export interface Crumb {
  readonly name: string;
  readonly path: string;
}

/** A page drawn by the server, and what is around it. */
export interface DocumentProps {
  readonly frame: Frame;
  /** Nothing for a page that is of no contract and of no instant. */
  readonly place?: Place;
  /** The page's own path, as in its link. */
  readonly path: string;
  readonly title: string;
  /** What stands above it, from the widest; « Palier » comes first by itself. */
  readonly breadcrumbs?: readonly Crumb[];
  /** What was typed in the search form. */
  readonly searched?: string;
  /** Address of the same content as data. */
  readonly alternate?: string | undefined;
  /** What is said above it. */
  readonly notices?: ComponentChildren;
  /** What is said below it. */
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The one shell of every page, whole without a script. */
export const writeDocument = (props: DocumentProps): string =>
  `<!doctype html>${draw(<Document {...props} />)}`;

/** The one place where elements become the text of a page. */
const draw = (node: VNode): string => setText(render(node));

/** What a page that has a body of its own, and is of no contract, takes of it. */
export const writePart = (frame: Frame, part: VNode): string =>
  draw(<PlaceContext.Provider value={placeOf(frame)}>{part}</PlaceContext.Provider>);

const placeOf = ({ base }: Frame): Place => ({ base, au: undefined });

function Document({ frame, title, children, ...around }: DocumentProps): VNode {
  const { place = placeOf(frame) } = around;
  const { path, breadcrumbs = [], searched, alternate, notices, foot } = around;
  return (
    <PlaceContext.Provider value={place}>
      <html lang="fr-CA">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${title} — Palier`}</title>
          {frame.icon !== undefined && <link rel="icon" href={frame.icon} type="image/svg+xml" />}
          <link rel="stylesheet" href={frame.style.path} />
          {frame.script !== undefined && <script type="module" src={frame.script} />}
          {alternate !== undefined && <link rel="alternate" type="application/json" href={alternate} />}
        </head>
        <body class="drawn">
          <Header frame={frame} path={path} searched={searched} />
          {notices}
          <Breadcrumbs frame={frame} breadcrumbs={breadcrumbs} title={title} />
          <main id="contenu" tabIndex={-1}>
            {children}
          </main>
          <Footer frame={frame}>{foot}</Footer>
        </body>
      </html>
    </PlaceContext.Provider>
  );
}

type BreadcrumbsProps = Required<Pick<DocumentProps, 'frame' | 'breadcrumbs' | 'title'>>;

function Breadcrumbs({ frame, breadcrumbs, title }: BreadcrumbsProps): VNode {
  return (
    <nav class="breadcrumbs" aria-label="Fil d’Ariane">
      <ol>
        <li>
          <Link {...homeOf(frame)}>Palier</Link>
        </li>
        {breadcrumbs.map(({ name, path }) => (
          <li key={path}>
            <Link to={path}>{name}</Link>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}

interface FooterProps {
  readonly frame: Frame;
  readonly children?: ComponentChildren;
}

/** What the page says below itself, then whose data is shown. */
export function Footer({ frame: { credit }, children }: FooterProps): VNode | null {
  if (credit === undefined && children === undefined) return null;
  return (
    <footer>
      {children}
      {credit !== undefined && <p>{credit}</p>}
    </footer>
  );
}
