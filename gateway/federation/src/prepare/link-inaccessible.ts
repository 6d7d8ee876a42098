import { Kind, parse, type DocumentNode, type SchemaDefinitionNode } from 'graphql';
import { directiveNameIn, type LinkedFeature } from '../supergraph/linked-features.ts';

const URL = 'https://specs.apollo.dev/inaccessible/v0.2';
const DEFINITION =
  'directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION';

/** The name of `@inaccessible` in a supergraph, whether it links it already or is going to. */
export function inaccessibleNameIn(features: ReadonlyMap<string, LinkedFeature>): string {
  const feature = features.get('inaccessible');
  return feature ? directiveNameIn(feature, 'inaccessible') : 'inaccessible';
}

/** The supergraph with the link that `@inaccessible` needs, if it lacks it. */
export function linkInaccessible(
  document: DocumentNode,
  features: ReadonlyMap<string, LinkedFeature>,
): DocumentNode {
  if (features.has('inaccessible')) return document;
  const linkName = features.get('join')?.link.name.value ?? 'link';
  const added = parse(`schema @${linkName}(url: "${URL}", for: SECURITY) { query: Query } ${DEFINITION}`, {
    noLocation: true,
  });
  const [schema, definition] = added.definitions;
  const links = (schema as SchemaDefinitionNode).directives ?? [];
  const definitions = document.definitions.map((node) =>
    node.kind === Kind.SCHEMA_DEFINITION
      ? { ...node, directives: [...(node.directives ?? []), ...links] }
      : node,
  );
  return { ...document, definitions: definition ? [...definitions, definition] : definitions };
}
