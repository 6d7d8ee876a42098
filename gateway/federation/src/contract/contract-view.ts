import { Kind, parse, visit, type DocumentNode } from 'graphql';
import { toContractSupergraph, type TagFilter } from './contract.ts';
import { directivesNamed, readText } from '../supergraph/join-directives.ts';
import { directiveNameIn, readLinkedFeatures } from '../supergraph/linked-features.ts';
import { buildApiSchema, printApiSchema } from '../prepare/client-schema.ts';
import { EngineError } from '../errors/engine-error.ts';
import { parseSupergraph, prepareSupergraph } from '../prepare/prepare-supergraph.ts';

/** One part of the graph, shown under a name. */
export interface ContractDefinition {
  readonly name: string;
  readonly filter: TagFilter;
}

/** What a contract shows of one supergraph. Plain data: it crosses threads. */
export interface ContractView {
  readonly name: string;
  /** The schema its clients see. */
  readonly apiSdl: string;
  /** Names that the supergraph has and that nothing its clients see bears. */
  readonly hiddenNames: ReadonlySet<string>;
}

/**
 * A tag that nothing bears is refused: misspelt, it would show what was meant to be hidden.
 *
 * @throws SUPERGRAPHE_INVALIDE when a tag is unknown, or nothing that can be served is left
 */
export function readContractView(supergraphSdl: string, { name, filter }: ContractDefinition): ContractView {
  const document = parseSupergraph(supergraphSdl);
  refuseUnknownTags(document, name, filter);
  const apiSdl = toApiSdl(supergraphSdl, name, filter);
  const shown = namesDefinedIn(parse(apiSdl, { noLocation: true }));
  const hiddenNames = [...namesDefinedIn(document)].filter((candidate) => !shown.has(candidate));
  return { name, apiSdl, hiddenNames: new Set(hiddenNames) };
}

function toApiSdl(supergraphSdl: string, name: string, filter: TagFilter): string {
  try {
    const prepared = prepareSupergraph(toContractSupergraph(supergraphSdl, filter));
    return printApiSchema(buildApiSchema(prepared.sdl), prepared);
  } catch (cause) {
    const reason = cause instanceof EngineError ? (cause.originalError ?? cause).message : String(cause);
    throw new EngineError('SUPERGRAPHE_INVALIDE', undefined, {
      originalError: new Error(`Le contrat « ${name} » : ${reason}`),
    });
  }
}

function refuseUnknownTags(
  document: DocumentNode,
  name: string,
  { include = [], exclude = [] }: TagFilter,
): void {
  const borne = tagsIn(document);
  const unknown = [...include, ...exclude].filter((tag) => !borne.has(tag));
  if (unknown.length === 0) return;
  const said = unknown.map((tag) => `« ${tag} »`).join(', ');
  throw new EngineError('SUPERGRAPHE_INVALIDE', `Le contrat « ${name} » nomme ${said}, que rien n’y porte.`);
}

function tagsIn(document: DocumentNode): ReadonlySet<string> {
  const tag = readLinkedFeatures(document).get('tag');
  const directive = tag ? directiveNameIn(tag, 'tag') : 'tag';
  const tags = new Set<string>();
  visit(document, {
    enter(node) {
      if (!('directives' in node)) return;
      for (const found of directivesNamed(node as Parameters<typeof directivesNamed>[0], directive)) {
        const name = readText(found, 'name');
        if (name !== undefined) tags.add(name);
      }
    },
  });
  return tags;
}

/** Of types, fields, arguments and values that clients could learn of. */
function namesDefinedIn(document: DocumentNode): ReadonlySet<string> {
  const prefixes = [...readLinkedFeatures(document).values()].map(({ prefix }) => `${prefix}__`);
  const names = new Set<string>();
  visit(document, {
    enter(node) {
      if (!node.kind.endsWith('Definition') || !('name' in node) || !node.name) return undefined;
      const name = node.name.value;
      const isOfTheEngine = prefixes.some((prefix) => name.startsWith(prefix));
      if (isOfTheEngine || node.kind === Kind.DIRECTIVE_DEFINITION) return false;
      names.add(name);
      return undefined;
    },
  });
  return names;
}
