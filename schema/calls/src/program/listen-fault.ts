/** What Node says of an address that nothing can listen at. */
interface ListenFault {
  readonly code?: string;
  readonly port?: number;
  readonly address?: string;
  readonly hostname?: string;
}

/** Why nothing could listen there, in one French line; undefined for a fault of another kind. */
export function sayListenFault(error: unknown): string | undefined {
  const { code, port, address, hostname } = error as ListenFault;
  if (code === 'EADDRINUSE')
    return `Le port ${port} est déjà pris sur ${address} : arrêtez l’autre programme ou donnez un autre PORT.`;
  if (code === 'EACCES' && port !== undefined)
    return `Le port ${port} demande des droits que ce programme n’a pas : donnez un autre PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST ne désigne pas une adresse de cette machine (${hostname ?? address}).`;
  return undefined;
}
