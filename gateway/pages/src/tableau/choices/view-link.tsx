import { toHref, Link, type LinkProps, usePlace } from '@palier/gateway/document/link';
import { createContext, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageView } from '../../shell/page.ts';
import type { Choices } from './choices.ts';

/** What is chosen on a page of the dashboard, and its links carry on. */
export type Chosen = Readonly<Partial<Record<Choice, string | null>>>;

type Choice = 'exigence' | 'campagne' | 'periode' | 'volet';

/** What each view takes, by the first part of its path below the dashboard. The période goes through a territory, back to the map. */
const TAKEN: Readonly<Record<string, readonly Choice[]>> = {
  '': ['exigence', 'campagne', 'periode', 'volet'],
  territoire: ['exigence', 'campagne', 'periode', 'volet'],
  exigence: ['campagne', 'periode', 'volet'],
  etablissement: ['campagne'],
  comparer: ['exigence', 'campagne', 'volet'],
};

/** What a view takes that its links do not carry on. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  etablissement: ['etat', 'apres'],
  comparer: ['a', 'b', 'territoire', 'et'],
};

/** The parameters of a view, by the first part of its path below the dashboard; nothing for what is none. */
export const takenBy = (view: string): readonly string[] | undefined =>
  TAKEN[view] && [...TAKEN[view], ...(OWN[view] ?? [])];

/** What is looked at, but for a période that nobody chose: each page finds the one to open on. */
export const chosenOf = ({ exigence, campagne, periode, isPeriodeAsked, volet }: Choices): Chosen => ({
  exigence: exigence.code,
  campagne: campagne.code,
  ...(isPeriodeAsked && { periode }),
  volet,
});

/** Whether a parameter of an address is one of those that its links carry on. */
export const isChoice = (name: string): boolean => (TAKEN['']! as readonly string[]).includes(name);

/** What an address chooses, where nothing tells what there is to choose from. */
export const chosenIn = (parameters: URLSearchParams): Chosen =>
  Object.fromEntries(TAKEN['']!.map((name) => [name, parameters.get(name)]));

/** A view of the dashboard, and what it is of. */
export interface TableauView extends PageView {
  readonly chosen: Chosen;
  /** The période that is shown, where it is not one that the address chooses. */
  readonly periode?: string | undefined;
}

export const ChosenContext = createContext<Chosen>({});

export interface ViewProps {
  /** Path of a view: « /tableau/territoire/06112 ». */
  readonly to: string;
  /** What is chosen there otherwise than here; null, nothing. */
  readonly choose?: Chosen | undefined;
  /** What that view alone takes. */
  readonly more?: Readonly<Record<string, string | undefined>>;
  readonly anchor?: string;
}

/** The address of a view, with what is chosen that it takes: « /tableau/territoire/06112?campagne=2025-2026 ». */
export function toView({ to, choose = {}, more = {}, anchor }: ViewProps, chosen: Chosen): string {
  const [, , view = ''] = to.split('/');
  const kept: Chosen = { ...chosen, ...choose };
  const carried = (TAKEN[view] ?? []).map((name) => [name, kept[name]] as const);
  const query = new URLSearchParams(
    [...carried, ...Object.entries(more)].flatMap(([name, value]) => (value == null ? [] : [[name, value]])),
  ).toString();
  return `${to}${query && `?${query}`}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** The same, of the contract and the instant of the page. */
export function useView(): (view: ViewProps) => string {
  const place = usePlace();
  const chosen = useContext(ChosenContext);
  return (view) => toHref(place, toView(view, chosen));
}

/** A link to a view of the dashboard, which keeps what is chosen. */
export function ViewLink({
  to,
  choose,
  more,
  anchor,
  ...link
}: ViewProps & Omit<LinkProps, 'to' | 'reach'>): VNode {
  const chosen = useContext(ChosenContext);
  return (
    <Link
      to={toView({ to, choose, ...(more && { more }), ...(anchor !== undefined && { anchor }) }, chosen)}
      {...link}
    />
  );
}
