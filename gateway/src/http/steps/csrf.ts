import { Refusal } from '../../errors/errors.ts';
import type { Exchange } from '../transport/exchange.ts';

const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name'];
const SAME_SITE = new Set(['same-origin', 'same-site', 'none']);

interface Origins {
  readonly isAllowedOrigin: (origin: string) => boolean;
  readonly isOwnOrigin: (origin: string) => boolean;
}

/**
 * A page of an origin that is not allowed is refused, whatever the method. A browser says by itself that a page is of this
 * very origin; but for one of plain HTTP under a name, of which it says the origin alone: it is that of the host that is
 * asked, or of a name that was given, for a proxy may ask under another. @throws {Refusal} ORIGINE_REFUSEE
 */
export function refuseOtherOrigin(exchange: Exchange, { isAllowedOrigin, isOwnOrigin }: Origins): void {
  const { origin, 'sec-fetch-site': site } = exchange.clientRequest.headers;
  if (origin === undefined || site === 'same-origin' || isAllowedOrigin(origin)) return;
  if (site === undefined && (origin === plainOriginOf(exchange) || isOwnOrigin(origin))) return;
  throw new Refusal('ORIGINE_REFUSEE', {
    detail:
      'À cette adresse, seules le peuvent les pages de cette passerelle (sous le nom demandé, ou un nom de PALIER_HOSTS) et celles des origines de PALIER_CORS_ORIGINS.',
  });
}

/** Of the host that is asked, which is one of this gateway: others were refused. */
function plainOriginOf({ authority, clientRequest: { headers } }: Exchange): string | undefined {
  const host = authority ?? headers['host'];
  return host && `http://${host.toLowerCase().replace(/:80$/, '')}`;
}

/**
 * A page of another site may make a browser send a GET without asking first; a POST of JSON it may not. So a GET is
 * refused when the browser says it comes from elsewhere, unless it carries a header that needs a preflight.
 */
export function refuseCrossSiteRead(exchange: Exchange, isAllowedOrigin: (origin: string) => boolean): void {
  if (exchange.method !== 'GET') return;
  const { headers } = exchange.clientRequest;
  if (PREFLIGHT_HEADERS.some((name) => headers[name])) return;
  const site = headers['sec-fetch-site'];
  const origin = headers['origin'];
  if (origin !== undefined && isAllowedOrigin(origin)) return;
  if (site !== undefined && !SAME_SITE.has(site)) throw withoutPreflight();
  // Browsers too old to say where a request comes from still send the origin of a scripted one.
  if (site === undefined && origin !== undefined) throw withoutPreflight();
}

const withoutPreflight = (): Refusal =>
  new Refusal('ORIGINE_REFUSEE', { detail: 'Ajoutez l’en-tête « apollo-require-preflight ».' });

/**
 * A link of another site, or of a message, that a browser follows: what is answered is shown as a page of its own, and the
 * other site reads nothing of it. A token is in no link, so that it is asked as nobody known.
 */
export function isFollowedLink({ method, clientRequest: { headers } }: Exchange): boolean {
  const { origin, 'sec-fetch-mode': mode, 'sec-fetch-dest': destination } = headers;
  return method === 'GET' && origin === undefined && mode === 'navigate' && destination === 'document';
}
