import { createHash } from 'node:crypto';
import { createBoundedCache } from '../bounded-cache.ts';
import { Refusal } from '../errors.ts';
import type { KnownOperation, OperationRequest } from './operation.ts';

/** Texts that clients may name by their SHA-256 instead of sending them again (automatic persisted queries). */
export interface PersistedTexts {
  /** @throws {Refusal} when there is no text, the digest is unknown, or it is not that of the text */
  resolve(request: OperationRequest): KnownOperation;
  /** Keeps the text of an operation that named its digest and proved valid. */
  keep(operation: KnownOperation): void;
}

/** Total length of the texts kept, in characters. */
const CAPACITY = 8_000_000;
const DIGEST = /^[\da-f]{64}$/;

export function createPersistedTexts(): PersistedTexts {
  const texts = createBoundedCache<string>(CAPACITY);
  return {
    resolve(request) {
      const digest = readDigest(request);
      const { query } = request;
      if (!digest) return { ...request, query: requireText(query) };
      if (query === undefined) return { ...request, query: texts.get(digest) ?? refuseUnknown() };
      if (digestOf(query) !== digest) throw new Refusal('EMPREINTE_INVALIDE');
      return { ...request, query };
    },
    keep({ query, extensions }) {
      const digest = readDigest({ extensions });
      if (digest) texts.set(digest, query, query.length);
    },
  };
}

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
  if (query !== undefined && query.trim() !== '') return query;
  throw new Refusal('REQUETE_INVALIDE', { detail: '« query » manque : donnez le texte de l’opération.' });
}

function refuseUnknown(): never {
  throw new Refusal('PERSISTED_QUERY_NOT_FOUND');
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
