import * as calls from '@palier/calls/identity';

/** Who sends a request, as far as a verified token tells. */
export interface Identity extends calls.Identity {
  /** The same for two identities exactly when nothing else tells them apart. */
  readonly key: string;
}

/** A caller without a token. */
export const ANONYMOUS: Identity = { ...calls.ANONYMOUS, key: '' };
