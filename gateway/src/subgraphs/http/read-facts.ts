import { INSTANT_HEADER, MEASURE_HEADER, VERSION_HEADER } from '@palier/calls/headers';
import { parseMeasure } from '@palier/calls/measure';
import { cacheControlOf, lessAge, parseFreshness } from '../../base/cache-control.ts';
import type { HttpAnswer } from './undici-transport.ts';
import type { AnswerFacts } from '../../request/subgraph-caller.ts';

/** Longer than any version is. */
const LONGEST = 200;

/** What comes beside a subgraph's answer. */
export function readFacts({ headers, bytes }: Pick<HttpAnswer, 'headers' | 'bytes'>): AnswerFacts {
  const version = readOne(headers[VERSION_HEADER]);
  // A level says back the instant that it read; a subgraph that knows of none says nothing.
  const isRemembered = readOne(headers[INSTANT_HEADER]) === undefined ? undefined : true;
  const cacheControl = readCacheControl(headers);
  const measure = readOne(headers[MEASURE_HEADER]);
  return {
    bytes,
    version,
    isRemembered,
    cacheControl,
    ...(measure !== undefined && parseMeasure(measure)),
  };
}

const readOne = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST ? value : undefined;

/** Several lines of one name are one list (RFC 9110, 5.3). */
const readAll = (value: string | string[] | undefined): string =>
  typeof value === 'object' ? value.join(', ') : (value ?? '');

function readCacheControl(headers: HttpAnswer['headers']): string | undefined {
  const said = readAll(headers['cache-control']);
  if (said === '') return undefined;
  const { age, vary } = headers;
  if (age === undefined && vary === undefined) return said;
  // What varies by more than a request says is never known to be the same (RFC 9111, 4.1).
  const variesByAll = readAll(vary)
    .split(',')
    .some((name) => name.trim() === '*');
  const freshness = parseFreshness(variesByAll ? `${said}, no-cache` : said);
  return cacheControlOf(age === undefined ? freshness : lessAge(freshness, readAll(age)));
}
