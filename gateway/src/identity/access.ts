import type { Access } from '@palier/federation/supergraph/access-requirements';
import type { Identity } from '../request/identity.ts';

/** What the rules of the graph ask of a caller. */
export const toAccess = ({ subject, scopes, policies }: Identity): Access => ({
  authenticated: subject !== undefined,
  scopes,
  policies,
});
