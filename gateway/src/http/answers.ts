import { ERRORS, Refusal } from '../errors.ts';
import type { Answer } from './exchange.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';

export function answerJson(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': JSON_TYPE }, body: JSON.stringify(value) };
}

/** The same shape as a GraphQL error, so that a client needs one way to read what went wrong. */
export function answerRefusal(refusal: Refusal, requestId: string): Answer {
  const { message, extensions } = refusal;
  const answer = answerJson(refusal.status, {
    errors: [{ message, extensions: { ...extensions, requestId } }],
  });
  const { retryAfter } = extensions;
  if (retryAfter === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfter) } };
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
