import type { ServerResponse } from 'node:http';
import type { Bytes } from '../../base/bytes.ts';

/** Ends an answer with its body. Both leave at once, as one piece: `end` would add an empty one, and several cost more. */
export function sendBytes(response: ServerResponse, { content, length }: Bytes): void {
  if (length > 0) {
    response.cork();
    response.write(content, 'latin1');
    response.uncork();
  }
  response.end();
}
