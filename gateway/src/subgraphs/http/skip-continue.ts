import type { Socket } from 'node:net';
import { buildConnector } from 'undici';

const CONNECT_TIMEOUT_MS = 10_000;
/** Longer than the head of any « 100 Continue ». */
const LONGEST_HEAD = 16_384;

/** The head of an answer that says 100, or what may become one. */
const STATUS_LINE = /^HTTP\/1\.\d 100[ \r]/;
const STATUS_LINE_LENGTH = 13;
const MAY_BEGIN_ONE = 'HTTP/1.1 100 ';
/** Where its status is, and the digit that any 1xx begins by. */
const STATUS_AT = 9;
const ONE = 0x31;

/**
 * Connects as undici does. Some servers say « 100 Continue » to every POST, which a client must bear (RFC 9110, 15.2) and
 * undici takes for the end of the call: it is not shown to it.
 */
export function createConnector(): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS });
  return (options, callback) =>
    connect(options, (...outcome) => {
      const [, socket] = outcome;
      if (socket) skipContinue(socket);
      callback(...outcome);
    });
}

/** Only what comes first after a request can be one: no body is ever looked at. */
function skipContinue(socket: Socket): void {
  const write = socket.write.bind(socket) as (...given: unknown[]) => boolean;
  const read = socket.read.bind(socket) as (size?: number) => Buffer | null;
  let isAwaiting = false;
  let held: Buffer | undefined;
  socket.write = (...given: unknown[]) => {
    isAwaiting = true;
    return write(...given);
  };
  socket.read = (size?: number) => {
    let chunk = read(size);
    while (isAwaiting && chunk !== null) {
      const bytes = held ? Buffer.concat([held, chunk]) : chunk;
      const rest = afterContinue(bytes);
      held = rest === 'INCOMPLETE' ? bytes : undefined;
      if (rest === bytes) isAwaiting = false;
      if (rest === bytes) return bytes;
      chunk = rest === 'INCOMPLETE' || rest.length === 0 ? read(size) : rest;
    }
    return chunk;
  };
}

/** The same bytes when they do not begin with a « 100 Continue »; else what follows it. */
function afterContinue(bytes: Buffer): Buffer | 'INCOMPLETE' {
  // Almost all answers: nothing is made to see that they are others.
  if (bytes.length > STATUS_AT && bytes[STATUS_AT] !== ONE) return bytes;
  const start = bytes.toString('latin1', 0, STATUS_LINE_LENGTH);
  if (start.length < STATUS_LINE_LENGTH) return MAY_BEGIN_ONE.startsWith(start) ? 'INCOMPLETE' : bytes;
  if (!STATUS_LINE.test(start)) return bytes;
  const end = bytes.indexOf('\r\n\r\n');
  if (end >= 0) return bytes.subarray(end + 4);
  return bytes.length < LONGEST_HEAD ? 'INCOMPLETE' : bytes;
}
