import { createServer } from 'node:net';
import { StartupError } from './errors.ts';

/**
 * Raises StartupError when this port cannot be had, before data are opened for nothing: whoever takes it meanwhile is
 * found out again at the real listening.
 */
export function refuseTakenPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new StartupError(sayListenFault(error, port, host))));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Why nothing could listen there, in one French line. */
export function sayListenFault(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE')
    return `Le port ${port} est déjà pris sur ${host} : arrêtez l’autre programme ou donnez un autre PORT.`;
  if (error.code === 'EACCES')
    return `Le port ${port} demande des droits que ce programme n’a pas : donnez un autre PORT.`;
  return `HOST ne désigne pas une adresse de cette machine (${host}).`;
}

/** Whether only programs of this machine can reach what listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
