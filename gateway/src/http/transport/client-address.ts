import { isIP, isIPv6 } from 'node:net';
import type { Exchange } from './exchange.ts';

/** Who sends this, as far as the network tells. Behind proxies of ours, the last address that they did not add themselves. */
export function clientAddressOf(incoming: Exchange['incoming'], trustedProxies: number): string {
  const direct = incoming.socket.remoteAddress ?? 'inconnu';
  if (trustedProxies === 0) return direct;
  const forwarded = String(incoming.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  return toAddress(forwarded.at(-trustedProxies) ?? '') ?? direct;
}

const WITH_PORT = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/;

/** Some proxies add the port, which a client changes at will; what is no address is nobody's. */
function toAddress(text: string): string | undefined {
  const [, v6, v4] = WITH_PORT.exec(text) ?? [];
  const address = v6 ?? v4 ?? text;
  return isIP(address) === 0 ? undefined : address;
}

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The network one client has: an IPv6 one chooses freely among the addresses of its /64. */
export function clientNetworkOf(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  const groups = [...first, ...zeros, ...last].map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
