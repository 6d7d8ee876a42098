import { setFlagsFromString } from 'node:v8';

/**
 * Garbage is collected when it is as much as what is held, where V8 waits until it is three times that: what a long file takes beside
 * falls to less than a half, for a twentieth of CPU more. Other answers take no more.
 */
export function collectSooner() {
  setFlagsFromString('--heap-growing-percent=100');
}
