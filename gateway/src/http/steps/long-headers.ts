import { Refusal } from '../../errors/errors.ts';
import type { Exchange } from '../transport/exchange.ts';

/** Refuses headers to hand on that no subgraph would take. Left out, they would make another question of this one. */
export function refuseLongHeaders(
  { clientRequest }: Pick<Exchange, 'clientRequest'>,
  { headers, maxHeaderBytes }: { readonly headers: readonly string[]; readonly maxHeaderBytes: number },
): void {
  let bytes = 0;
  for (const name of headers) {
    const value = clientRequest.headers[name];
    if (value !== undefined) bytes += name.length + value.length;
  }
  if (bytes <= maxHeaderBytes) return;
  throw new Refusal('EN_TETES_TROP_LONGS', {
    detail: `La limite est de ${maxHeaderBytes} octets pour ${headers.join(', ')}.`,
    facts: { limite: maxHeaderBytes },
  });
}
