import { createServer } from 'node:net';
import { sayListenFault } from '@palier/calls/program/listen-fault';
import { StartupError } from './errors.ts';

/**
 * Raises StartupError when this port cannot be had, before data are opened for nothing: whoever takes it meanwhile is
 * found out again at the real listening.
 */
export function refuseTakenPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(toStartupError(error)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

export const toStartupError = (error: Error): StartupError =>
  new StartupError(sayListenFault(error) ?? error.message);

/** Whether only programs of this machine can reach what listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
