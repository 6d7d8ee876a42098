import { isIP } from 'node:net';
import { Refusal } from '../../errors/errors.ts';
import type { Exchange, Step } from '../transport/exchange.ts';

/** The names under which a gateway may be asked. */
export interface Hosts {
  /** Told where the gateway listens, before it does. */
  listensOn(address: string): void;
  includes(authority: string): boolean;
  /** Whether it is the origin of a page under a name that was given, on the port that was given with it or the usual one. */
  isOrigin(origin: string): boolean;
}

/**
 * The names given, and those of this machine. Beyond it, any address in figures too: a page can take a name and turn it to
 * this machine (DNS rebinding), it cannot take an address.
 */
export function createHosts(names: readonly string[]): Hosts {
  const given = new Set(names.map(toName));
  const origins = new Set(names.flatMap(toOrigins));
  let takesAddresses = false;
  return {
    listensOn(address) {
      takesAddresses = !isThisMachine(toName(address));
    },
    isOrigin: (origin) => origins.has(origin),
    includes(authority) {
      const name = toName(authority);
      return given.has(name) || isThisMachine(name) || (takesAddresses && isIP(name) !== 0);
    },
  };
}

const AUTHORITY = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{0,5})?$/i;

/** Whether it has the form of a host, with a port or without. */
export const isAuthority = (text: string): boolean => AUTHORITY.test(text);

/** A name without its port, brackets, final dot and capitals; empty when it is none. */
function toName(authority: string): string {
  if (isIP(authority) !== 0) return authority.toLowerCase();
  const [, name = ''] = AUTHORITY.exec(authority) ?? [];
  return name.toLowerCase().replace(/^\[|\]$|\.$/g, '');
}

/** As browsers write them: without the usual port. */
const toOrigins = (name: string): readonly string[] =>
  [`http://${name}`, `https://${name}`]
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address).origin);

const isThisMachine = (name: string): boolean =>
  name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);

/**
 * Refuses what is asked under another name: a page of that name could read the answer. A host that is given twice or is none
 * is refused as RFC 9112 (3.2) wants.
 */
export function refuseOtherHosts(hosts: Hosts): Step {
  let last = '';
  return ({ authority, incoming }) => {
    const lines = listHosts(incoming.rawHeaders);
    const host = authority ?? lines[0];
    if (lines.length > 1 || (host !== undefined && !isAuthority(host))) throw new Refusal('HOTE_INVALIDE');
    // HTTP/1.0 may do without, and no browser speaks it.
    if (host === undefined || host === last) return undefined;
    if (!hosts.includes(host)) throw new Refusal('HOTE_REFUSE');
    last = host;
    return undefined;
  };
}

function listHosts(rawHeaders: Exchange['incoming']['rawHeaders']): readonly string[] {
  const hosts: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts.push(rawHeaders[index + 1]!);
  }
  return hosts;
}
