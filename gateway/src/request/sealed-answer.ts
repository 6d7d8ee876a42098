import { hash } from 'node:crypto';
import { Bytes } from '../base/bytes.ts';

/** Names of subgraphs, and the version of the data that each gave. */
export type Versions = readonly (readonly [subgraph: string, version: string])[];

/** Ends the version of what was read of the past. No version holds a line feed. */
export const LASTING = '\n';

/** A whole answer as it is sent, which holds while each of its sources has the version it was made of. */
export class SealedAnswer {
  readonly body: Bytes;
  readonly cacheControl: string;
  readonly versions: Versions;
  /** Whether each of its sources said a version. */
  readonly isVersioned: boolean;
  #digest: string | undefined;

  constructor(body: Bytes, cacheControl: string, versions: Versions, isVersioned: boolean) {
    this.body = body;
    this.cacheControl = cacheControl;
    this.versions = versions;
    this.isVersioned = isVersioned;
  }

  /** Whether all of it was read as it was known at a past instant, which no write changes. */
  get isRemembered(): boolean {
    return (
      this.isVersioned &&
      this.versions.length > 0 &&
      this.versions.every(([, version]) => version.endsWith(LASTING))
    );
  }

  /** Tells these bytes from any others. Made when it is first asked. */
  get digest(): string {
    return (this.#digest ??= bodyDigest(this.body));
  }
}

const DIGEST_LENGTH = 22;

export const bodyDigest = (body: Bytes): string =>
  hash('sha256', body.toBuffer(), 'base64url').slice(0, DIGEST_LENGTH);

interface RecordHead {
  readonly cacheControl: string;
  readonly versions: Versions;
}

const CACHE_CONTROL = /^[\w=, -]{1,200}$/;

/** As it is kept elsewhere: a line of JSON, then the bytes. */
export function toRecord({ body, cacheControl, versions }: SealedAnswer): Buffer {
  const head: RecordHead = { cacheControl, versions };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body.toBuffer()]);
}

/** Nothing when it has not the form of one of ours. */
export function fromRecord(record: Buffer): SealedAnswer | undefined {
  const end = record.indexOf('\n');
  try {
    const head = JSON.parse(record.toString('utf8', 0, Math.max(0, end))) as unknown;
    if (!isHead(head)) return undefined;
    // No other is kept.
    return new SealedAnswer(Bytes.of(record.subarray(end + 1)), head.cacheControl, head.versions, true);
  } catch {
    return undefined;
  }
}

const isHead = (head: unknown): head is RecordHead => {
  const { cacheControl, versions } = head as Partial<RecordHead>;
  return (
    typeof cacheControl === 'string' &&
    CACHE_CONTROL.test(cacheControl) &&
    Array.isArray(versions) &&
    versions.every((pair: unknown) => Array.isArray(pair) && pair.length === 2 && pair.every(isText))
  );
};

const isText = (value: unknown): boolean => typeof value === 'string';
