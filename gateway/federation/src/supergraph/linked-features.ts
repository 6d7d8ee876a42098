import { Kind, type ConstDirectiveNode, type ConstValueNode, type DocumentNode } from 'graphql';

/** One specification that a supergraph names in its schema definition, with the names it gives to its elements. */
export interface LinkedFeature {
  /** Name in the specification's address: `join`, `authenticated`, `cost`… */
  readonly name: string;
  /** The prefix of what is not imported: the name itself, unless the link says `as:`. */
  readonly prefix: string;
  /** Imported elements, as named in the specification (directives with their @), to their name in this document. */
  readonly imports: ReadonlyMap<string, string>;
  readonly link: ConstDirectiveNode;
  /** One of the specifications of federation itself. */
  readonly isOfApollo: boolean;
}

/** Reads every `@link` (or `@core`) of a supergraph, by the name of its specification. */
export function readLinkedFeatures(document: DocumentNode): ReadonlyMap<string, LinkedFeature> {
  const features = new Map<string, LinkedFeature>();
  for (const link of schemaDirectives(document)) {
    const feature = readLink(link);
    if (feature) features.set(feature.name, feature);
  }
  return features;
}

/** The name that a directive of a linked specification bears in the document, without its @. */
export function directiveNameIn(feature: LinkedFeature, directive: string): string {
  const imported = feature.imports.get(`@${directive}`);
  if (imported) return imported.slice(1);
  return directive === feature.name ? feature.prefix : `${feature.prefix}__${directive}`;
}

/** The name that a type of a linked specification bears in the document. */
export function typeNameIn(feature: LinkedFeature, type: string): string {
  return feature.imports.get(type) ?? `${feature.prefix}__${type}`;
}

function schemaDirectives(document: DocumentNode): readonly ConstDirectiveNode[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? [])
      : [],
  );
}

function readLink(link: ConstDirectiveNode): LinkedFeature | undefined {
  const argument = (name: string) =>
    link.arguments?.find((candidate) => candidate.name.value === name)?.value;
  const url = argument('url') ?? argument('feature');
  if (url?.kind !== Kind.STRING) return undefined;
  const name = nameInUrl(url.value);
  if (!name) return undefined;
  const prefix = argument('as');
  return {
    name,
    prefix: prefix?.kind === Kind.STRING ? prefix.value : name,
    imports: readImports(argument('import')),
    link,
    isOfApollo: url.value.startsWith('https://specs.apollo.dev/'),
  };
}

function nameInUrl(url: string): string | undefined {
  const segments = url.split('/').filter((segment) => segment !== '');
  const last = segments.at(-1);
  return last && /^v\d/.test(last) ? segments.at(-2) : last;
}

function readImports(value: ConstValueNode | undefined): ReadonlyMap<string, string> {
  const imports = new Map<string, string>();
  if (value?.kind !== Kind.LIST) return imports;
  for (const item of value.values) {
    if (item.kind === Kind.STRING) imports.set(item.value, item.value);
    if (item.kind !== Kind.OBJECT) continue;
    const entry = (name: string) => {
      const field = item.fields.find((candidate) => candidate.name.value === name)?.value;
      return field?.kind === Kind.STRING ? field.value : undefined;
    };
    const name = entry('name');
    if (name) imports.set(name, entry('as') ?? name);
  }
  return imports;
}
