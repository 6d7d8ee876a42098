import { createSecretKey, type KeyObject } from 'node:crypto';
import type { VariableReader } from '../../base/variable-reader.ts';

/** A secret that the gateway and the subgraphs share. A `KeyObject` does not show its bytes when it is printed. */
export interface CallKey {
  readonly id: string;
  readonly secret: KeyObject;
}

/** Shorter secrets could be guessed. */
const LEAST_BYTES = 32;
const SHAPE = /^([\w.-]{1,64}):([\w+/-]+={0,2})$/;

/** `id:base64,id2:base64`. The first signs; the others are those whose turn is over, or has not come. */
export function readCallKeys(text: string | undefined, reader: VariableReader): readonly CallKey[] {
  const items = (text ?? '').split(',').map((item) => item.trim());
  const keys = items.flatMap((item, index) => (item === '' ? [] : readKey(item, index + 1, reader)));
  const twice = keys.find(({ id }, index) => keys.findIndex((key) => key.id === id) !== index);
  if (twice) reader.report(`PALIER_CALL_KEYS donne deux clés sous le nom « ${twice.id} ».`);
  return keys;
}

/** The faults say which key is wrong by its place: neither it nor its name, which may be a misplaced key, is repeated. */
function readKey(item: string, place: number, reader: VariableReader): readonly CallKey[] {
  const [, id, base64] = SHAPE.exec(item) ?? [];
  if (id === undefined || base64 === undefined) {
    reader.report(`PALIER_CALL_KEYS, clé n° ${place} : « nom:clé en base64 » est attendu.`);
    return [];
  }
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length < LEAST_BYTES) {
    reader.report(
      `PALIER_CALL_KEYS, clé n° ${place} : elle a ${bytes.length} octets, ${LEAST_BYTES} au moins sont attendus.`,
    );
    return [];
  }
  return [{ id, secret: createSecretKey(bytes) }];
}
