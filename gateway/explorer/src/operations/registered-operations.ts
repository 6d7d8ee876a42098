import { stripIgnoredCharacters } from 'graphql';
import { useEffect } from 'react';
import { fetchHere, messageOf, type Operation } from '../ask-graph.ts';
import { type HeldToken, IDENTITY, identityHeaders } from '../session/session.ts';
import { createStore } from '../store.ts';

/** An operation that the gateway has registered, as `/q` says it. */
export interface RegisteredOperation {
  readonly nom: string;
  readonly description: string;
  /** Its text. */
  readonly requete: string;
}

/** What the gateway told, and to whom. */
interface Told {
  readonly identity: HeldToken | undefined;
  readonly operations: readonly RegisteredOperation[];
  /** Why it told none. */
  readonly refusal: string | undefined;
}

/** Nothing until they were asked for. */
const TOLD = createStore<Told | undefined>(undefined);

/** What the gateway that serves this page tells whoever asks; nothing while it is on its way. */
export function useToldOperations(): Told | undefined {
  const told = TOLD.use();
  const identity = IDENTITY.use();
  const isTold = told?.identity === identity;
  useEffect(() => {
    if (TOLD.get() === undefined || TOLD.get()?.identity !== identity) void loadOperations(identity);
  }, [identity]);
  return isTold ? told : undefined;
}

/** Those operations alone; none when they are refused. */
export const useOperations = (): readonly RegisteredOperation[] | undefined =>
  useToldOperations()?.operations;

async function loadOperations(identity: HeldToken | undefined): Promise<void> {
  const told = await askOperations(identity);
  if (IDENTITY.get() === identity) TOLD.set({ identity, ...told });
}

async function askOperations(identity: HeldToken | undefined): Promise<Omit<Told, 'identity'>> {
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
  const text = strip(query);
  return operations.find(({ requete }) => strip(requete) === text);
}

function strip(text: string): string {
  try {
    return stripIgnoredCharacters(text);
  } catch {
    return text;
  }
}
