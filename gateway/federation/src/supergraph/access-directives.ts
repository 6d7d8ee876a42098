import { Kind, type ConstDirectiveNode, type ConstValueNode } from 'graphql';
import { joinRules, type AccessRule } from './access-requirements.ts';
import { directiveNameIn, type LinkedFeature } from './linked-features.ts';

/** What a directive asks a caller for. */
type AccessKind = 'authenticated' | 'scopes' | 'policies';

/** The access directives of a supergraph, under the names it gives them. */
export function accessDirectiveNames(
  features: ReadonlyMap<string, LinkedFeature>,
): ReadonlyMap<string, AccessKind> {
  const kinds = { authenticated: 'authenticated', requiresScopes: 'scopes', policy: 'policies' } as const;
  const names = new Map<string, AccessKind>();
  for (const [name, kind] of Object.entries(kinds)) {
    const feature = features.get(name);
    if (feature) names.set(directiveNameIn(feature, name), kind);
  }
  return names;
}

const NO_RULE: AccessRule = { authenticated: false, scopes: [], policies: [] };

/** What all the access directives of a type or a field ask together. */
export function readRule(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  names: ReadonlyMap<string, AccessKind>,
): AccessRule | undefined {
  let rule: AccessRule | undefined;
  for (const directive of node.directives ?? []) {
    const kind = names.get(directive.name.value);
    if (!kind) continue;
    rule = joinRules(rule, toRule(kind, directive));
  }
  return rule;
}

function toRule(kind: AccessKind, directive: ConstDirectiveNode): AccessRule {
  if (kind === 'authenticated') return { ...NO_RULE, authenticated: true };
  return { ...NO_RULE, [kind]: [readAlternatives(directive.arguments?.[0]?.value)] };
}

/** An argument of a shape that is not understood leaves no alternative: nobody passes. */
function readAlternatives(value: ConstValueNode | undefined): readonly (readonly string[])[] {
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((inner) => {
    const items = inner.kind === Kind.LIST ? inner.values : [inner];
    const texts = items.map((item) => (item.kind === Kind.STRING ? item.value : undefined));
    return texts.every((text) => text !== undefined) ? [texts] : [];
  });
}
