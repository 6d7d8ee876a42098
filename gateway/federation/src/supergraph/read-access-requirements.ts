import { Kind, type SelectionNode } from 'graphql';
import { accessDirectiveNames, readRule } from './access-directives.ts';
import { joinRules, type AccessRequirements, type AccessRule } from './access-requirements.ts';
import type { ContextArgument } from './context-arguments.ts';
import { parseFieldSet, typeInside } from './field-set.ts';
import { readText, type JoinNames } from './join-directives.ts';
import type { LinkedFeature } from './linked-features.ts';
import { joinedFields } from './required-paths.ts';
import { namedTypeOf, type SupergraphTypes } from './supergraph-types.ts';

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

function setRule(rules: Map<string, AccessRule>, key: string, rule: AccessRule | undefined): void {
  if (rule) rules.set(key, rule);
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
