import type { Access } from '../planning/access-requirements.ts';
import type { Identity } from './identity.ts';

/** What the rules of the graph ask of a caller. */
export const toAccess = ({ subject, scopes, policies }: Identity): Access => ({
  authenticated: subject !== undefined,
  scopes,
  policies,
});
