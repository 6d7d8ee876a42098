import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { createBoundedCache } from '@palier/federation/memory/bounded-cache';
import { Bytes } from '../../base/bytes.ts';
import type { Answer } from './exchange.ts';
import { mediaTypeOf, negotiate } from './media-type.ts';

/** By which contents are made shorter, the one preferred first (RFC 9110, 8.4.1). */
const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** A shorter content fits in as few packets as it is. */
const SHORTEST = 1_024;

const compress = promisify(brotliCompress);
const zip = promisify(gzip);

/** On another thread. A better quality of « br » takes twice the time for a twentieth less. */
const CODERS: Readonly<Record<Coding, (content: Buffer) => Promise<Buffer>>> = {
  br: (content) => compress(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (content) => zip(content),
};

/** The coding that `accept-encoding` likes best; nothing when it likes contents as they are, or says nothing. */
export function chooseCoding(acceptEncoding: string | undefined): Coding | undefined {
  if (!acceptEncoding) return undefined;
  const chosen = negotiate(acceptEncoding, [...CODINGS, 'identity']);
  return chosen === 'identity' ? undefined : chosen;
}

/** An answer whose body is told to the byte. */
export type SentAnswer = Answer & { readonly body: Bytes };

/** A long text. Images, fonts and workbooks are short already. */
export function isCodable({ headers = {}, body }: SentAnswer): boolean {
  return body.length >= SHORTEST && !('content-encoding' in headers) && isText(headers);
}

/** Whether what is sent under these headers is a text. */
export function isText(headers: Answer['headers'] = {}): boolean {
  return /^text\/|[/+](?:json|javascript|xml|csv)$/.test(mediaTypeOf(headers['content-type']) ?? '');
}

/** Makes the body of an answer shorter; of one that is asked for again, once. */
export type Code = (answer: SentAnswer, coding: Coding) => Promise<SentAnswer>;

export function createCoder(): Code {
  const kept = createBoundedCache<Bytes>();
  return async (answer, coding) => {
    const key = answer.digest && `${coding} ${answer.digest()}`;
    const known = key && kept.get(key);
    const body = known || Bytes.of(await CODERS[coding](answer.body.toBuffer()));
    if (key && !known) kept.set(key, body, body.length);
    return { ...answer, headers: toCodedHeaders(answer.headers, coding), body };
  };
}

/** Not the same bytes, and the same meaning: what vouched for bytes vouches for that (RFC 9110, 8.8.1). */
export function toCodedHeaders(
  headers: Answer['headers'] = {},
  coding: Coding,
): Readonly<Record<string, string>> {
  const { etag } = headers;
  return { ...headers, 'content-encoding': coding, ...(etag?.startsWith('"') && { etag: `W/${etag}` }) };
}

/** What an answer differs by, and one thing more. */
export function addToVary(vary: string | undefined, name: string): string {
  if (vary === undefined) return name;
  return vary.split(', ').includes(name) ? vary : `${vary}, ${name}`;
}
