import type { ListedOperation } from '@palier/adresses/listed-operation';
import { stripText } from '@palier/federation/graphql/strip-text';
import { useEffect } from 'react';
import { fetchHere, messageOf, type Operation } from '../base/ask-graph.ts';
import { type HeldToken, IDENTITY, identityHeaders } from '../session/session.ts';
import { createStore } from '../base/store.ts';

/** An operation that the gateway has registered, as `/q` says it. */
export type RegisteredOperation = Pick<ListedOperation, 'nom' | 'description' | 'requete' | 'parPages'>;

/** What the gateway told. Why it told none, when it did not: nothing is known of them then. */
export interface Told {
  readonly operations: readonly RegisteredOperation[];
  readonly refusal: string | undefined;
}

/** What was told last, and to whom; nothing until they were asked for. */
const TOLD = createStore<(Told & { readonly identity: HeldToken | undefined }) | undefined>(undefined);
/** Who is about to be told. */
const COMING = new Set<HeldToken | undefined>();

/** What the gateway that serves this page tells whoever asks; nothing while it is on its way. */
export function useToldOperations(): Told | undefined {
  const told = TOLD.use();
  const identity = IDENTITY.use();
  useEffect(() => void loadOperations(identity), [identity]);
  return told?.identity === identity ? told : undefined;
}

/** Asks once for all who wait; what was refused is asked again. */
async function loadOperations(identity: HeldToken | undefined): Promise<void> {
  const known = TOLD.get();
  const isKnown = known !== undefined && known.identity === identity && known.refusal === undefined;
  if (isKnown || COMING.has(identity)) return;
  COMING.add(identity);
  const told = await askOperations(identity);
  COMING.delete(identity);
  if (IDENTITY.get() === identity) TOLD.set({ identity, ...told });
}

async function askOperations(identity: HeldToken | undefined): Promise<Told> {
  try {
    const response = await fetchHere('/q', {
      headers: { accept: 'application/json', ...identityHeaders(identity) },
    });
    if (!response.ok) return { operations: [], refusal: await messageOf(response) };
    const { operations } = (await response.json()) as Pick<Told, 'operations'>;
    return { operations, refusal: undefined };
  } catch (error) {
    return { operations: [], refusal: (error as Error).message };
  }
}

/** The one that has this text, spaces and comments aside. */
export function findRegistered(
  operations: readonly RegisteredOperation[],
  { query }: Pick<Operation, 'query'>,
): RegisteredOperation | undefined {
  const text = stripText(query);
  return operations.find(({ requete }) => stripText(requete) === text);
}
