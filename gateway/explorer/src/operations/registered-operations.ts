import { stripIgnoredCharacters } from 'graphql';
import { useEffect } from 'react';
import type { Operation } from '../ask-graph.ts';
import { identityHeaders } from '../session/session.ts';
import { createStore } from '../store.ts';

/** An operation that the gateway has registered, as `/q` says it. */
export interface RegisteredOperation {
  readonly nom: string;
  readonly description: string;
  /** Its text. */
  readonly requete: string;
}

/** Nothing until they were asked for. */
const OPERATIONS = createStore<readonly RegisteredOperation[] | undefined>(undefined);

/** Those of the gateway that serves this page; nothing while they are on their way, none when it does not tell them. */
export function useOperations(): readonly RegisteredOperation[] | undefined {
  const operations = OPERATIONS.use();
  useEffect(() => {
    if (OPERATIONS.get() === undefined) void loadOperations();
  }, []);
  return operations;
}

async function loadOperations(): Promise<void> {
  try {
    const response = await fetch('/q', { headers: { accept: 'application/json', ...identityHeaders() } });
    const { operations } = (await response.json()) as { operations: readonly RegisteredOperation[] };
    OPERATIONS.set(response.ok ? operations : []);
  } catch {
    OPERATIONS.set([]);
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
