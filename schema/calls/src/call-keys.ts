import { createSecretKey, type KeyObject } from 'node:crypto';

/** A secret that the gateway and the levels share. A `KeyObject` does not show its bytes when it is printed. */
export interface CallKey {
  readonly id: string;
  readonly secret: KeyObject;
}

/** The same, by name. */
export type CallKeys = ReadonlyMap<string, KeyObject>;

/** Shorter secrets could be guessed. */
const LEAST_BYTES = 32;
const SHAPE = /^([\w.-]{1,64}):([\w+/-]+={0,2})$/;

/**
 * Reads `id:base64,id2:base64`, in this order: the gateway signs with the first, a level takes a call signed with any. The
 * others are those whose turn is over, or has not come.
 * @param faults gets a French line for each key that is wrong, by its place: neither it nor its name, which may be a
 *   misplaced key, is repeated
 */
export function parseCallKeys(text: string, faults: string[]): CallKeys {
  const keys = new Map<string, KeyObject>();
  const items = text.split(',').map((item) => item.trim());
  for (const [index, item] of items.entries()) {
    if (item === '') continue;
    const [, id = '', base64 = ''] = SHAPE.exec(item) ?? [];
    const bytes = Buffer.from(base64, 'base64');
    const fault = findFault(id, bytes, keys);
    if (fault !== undefined) faults.push(`PALIER_CALL_KEYS, clé n° ${index + 1} : ${fault}`);
    else keys.set(id, createSecretKey(bytes));
  }
  return keys;
}

function findFault(id: string, bytes: Buffer, keys: CallKeys): string | undefined {
  if (id === '') return '« nom:clé en base64 » est attendu.';
  if (bytes.length < LEAST_BYTES)
    return `elle a ${bytes.length} ${bytes.length < 2 ? 'octet' : 'octets'}, ${LEAST_BYTES} au moins sont attendus.`;
  return keys.has(id) ? 'une autre porte déjà ce nom.' : undefined;
}
