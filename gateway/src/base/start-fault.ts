import { sayListenFault } from '@palier/calls/program/listen-fault';
import { toPrintable } from './printable.ts';

/** Why the gateway did not start, in one French line. */
export const sayFault = (error: unknown): string =>
  toPrintable(sayListenFault(error) ?? (error as Error).message);
