import { Refusal } from '@palier/gateway/errors/errors';
import { GraphFault } from '@palier/gateway/http/graph-fault';
import type { VNode } from 'preact';
import { MomentInput } from './moment-input.tsx';

const OF_INSTANTS: ReadonlySet<unknown> = new Set(['INSTANT_INVALIDE', 'INSTANT_HORS_MEMOIRE']);

/** Whether something is refused for the instant that it is asked of. */
export function isOfInstant(error: unknown): error is Refusal | GraphFault {
  if (error instanceof Refusal) return OF_INSTANTS.has(error.code);
  return error instanceof GraphFault && OF_INSTANTS.has(error.errors[0]?.extensions?.['code']);
}

/** Why, each reason once. */
export const sayRefused = (error: Refusal | GraphFault): readonly string[] =>
  error instanceof GraphFault ? [...new Set(error.errors.map(({ message }) => message))] : [error.message];

export interface RefusedInstantProps {
  /** Why. */
  readonly messages: readonly string[];
  /** The address of the page, without its query. */
  readonly action: string;
  /** What it was asked, the instant too. */
  readonly parameters: URLSearchParams;
  /** The same page as of now. */
  readonly now: string;
}

export const REFUSED_INSTANT = 'Cet instant ne peut pas être lu';

/** In place of a page of an instant that is refused: why, what was typed, and the way to now. */
export function RefusedInstant({ messages, action, parameters, now }: RefusedInstantProps): VNode {
  return (
    <>
      <h1>{REFUSED_INSTANT}</h1>
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
      <form class="choices" action={action} method="get" aria-label="Un autre instant">
        {[...parameters]
          .filter(([name]) => name !== 'au')
          .map(([name, value], rank) => (
            <input key={rank} type="hidden" name={name} value={value} />
          ))}
        <MomentInput name="au" label="Connu le (vide : maintenant)" value={parameters.get('au') ?? ''} />
        <button type="submit">Afficher</button>
      </form>
      <p>
        <a href={now}>Voir maintenant</a>
      </p>
    </>
  );
}
