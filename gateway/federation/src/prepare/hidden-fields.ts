import { Kind, type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode } from 'graphql';
import type { ContextSetters } from '../supergraph/context-arguments.ts';
import { Hiding, type HiddenField } from './hiding.ts';
import { directivesNamed, readArguments, readText, type JoinNames } from '../supergraph/join-directives.ts';
import { rewriteRequires } from './rewrite-required.ts';
import type { FieldsType, SupergraphTypes } from '../supergraph/supergraph-types.ts';
import { dropExternals, unusedExternals } from './unused-externals.ts';

export interface HiddenFields {
  readonly document: DocumentNode;
  /** By the name of the hidden field. */
  readonly fields: ReadonlyMap<string, HiddenField>;
}

/**
 * Gives each argument set that a `@requires` or a `@fromContext` names a field of its own. The planner merges two uses of
 * a field by name alone: a client's `comments(limit: 1)` and a required `comments(limit: 3)` would become one.
 */
export function hideRequiredArguments(
  document: DocumentNode,
  types: SupergraphTypes,
  join: JoinNames,
  inaccessible: string,
  setters: ContextSetters,
): HiddenFields {
  const hiding = new Hiding(types);
  const rewritten = types.withFields.map((type) => rewriteRequires(type, join, hiding, setters));
  if (hiding.fields.size === 0) return { document, fields: hiding.fields };
  const byName = new Map(rewritten.map((type) => [type.name.value, type]));
  const unused = unusedExternals(rewritten, types, join, hiding, setters);
  return {
    fields: hiding.fields,
    document: {
      ...document,
      definitions: document.definitions.map((definition) => {
        const type = 'name' in definition && definition.name ? byName.get(definition.name.value) : undefined;
        return type
          ? addHiddenFields(dropExternals(type, unused, join), hiding, join, inaccessible)
          : definition;
      }),
    },
  };
}

function addHiddenFields(
  type: FieldsType,
  hiding: Hiding,
  join: JoinNames,
  inaccessible: string,
): FieldsType {
  const names = hiding.namesByType.get(type.name.value);
  if (!names) return type;
  const added = [...names].flatMap((name) => {
    const hidden = hiding.fields.get(name);
    const model = hidden && hiding.types.field(type.name.value, hidden.field);
    return model
      ? [hiddenDefinition(model, name, joinsOf(model, name, type, join, hiding), inaccessible)]
      : [];
  });
  return { ...type, fields: [...(type.fields ?? []), ...added] } as FieldsType;
}

function hiddenDefinition(
  model: FieldDefinitionNode,
  name: string,
  joins: readonly ConstDirectiveNode[],
  inaccessible: string,
): FieldDefinitionNode {
  return {
    kind: Kind.FIELD_DEFINITION,
    name: { kind: Kind.NAME, value: name },
    type: model.type,
    directives: [...joins, { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: inaccessible } }],
  };
}

/** Where the field itself is, the hidden one is; except where it is external and nothing there asks for the hidden one. */
function joinsOf(
  model: FieldDefinitionNode,
  name: string,
  type: FieldsType,
  join: JoinNames,
  hiding: Hiding,
): readonly ConstDirectiveNode[] {
  return directivesNamed(model, join.field).filter((directive) => {
    const graph = readText(directive, 'graph');
    const isExternal = readArguments(directive).get('external') === true;
    return !isExternal || graph === undefined || hiding.isNeeded(graph, type, name);
  });
}
