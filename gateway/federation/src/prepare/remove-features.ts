import { visit, type ASTNode, type DocumentNode } from 'graphql';
import { directiveNameIn, type LinkedFeature } from '../supergraph/linked-features.ts';

/** The document without some linked specifications: their links, definitions, scalars and every use of them. */
export function removeFeatures(document: DocumentNode, features: readonly LinkedFeature[]): DocumentNode {
  if (features.length === 0) return document;
  const links = new Set<ASTNode>(features.map((feature) => feature.link));
  const directives = new Set(features.map((feature) => directiveNameIn(feature, feature.name)));
  const imported = new Set(features.flatMap((feature) => [...feature.imports.values()]));
  const isOwned = (name: string) =>
    imported.has(name) || features.some((feature) => name.startsWith(`${feature.prefix}__`));
  return visit(document, {
    Directive: (node) => (directives.has(node.name.value) || links.has(node) ? null : undefined),
    DirectiveDefinition: (node) => (directives.has(node.name.value) ? null : undefined),
    ScalarTypeDefinition: (node) => (isOwned(node.name.value) ? null : undefined),
  });
}
