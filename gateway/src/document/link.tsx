import { createContext, type ComponentChildren, type VNode } from 'preact';
import { useContext } from 'preact/hooks';

/** Where a page stands: what every address in it carries on. */
export interface Place {
  /** What comes before every path: nothing, or that of a contract, « /public ». */
  readonly base: string;
  /** The past instant that is read, as it was asked. */
  readonly au: string | undefined;
}

/** No contract, and no past instant. */
const NOWHERE: Place = { base: '', au: undefined };

export const PlaceContext = createContext<Place>(NOWHERE);

export const usePlace = (): Place => useContext(PlaceContext);

export interface LinkProps {
  /** From the root of the pages, its codes encoded: « /fait/standard/A-P5 ». */
  readonly to: string;
  readonly children: ComponentChildren;
  readonly class?: string | undefined;
  readonly current?: 'page' | undefined;
  readonly rel?: string | undefined;
  readonly 'aria-label'?: string;
  /** Said of a page that is the same for every contract and every instant. */
  readonly reach?: 'CONTRACT' | 'ALL';
}

/** A link to another page, of the same contract and the same instant. */
export function Link({ to, children, current, reach = 'CONTRACT', ...attributes }: LinkProps): VNode {
  const place = usePlace();
  return (
    <a href={toHref(reach === 'ALL' ? NOWHERE : place, to)} aria-current={current} {...attributes}>
      {children}
    </a>
  );
}

/** The instant is in the query of the address, which what follows its `#` is no part of. */
export function toHref({ base, au }: Place, to: string): string {
  if (au === undefined) return `${base}${to}`;
  const [address = '', ...anchor] = to.split(/(?=#)/);
  return `${base}${address}${address.includes('?') ? '&' : '?'}au=${encodeURIComponent(au)}${anchor.join('')}`;
}
