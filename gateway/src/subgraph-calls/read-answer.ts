import { Refusal } from '../errors.ts';
import type { GraphQLErrorLike, GraphQLResponseLike } from '../subgraph-caller.ts';
import type { HttpAnswer } from '../execution/undici-transport.ts';

/** Keys that reach an object's prototype when a careless hand copies them. */
const DANGEROUS_KEYS = ['__proto__', 'constructor', 'prototype'];
/** Their letters may be written as escapes; accented letters, which often are, lie elsewhere. */
const ESCAPED_LETTER = /\\u00(?:5f|[67][\da-f])/i;

/**
 * A subgraph's answer, believed only as far as its shape goes.
 * @throws {Refusal} when it is not a GraphQL answer
 */
export function readAnswer(
  { status, text }: Pick<HttpAnswer, 'status' | 'text'>,
  query: string,
): GraphQLResponseLike {
  const answer = parseAnswer(status, text, query);
  if (!isRecord(answer)) throw unusable(status, 'not an object');
  const { data, errors, extensions } = answer;
  if (data === undefined && errors === undefined) throw unusable(status, 'neither data nor errors');
  if (data !== undefined && data !== null && !isRecord(data)) throw unusable(status, 'data is not an object');
  if (errors !== undefined && errors !== null && !Array.isArray(errors))
    throw unusable(status, 'errors is not a list');
  return {
    ...(data !== undefined && { data }),
    ...(Array.isArray(errors) && errors.length > 0 && { errors: errors.map(toError) }),
    ...(isRecord(extensions) && { extensions }),
  };
}

function parseAnswer(status: number, text: string, query: string): unknown {
  try {
    return mayBeDangerous(text) ? JSON.parse(text, createReviver(query)) : JSON.parse(text);
  } catch (cause) {
    throw unusable(status, cause);
  }
}

function mayBeDangerous(text: string): boolean {
  if (DANGEROUS_KEYS.some((key) => text.includes(key))) return true;
  return text.includes('\\u00') && ESCAPED_LETTER.test(text);
}

/** A field may be named « constructor » when the query asks for it; nothing that a query asks for is named `__proto__`. */
function createReviver(query: string): (key: string, value: unknown) => unknown {
  const dropped = new Set(DANGEROUS_KEYS.filter((name) => !query.includes(name)));
  dropped.add('__proto__');
  return (key, value) => (dropped.has(key) ? undefined : value);
}

function unusable(status: number, cause: unknown): Refusal {
  const down = status >= 500 || status === 429;
  return new Refusal(down ? 'SERVICE_INDISPONIBLE' : 'REPONSE_INVALIDE', { cause: { status, cause } });
}

function toError(error: unknown): GraphQLErrorLike {
  if (!isRecord(error)) return { message: '' };
  const { message, path, extensions } = error;
  return {
    message: typeof message === 'string' ? message : '',
    ...(isPath(path) && { path }),
    ...(isRecord(extensions) && { extensions }),
  };
}

const isPath = (value: unknown): value is readonly (string | number)[] =>
  Array.isArray(value) && value.every((step) => typeof step === 'string' || typeof step === 'number');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
