import { Kind, type ConstDirectiveNode, type ConstValueNode, type SelectionNode } from 'graphql';
import type { ContextArgument } from './context-arguments.ts';
import { parseFieldSet, typeInside } from './field-set.ts';
import { readText, type JoinNames } from './join-directives.ts';
import { directiveNameIn, type LinkedFeature } from './linked-features.ts';
import { joinedFields } from './required-paths.ts';
import { namedTypeOf, type SupergraphTypes } from './supergraph-types.ts';

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

const NO_RULE: AccessRule = { authenticated: false, scopes: [], policies: [] };

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

/**
 * Reads who may see what. The rule of a field includes those of the fields that any subgraph requires to compute it, or
 * takes from above it: a value made of a protected one is as protected.
 */
export function readAccessRequirements(
  types: SupergraphTypes,
  features: ReadonlyMap<string, LinkedFeature>,
  join: JoinNames,
  contexts: readonly ContextArgument[],
): AccessRequirements {
  const names = accessDirectiveNames(features);
  if (names.size === 0) return { types: new Map(), fields: new Map() };
  const byType = new Map<string, AccessRule>();
  const byField = new Map<string, AccessRule>();
  for (const [name, type] of types.all) setRule(byType, name, readRule(type, names));
  for (const type of types.withFields) {
    for (const field of type.fields ?? []) {
      setRule(byField, `${type.name.value}.${field.name.value}`, readRule(field, names));
    }
  }
  const needs = readNeeds(types, join, contexts);
  const own = { types: byType, fields: withRequiredRules({ types: byType, fields: byField }, types, needs) };
  return { types: byType, fields: wholeRules(own, types) };
}

function wholeRules(own: AccessRequirements, types: SupergraphTypes): ReadonlyMap<string, AccessRule> {
  const whole = new Map<string, AccessRule>();
  for (const type of types.withFields) {
    for (const field of type.fields ?? []) {
      const rule = wholeRule(own, types, type.name.value, field.name.value);
      setRule(whole, `${type.name.value}.${field.name.value}`, rule);
    }
  }
  return whole;
}

function wholeRule(
  requirements: AccessRequirements,
  types: SupergraphTypes,
  type: string,
  field: string,
): AccessRule | undefined {
  let rule: AccessRule | undefined;
  for (const owner of new Set([type, ...types.subtypes(type)])) {
    rule = joinRules(rule, requirements.types.get(owner));
    rule = joinRules(rule, requirements.fields.get(`${owner}.${field}`));
  }
  const definition = types.field(type, field);
  return definition ? joinRules(rule, requirements.types.get(namedTypeOf(definition.type))) : rule;
}

type AccessKind = 'authenticated' | 'scopes' | 'policies';

function accessDirectiveNames(features: ReadonlyMap<string, LinkedFeature>): ReadonlyMap<string, AccessKind> {
  const kinds = { authenticated: 'authenticated', requiresScopes: 'scopes', policy: 'policies' } as const;
  const names = new Map<string, AccessKind>();
  for (const [name, kind] of Object.entries(kinds)) {
    const feature = features.get(name);
    if (feature) names.set(directiveNameIn(feature, name), kind);
  }
  return names;
}

function setRule(rules: Map<string, AccessRule>, key: string, rule: AccessRule | undefined): void {
  if (rule) rules.set(key, rule);
}

function readRule(
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

/** A selection that must be read, on objects of a type, to compute a field. */
interface Need {
  readonly coordinate: string;
  readonly type: string;
  readonly selections: readonly SelectionNode[];
}

function readNeeds(
  types: SupergraphTypes,
  join: JoinNames,
  contexts: readonly ContextArgument[],
): readonly Need[] {
  const required = [...joinedFields(types, join)].flatMap(({ type, field, directive }): readonly Need[] => {
    const requires = readText(directive, 'requires');
    return requires ? [{ coordinate: `${type}.${field}`, type, selections: parseFieldSet(requires) }] : [];
  });
  const taken = contexts.flatMap(({ type, field, selections, setters }) =>
    setters.map((setter): Need => {
      return { coordinate: `${type}.${field}`, type: setter, selections };
    }),
  );
  return [...required, ...taken];
}

function withRequiredRules(
  own: AccessRequirements,
  types: SupergraphTypes,
  needs: readonly Need[],
): ReadonlyMap<string, AccessRule> {
  const rules = new Map(own.fields);
  let changed = true;
  // A required field may itself require others: until nothing changes, at most once per field.
  while (changed) {
    changed = false;
    for (const { coordinate, type, selections } of needs) {
      const known = rules.get(coordinate);
      const current = { types: own.types, fields: rules };
      const rule = joinRules(known, selectionRule(selections, type, current, types));
      if (!rule || rule === known) continue;
      rules.set(coordinate, rule);
      changed = true;
    }
  }
  return rules;
}

function selectionRule(
  selections: readonly SelectionNode[],
  type: string,
  requirements: AccessRequirements,
  types: SupergraphTypes,
): AccessRule | undefined {
  let rule: AccessRule | undefined;
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
    const inner = typeInside(selection, type, types);
    if (selection.kind === Kind.FIELD) {
      // The type itself was reached already: only the field and what it gives count here.
      for (const owner of [type, ...types.subtypes(type)]) {
        rule = joinRules(rule, requirements.fields.get(`${owner}.${selection.name.value}`));
      }
      rule = joinRules(rule, requirements.types.get(inner));
    }
    if (selection.selectionSet) {
      rule = joinRules(rule, selectionRule(selection.selectionSet.selections, inner, requirements, types));
    }
  }
  return rule;
}

function includesRule(rule: AccessRule, other: AccessRule): boolean {
  return (
    (rule.authenticated || !other.authenticated) &&
    other.scopes.every((list) => includesList(rule.scopes, list)) &&
    other.policies.every((list) => includesList(rule.policies, list))
  );
}
