import { createHash } from 'node:crypto';
import { createBoundedCache } from '../bounded-cache.ts';
import { Refusal } from '../errors.ts';
import type { KnownOperation, OperationRequest, OperationScope } from './operation.ts';
import type { RegisteredOperations } from './registered-operations.ts';

/** Finds the text of an operation: sent, registered, or named by its SHA-256 (automatic persisted queries). */
export interface PersistedTexts {
  /** @throws {Refusal} when there is no text, the name or digest is unknown, or the text is not an allowed one */
  resolve(request: OperationRequest, asker?: OperationScope['asker']): KnownOperation;
  /** Keeps the text of an operation that named its digest and proved valid. */
  keep(operation: KnownOperation): void;
}

export interface PersistedTextsOptions {
  /** Those in service now. */
  readonly registered: () => RegisteredOperations;
  /** Whether clients may ask any operation, or the registered ones alone. */
  readonly allowed: 'TOUTES' | 'ENREGISTREES';
}

/** Total length of the texts kept, in characters. */
const CAPACITY = 8_000_000;
const DIGEST = /^[\da-f]{64}$/;

export function createPersistedTexts({ registered, allowed }: PersistedTextsOptions): PersistedTexts {
  const texts = createBoundedCache<string>(CAPACITY);

  const resolveRegistered = (request: OperationRequest): KnownOperation | undefined => {
    const { documentId } = request;
    if (documentId === undefined) return undefined;
    const query = registered().findById(documentId);
    if (query === undefined) throw new Refusal('OPERATION_INCONNUE', { facts: { operation: documentId } });
    return toKnown(request, query, true);
  };

  const resolveText = (request: OperationRequest): string => {
    const digest = readDigest(request);
    const { query } = request;
    if (!digest) return requireText(query);
    if (query === undefined) return registered().findByDigest(digest) ?? texts.get(digest) ?? refuseUnknown();
    // What is kept under its digest was found to have it.
    if (texts.get(digest) !== query && digestOf(query) !== digest) throw new Refusal('EMPREINTE_INVALIDE');
    return query;
  };

  return {
    resolve(request, asker) {
      const known = resolveRegistered(request);
      if (known) return known;
      const query = resolveText(request);
      const { documents, holds } = registered();
      const isRegistered = documents.length > 0 && holds(query);
      if (allowed === 'ENREGISTREES' && !isRegistered && asker !== 'PROGRAMME')
        throw new Refusal('OPERATION_NON_ENREGISTREE');
      return toKnown(request, query, isRegistered);
    },
    keep({ query, extensions, registered: isRegistered }) {
      const digest = isRegistered ? undefined : readDigest({ extensions });
      if (digest) texts.set(digest, query, query.length);
    },
  };
}

const toKnown = (
  { documentId, operationName, variables, extensions }: OperationRequest,
  query: string,
  registered: boolean,
): KnownOperation => ({ query, documentId, operationName, variables, extensions, registered });

function readDigest({ extensions }: Pick<OperationRequest, 'extensions'>): string | undefined {
  const persisted = extensions?.['persistedQuery'];
  if (persisted === undefined || persisted === null) return undefined;
  const { version, sha256Hash } = persisted as { readonly version?: unknown; readonly sha256Hash?: unknown };
  if (version === 1 && typeof sha256Hash === 'string' && DIGEST.test(sha256Hash)) return sha256Hash;
  throw new Refusal('REQUETE_INVALIDE', {
    detail:
      '« extensions.persistedQuery » demande « version » 1 et « sha256Hash », 64 chiffres hexadécimaux.',
  });
}

function requireText(query: string | undefined): string {
  if (query !== undefined && /\S/.test(query)) return query;
  throw new Refusal('REQUETE_INVALIDE', { detail: '« query » manque : donnez le texte de l’opération.' });
}

function refuseUnknown(): never {
  throw new Refusal('PERSISTED_QUERY_NOT_FOUND');
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
