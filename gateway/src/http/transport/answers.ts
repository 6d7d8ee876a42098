import { ERRORS, Refusal } from '../../errors/errors.ts';
import type { Answer } from './exchange.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

export function answerJson(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': JSON_TYPE }, body: JSON.stringify(value) };
}

/** Nobody keeps it. The same shape as a GraphQL error, so that a client needs one way to read what went wrong. */
export function answerRefusal(refusal: Refusal, requestId: string): Answer {
  const { message, extensions } = refusal;
  const answer = answerJson(refusal.status, {
    errors: [{ message, extensions: { ...extensions, requestId } }],
  });
  return {
    ...answer,
    headers: {
      ...answer.headers,
      ...refusalHeaders(refusal.status, extensions),
      // RFC 9110, 12.5.3: what codings a body may have.
      ...(refusal.code === 'TYPE_DE_CORPS_REFUSE' && { 'accept-encoding': 'identity' }),
    },
  };
}

/** What goes with an answer that is an error: nobody keeps it; how to say who one is; when to ask again. */
export function refusalHeaders(
  status: number,
  { code, retryAfter }: { readonly code?: unknown; readonly retryAfter?: unknown } = {},
): Readonly<Record<string, string>> {
  return {
    'cache-control': 'no-store',
    ...challengeOf(status, code),
    ...(status >= 400 && retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  };
}

/** What RFC 6750 asks of a 401: how to say who one is, and whether the token given was the trouble. */
function challengeOf(status: number, code: unknown): Readonly<Record<string, string>> {
  if (status !== 401) return {};
  const isTokenFault = code === 'JETON_INVALIDE' || code === 'JETON_EXPIRE';
  return { 'www-authenticate': `Bearer realm="Palier"${isTokenFault ? ', error="invalid_token"' : ''}` };
}

export function answerInternalError(requestId: string): Answer {
  const { status, message } = ERRORS.ERREUR_INTERNE;
  return answerJson(status, { errors: [{ message, extensions: { code: 'ERREUR_INTERNE', requestId } }] });
}

export function answerMethodRefused(allowed: string, requestId: string): Answer {
  const answer = answerRefusal(
    new Refusal('METHODE_REFUSEE', { detail: `Méthodes acceptées : ${allowed}.` }),
    requestId,
  );
  return { ...answer, headers: { ...answer.headers, allow: allowed } };
}
