import { isRecord } from '../../base/records.ts';
import { MOST_ERRORS } from '@palier/federation/errors/engine-error';
import type { GraphQLErrorLike } from '@palier/federation/run/data/subgraph-caller';
import { Refusal } from '../../errors/errors.ts';
import type { AnswerFacts, GraphQLResponseLike } from '../../request/subgraph-caller.ts';
import type { HttpAnswer } from './undici-transport.ts';
import { parseJson } from '@palier/calls/json/parse-json';

const LONGEST_TEXT = 1_000;
const LONGEST_NAME = 200;
/** Steps of a path. */
const LONGEST_PATH = 100;
const MOST_EXTENSIONS = 32;

/**
 * A subgraph's answer, believed only as far as its shape goes, with what comes beside it.
 * @throws {Refusal} when it is not a GraphQL answer
 */
export function readAnswer(
  { status, text }: Pick<HttpAnswer, 'status' | 'text'>,
  facts: AnswerFacts,
): GraphQLResponseLike {
  const answer = parseAnswer(status, text);
  if (!isRecord(answer)) throw unusable(status, 'not an object');
  const { data, errors, extensions } = answer;
  if (data !== undefined && data !== null && !isRecord(data)) throw unusable(status, 'data is not an object');
  if (errors !== undefined && errors !== null && !Array.isArray(errors))
    throw unusable(status, 'errors is not a list');
  // GraphQL § 7.1: an answer without data says why.
  if (!data && !errors?.length) throw unusable(status, 'neither data nor errors');
  // Almost all answers are data alone.
  if (!errors && !extensions) return { data: data as Record<string, unknown> | null, facts };
  return {
    facts,
    ...(data !== undefined && { data }),
    ...(Array.isArray(errors) && errors.length > 0 && { errors: errors.slice(0, MOST_ERRORS).map(toError) }),
    ...(isRecord(extensions) && { extensions }),
  };
}

function parseAnswer(status: number, text: string | undefined): unknown {
  if (text === undefined) throw unusable(status, 'neither UTF-8 nor a coding of it that is known');
  try {
    return parseJson(text);
  } catch (cause) {
    throw unusable(status, cause);
  }
}

/** Beside 5xx: it waited too long for the request, or has too many. Any other 4xx is the fault of the request. */
const PASSING: ReadonlySet<number> = new Set([408, 429]);

function unusable(status: number, cause: unknown): Refusal {
  const down = status >= 500 || PASSING.has(status);
  return new Refusal(down ? 'SERVICE_INDISPONIBLE' : 'REPONSE_INVALIDE', { cause: { status, cause } });
}

/** An error as far as it may be told or logged: its plain members, none longer than a person would read. */
function toError(error: unknown): GraphQLErrorLike {
  if (!isRecord(error)) return { message: '' };
  const { message, path, extensions } = error;
  return {
    message: typeof message === 'string' ? message.slice(0, LONGEST_TEXT) : '',
    ...(isPath(path) && { path }),
    ...(isRecord(extensions) && { extensions: keepPlain(extensions) }),
  };
}

const isPath = (value: unknown): value is readonly (string | number)[] =>
  Array.isArray(value) && value.length <= LONGEST_PATH && value.every(isStep);

const isStep = (step: unknown): boolean =>
  typeof step === 'string' ? step.length <= LONGEST_NAME : Number.isSafeInteger(step) && Number(step) >= 0;

function keepPlain(extensions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(extensions).slice(0, MOST_EXTENSIONS)) {
    const value = extensions[name];
    if (typeof value === 'string') kept[name] = value.slice(0, LONGEST_TEXT);
    else if (typeof value === 'number' || typeof value === 'boolean') kept[name] = value;
  }
  return kept;
}
