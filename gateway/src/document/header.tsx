import type { ComponentChildren, VNode } from 'preact';
import type { Frame } from './frame.ts';
import { Link, type LinkProps, usePlace } from './link.tsx';

export interface HeaderProps {
  readonly frame: Frame;
  /** The path of the page, as in its link. */
  readonly path: string;
  /** What was typed in the search form. */
  readonly searched?: string | undefined;
  /** What the first link of the page goes to, past this header. */
  readonly content?: { readonly id: string; readonly name: string };
  /** What the page adds to it. */
  readonly children?: ComponentChildren;
}

const CONTENT = { id: 'contenu', name: 'Aller au contenu' };

/** The top of every page: past it, where all is, and the search. */
export function Header({ frame, path, searched = '', content = CONTENT, children }: HeaderProps): VNode {
  return (
    <>
      <a class="skip" href={`#${content.id}`}>
        {content.name}
      </a>
      <header class="top">
        <Link {...homeOf(frame)} class="name" aria-label="Palier, accueil">
          <svg viewBox="0 0 24 24" aria-hidden="true" width="24" height="24">
            <path fill="currentColor" d="M2 22V16h7V10h7V4h6v18z" />
          </svg>
          Palier
        </Link>
        <nav aria-label="Principale">
          <ul>
            {frame.links.map((link) => (
              <li key={link.path}>
                <Link
                  to={link.path}
                  reach={link.isOfContract ? 'CONTRACT' : 'ALL'}
                  current={link.path === path ? 'page' : undefined}
                >
                  {link.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {frame.search && <Search form={frame.search} searched={searched} />}
        {children}
      </header>
    </>
  );
}

/** Where « Palier » leads, from anywhere. */
export const homeOf = ({ home }: Frame): Pick<LinkProps, 'to' | 'reach'> => ({
  to: home.path,
  reach: home.isOfContract ? 'CONTRACT' : 'ALL',
});

interface SearchProps {
  readonly form: NonNullable<Frame['search']>;
  readonly searched: string;
}

function Search({ form: { path, label, placeholder }, searched }: SearchProps): VNode {
  const { base, au } = usePlace();
  return (
    <form role="search" action={`${base}${path}`} method="get">
      <label for="q" class="visually-hidden">
        {label}
      </label>
      <input
        id="q"
        name="q"
        type="search"
        maxLength={200}
        defaultValue={searched}
        placeholder={placeholder}
        autocomplete="off"
      />
      {au !== undefined && <input type="hidden" name="au" value={au} />}
      <button type="submit">Chercher</button>
    </form>
  );
}
