import type { VNode } from 'preact';
import { nearName } from '../../base/near-name.ts';
import type { Frame } from '../../document/frame.ts';
import { Link } from '../../document/link.tsx';
import { Refusal } from '../../errors/errors.ts';
import { refusalHeaders } from '../transport/answers.ts';
import { GraphFault, headOfFault } from '../graphql/graph-fault.ts';

/** What a page says when it cannot be read. */
export interface FaultView {
  readonly status: number;
  /** When to ask again, how to say who one is. */
  readonly headers: Readonly<Record<string, string>>;
  readonly title: string;
  readonly main: VNode;
}

interface FaultPlace {
  readonly requestId: string;
  readonly frame: Frame;
  /** The address that was asked, for one that may have been meant. */
  readonly path?: string;
}

/** Nothing for what nobody thought of: the gateway says that. */
export function toFaultView(
  error: unknown,
  { requestId, frame, path = '' }: FaultPlace,
): FaultView | undefined {
  const told = tell(error);
  if (told === undefined) return undefined;
  const title = titleOf(told.status);
  const near = told.status === 404 ? nearPath(frame, path) : undefined;
  return {
    status: told.status,
    headers: told.headers,
    title,
    main: (
      <>
        <h1>{title}</h1>
        {told.messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
        {near !== undefined && (
          <p>
            Vouliez-vous dire <Link to={near}>{near}</Link> ?
          </p>
        )}
        {told.status === 503 && <p>Le reste de Palier peut répondre : réessayez dans un moment.</p>}
        <p class="soft">
          {frame.search && 'La recherche, en haut de la page, mène à tout ce que le graphe sait. '}
          Numéro de la requête : <code>{requestId}</code>
        </p>
      </>
    ),
  };
}

/** Of what every page leads to, the one that the beginning of an address is nearly. */
function nearPath({ links, home, search }: Frame, path: string): string | undefined {
  const [, first = ''] = path.split('/');
  const known = [home, ...links, ...(search ? [search] : [])].map((one) => one.path);
  return known.includes(`/${first}`) ? undefined : nearName(`/${first}`, known);
}

interface Told extends Pick<FaultView, 'status' | 'headers'> {
  readonly messages: readonly string[];
}

function tell(error: unknown): Told | undefined {
  if (error instanceof Refusal) {
    const { status, extensions, message } = error;
    return { status, headers: refusalHeaders(status, extensions), messages: [message] };
  }
  if (!(error instanceof GraphFault)) return undefined;
  return { ...headOfFault(error), messages: [...new Set(error.errors.map(({ message }) => message))] };
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Cette adresse n’est pas comprise',
  401: 'Il faut s’identifier',
  403: 'Cette page n’est pas permise',
  404: 'Cette page n’existe pas',
  429: 'Trop de demandes en peu de temps',
  503: 'Cette page ne peut pas être lue en ce moment',
};

const titleOf = (status: number): string => TITLES[status] ?? 'Cette page ne peut pas être lue';
