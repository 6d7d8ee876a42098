import { hash } from 'node:crypto';
import { Bytes } from '../bytes.ts';

/** Names of subgraphs, and the version of the data that each gave. */
export type Versions = readonly (readonly [subgraph: string, version: string])[];

/** A whole answer as it is sent, which holds while each of its sources has the version it was made of. */
export class SealedAnswer {
  readonly body: Bytes;
  readonly cacheControl: string;
  readonly versions: Versions;
  #digest: string | undefined;

  constructor(body: Bytes, cacheControl: string, versions: Versions) {
    this.body = body;
    this.cacheControl = cacheControl;
    this.versions = versions;
  }

  /** Tells these bytes from any others. Made when it is first asked. */
  get digest(): string {
    return (this.#digest ??= digestOf(this.body));
  }
}

const DIGEST_LENGTH = 22;

export const digestOf = (body: Bytes): string =>
  hash('sha256', body.toBuffer(), 'base64url').slice(0, DIGEST_LENGTH);

interface RecordHead {
  readonly digest: string;
  readonly cacheControl: string;
  readonly versions: Versions;
}

/** As Redis keeps it: a line of JSON, then the bytes. */
export function toRecord({ body, cacheControl, versions, digest }: SealedAnswer): Buffer {
  const head: RecordHead = { digest, cacheControl, versions };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body.toBuffer()]);
}

/** Nothing when it is not one of ours, whole. */
export function fromRecord(record: Buffer): SealedAnswer | undefined {
  const end = record.indexOf('\n');
  try {
    const head = JSON.parse(record.toString('utf8', 0, Math.max(0, end))) as RecordHead;
    const answer = new SealedAnswer(Bytes.of(record.subarray(end + 1)), head.cacheControl, head.versions);
    return answer.digest === head.digest && Array.isArray(head.versions) ? answer : undefined;
  } catch {
    return undefined;
  }
}
