import { createStore } from '../base/store.ts';
import type { Claims } from './read-claims.ts';

/** A token that was given to this page. It is kept by nothing but this page, and lives no longer. */
export interface HeldToken {
  readonly token: string;
  /** What it says of who holds it; nothing when it is not readable. */
  readonly claims: Claims | undefined;
}

/** The past instant that is read, as it was given; nothing for now. */
export const INSTANT = createStore<string | undefined>(undefined);
/** Who asks; nothing for nobody known. */
export const IDENTITY = createStore<HeldToken | undefined>(undefined);
export const HELD_TOKENS = createStore<readonly HeldToken[]>([]);

type Headers = Readonly<Record<string, string>>;

export const identityHeaders = (held: HeldToken | undefined): { readonly authorization?: string } =>
  held === undefined ? {} : { authorization: `Bearer ${held.token}` };

/** What to send with an operation, so that it is asked by whom and of when was chosen. */
export function sessionHeaders(): Headers {
  const instant = INSTANT.get();
  return { ...identityHeaders(IDENTITY.get()), ...(instant !== undefined && { 'palier-au': instant }) };
}
