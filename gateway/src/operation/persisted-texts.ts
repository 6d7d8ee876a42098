import { textDigest } from '../base/digest.ts';
import { createBoundedCache } from '@palier/federation/memory/bounded-cache';
import { sizeOfText } from '@palier/federation/memory/sizes';
import { Refusal } from '../errors/errors.ts';
import type { KnownOperation, OperationRequest, OperationScope } from '../request/operation.ts';
import type { RegisteredOperations } from '../generations/registered-operations.ts';

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
  /** What this program names itself: nobody else finds it by its name. */
  readonly shipped: () => RegisteredOperations;
  /** Whether clients may ask any operation, or the registered ones alone. */
  readonly allowed: 'ALL' | 'REGISTERED';
}

/** Longest name of an operation, or identifier of a registered one: they stand in logs, keys and figures. */
const LONGEST_NAME = 250;
/** Memory for the texts kept. */
const CAPACITY = 16_000_000;
const DIGEST = /^[\da-f]{64}$/;

export function createPersistedTexts({
  registered,
  shipped,
  allowed,
}: PersistedTextsOptions): PersistedTexts {
  const texts = createBoundedCache<string>(CAPACITY);

  const resolveNamed = (
    request: OperationRequest,
    asker: OperationScope['asker'],
  ): KnownOperation | undefined => {
    const { documentId } = request;
    if (documentId === undefined) return undefined;
    const query = (asker === 'PROGRAM' ? shipped : registered)().findById(documentId);
    if (query === undefined) throw new Refusal('OPERATION_INCONNUE', { facts: { operation: documentId } });
    return toKnown(request, query, true);
  };

  const resolveText = (request: OperationRequest): string => {
    const digest = readDigest(request);
    const { query } = request;
    if (!digest) return requireText(query);
    if (query === undefined) return registered().findByDigest(digest) ?? texts.get(digest) ?? refuseUnknown();
    // What is kept under its digest was found to have it.
    if (texts.get(digest) !== query && textDigest(query) !== digest) throw new Refusal('EMPREINTE_INVALIDE');
    return query;
  };

  return {
    resolve(asked, asker) {
      const request = nameShortly(asked);
      const known = resolveNamed(request, asker);
      if (known) return known;
      const query = resolveText(request);
      const { documents, holds } = registered();
      const isRegistered = documents.length > 0 && holds(query);
      if (allowed === 'REGISTERED' && !isRegistered && asker !== 'PROGRAM')
        throw new Refusal('OPERATION_NON_ENREGISTREE');
      return toKnown(request, query, isRegistered);
    },
    keep({ query, extensions, registered: isRegistered }) {
      const digest = isRegistered ? undefined : readDigest({ extensions });
      if (digest) texts.set(digest, query, sizeOfText(query));
    },
  };
}

/** The request, a blank name being none: whoever looks for the operation of that name finds the same one. */
function nameShortly(request: OperationRequest): OperationRequest {
  const { operationName = '', documentId = '' } = request;
  if (operationName.length > LONGEST_NAME || documentId.length > LONGEST_NAME) {
    throw new Refusal('REQUETE_INVALIDE', {
      detail: `« operationName » et « documentId » ont au plus ${LONGEST_NAME} caractères.`,
    });
  }
  return request.operationName === '' ? { ...request, operationName: undefined } : request;
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
