import {
  DirectiveLocation,
  Kind,
  visit,
  type ArgumentNode,
  type ASTNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
} from 'graphql';
import type { LinkedFeature } from '../supergraph/linked-features.ts';

const EXECUTABLE: ReadonlySet<string> = new Set([
  DirectiveLocation.QUERY,
  DirectiveLocation.MUTATION,
  DirectiveLocation.SUBSCRIPTION,
  DirectiveLocation.FIELD,
  DirectiveLocation.FRAGMENT_DEFINITION,
  DirectiveLocation.FRAGMENT_SPREAD,
  DirectiveLocation.INLINE_FRAGMENT,
  DirectiveLocation.VARIABLE_DEFINITION,
]);

/**
 * Lets clients use the directives that subgraphs compose for them. The engine takes everything of a linked
 * specification out of the clients' schema: a specification of one's own that has such directives is unlinked, and what
 * it says of the schema itself stays hidden as before.
 */
export function keepExecutableDirectives(
  document: DocumentNode,
  features: ReadonlyMap<string, LinkedFeature>,
): DocumentNode {
  const own = [...features.values()].filter((feature) => !feature.isOfApollo);
  const opened = own.filter((feature) =>
    document.definitions.some((node) => isExecutable(node) && isOf(feature, node.name.value)),
  );
  if (opened.length === 0) return document;
  const links = new Set<ASTNode>(opened.map((feature) => feature.link));
  const isOpened = (name: string) => opened.some((feature) => isOf(feature, name));
  return visit(document, {
    Directive: (node) => (links.has(node) || isOpened(node.name.value) ? null : undefined),
    DirectiveDefinition: (node) => {
      if (!isOpened(node.name.value)) return undefined;
      const locations = node.locations.filter((location) => EXECUTABLE.has(location.value));
      return locations.length > 0 ? { ...node, locations } : null;
    },
  });
}

/**
 * The default arguments of each directive that clients may use, by its name. A subgraph may declare the same argument
 * as required: it must be sent.
 */
export function readDirectiveDefaults(document: DocumentNode): ReadonlyMap<string, readonly ArgumentNode[]> {
  const defaults = new Map<string, readonly ArgumentNode[]>();
  for (const node of document.definitions) {
    if (!isExecutable(node)) continue;
    const values = (node.arguments ?? []).flatMap(({ name, defaultValue }): readonly ArgumentNode[] =>
      defaultValue ? [{ kind: Kind.ARGUMENT, name, value: defaultValue }] : [],
    );
    if (values.length > 0) defaults.set(node.name.value, values);
  }
  return defaults;
}

function isExecutable(node: ASTNode): node is DirectiveDefinitionNode {
  return (
    node.kind === Kind.DIRECTIVE_DEFINITION &&
    node.locations.some((location) => EXECUTABLE.has(location.value))
  );
}

function isOf(feature: LinkedFeature, directive: string): boolean {
  if (directive === feature.prefix || directive.startsWith(`${feature.prefix}__`)) return true;
  return [...feature.imports.values()].includes(`@${directive}`);
}
