import { Refusal } from '../../errors/errors.ts';
import type { Exchange } from '../transport/exchange.ts';

const BEARER = /^Bearer +([\w.~+/-]+=*) *$/i;

/**
 * The token a request carries, from its one `authorization` header: never from its address, which logs keep.
 *
 * @throws {Refusal} JETON_INVALIDE when the header is not one `Bearer` token
 */
export function readBearerToken({ clientRequest, incoming }: Exchange): string | undefined {
  const header = clientRequest.headers['authorization'];
  if (header === undefined) return undefined;
  const token = BEARER.exec(header)?.[1];
  // Of two headers, two programs may each read another: Node keeps the first one alone.
  if (token === undefined || countAuthorizations(incoming.rawHeaders) !== 1)
    throw new Refusal('JETON_INVALIDE');
  return token;
}

/** Whether its header names another way to say who one is, as « Basic ». */
export const bearsAnotherScheme = ({ clientRequest }: Exchange): boolean =>
  /^(?!bearer\b)[a-z][\w-]* /i.test(clientRequest.headers['authorization'] ?? '');

function countAuthorizations(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.length === 13 && rawHeaders[index]?.toLowerCase() === 'authorization') count += 1;
  }
  return count;
}
