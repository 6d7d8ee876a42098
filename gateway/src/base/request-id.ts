import { randomUUID } from 'node:crypto';

const SANE = /^[\w.:-]{8,128}$/;

/** Keeps the caller's own id, so that its log and ours can be joined, unless it could forge a log line or a header. */
export function chooseRequestId(proposed: string | undefined): string {
  return proposed !== undefined && SANE.test(proposed) ? proposed : randomUUID();
}
