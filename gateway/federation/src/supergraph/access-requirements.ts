/** What a caller must be or hold. Each list of alternatives is an « or » of « ands »: one inner list must hold whole. */
export interface AccessRule {
  readonly authenticated: boolean;
  readonly scopes: readonly (readonly (readonly string[])[])[];
  readonly policies: readonly (readonly (readonly string[])[])[];
}

/** Who a caller is, as far as access goes. */
export interface Access {
  readonly authenticated: boolean;
  readonly scopes: ReadonlySet<string>;
  readonly policies: ReadonlySet<string>;
}

export interface AccessRequirements {
  /** To ask for a value as one of this type. */
  readonly types: ReadonlyMap<string, AccessRule>;
  /**
   * To read `Type.field`: the field's own rule, those of its type, of what it gives, of what it requires, and of every
   * object its place may hold.
   */
  readonly fields: ReadonlyMap<string, AccessRule>;
}

export const NO_ACCESS: Access = { authenticated: false, scopes: new Set(), policies: new Set() };

export function isAllowed(rule: AccessRule, access: Access): boolean {
  if (rule.authenticated && !access.authenticated) return false;
  const holdsOne = (held: ReadonlySet<string>) => (alternatives: readonly (readonly string[])[]) =>
    alternatives.some((all) => all.every((item) => held.has(item)));
  return rule.scopes.every(holdsOne(access.scopes)) && rule.policies.every(holdsOne(access.policies));
}

/** Why something is not given: somebody nobody knows may only need to say who they are. */
export const refusalFor = ({ authenticated }: Access): 'ACCES_REFUSE' | 'AUTHENTIFICATION_REQUISE' =>
  authenticated ? 'ACCES_REFUSE' : 'AUTHENTIFICATION_REQUISE';

/** Both rules at once. */
export function joinRules(
  first: AccessRule | undefined,
  second: AccessRule | undefined,
): AccessRule | undefined {
  if (!first || !second) return first ?? second;
  if (includesRule(first, second)) return first;
  return {
    authenticated: first.authenticated || second.authenticated,
    scopes: joinLists(first.scopes, second.scopes),
    policies: joinLists(first.policies, second.policies),
  };
}

type Lists = AccessRule['scopes'];

function joinLists(first: Lists, second: Lists): Lists {
  return [...first, ...second.filter((list) => !includesList(first, list))];
}

function includesList(lists: Lists, list: Lists[number]): boolean {
  return lists.some((known) => JSON.stringify(known) === JSON.stringify(list));
}

function includesRule(rule: AccessRule, other: AccessRule): boolean {
  return (
    (rule.authenticated || !other.authenticated) &&
    other.scopes.every((list) => includesList(rule.scopes, list)) &&
    other.policies.every((list) => includesList(rule.policies, list))
  );
}
