import { toPrintable } from './printable.ts';

interface ListenFault {
  readonly code?: string;
  readonly port?: number;
  readonly address?: string;
  readonly message: string;
}

/** Why the gateway did not start, in one French line. */
export const sayFault = (error: unknown): string => toPrintable(nameFault(error));

function nameFault(error: unknown): string {
  const { code, port, address, message } = error as ListenFault;
  if (code === 'EADDRINUSE')
    return `Le port ${port} est déjà pris sur ${address} : arrêtez l’autre programme ou donnez un autre PORT.`;
  if (code === 'EACCES' && port !== undefined)
    return `Le port ${port} demande des droits que ce programme n’a pas : donnez un autre PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST ne désigne pas une adresse de cette machine (${message}).`;
  return message;
}
