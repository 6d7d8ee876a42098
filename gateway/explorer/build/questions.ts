import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type ASTNode,
  type ConstDirectiveNode,
  TypeInfo,
  buildASTSchema,
  getNamedType,
  parse,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Plugin } from 'vite';
import { type Question, toQuestion } from '../src/questions/question.ts';

const ROOT = new URL('../../../', import.meta.url);
const QUESTIONS = new URL('test/questions/', ROOT);
const SUPERGRAPH = new URL('schema/supergraph.graphql', ROOT);

/** The modules that the page imports, and which questions each holds. */
const MODULES: Readonly<Record<string, (namesTagged: boolean) => boolean>> = {
  'virtual:questions/open': (namesTagged) => !namesTagged,
  'virtual:questions/tagged': (namesTagged) => namesTagged,
};
export const TAGGED_CHUNK = 'tagged';

/**
 * The questions that the tests ask of the graph are those that people see. Those that name an element bearing a tag, which
 * a contract may hide, are built apart: the gateway serves that file only where everybody may see the whole graph.
 */
export function questions(): Plugin {
  return {
    name: 'questions',
    resolveId: (id) => (id in MODULES ? `\0${id}` : null),
    load(id) {
      const keeps = MODULES[id.slice(1)];
      if (keeps === undefined) return null;
      const namesTagged = readTags();
      const kept = listQuestions().filter(({ query }) => keeps(namesTagged(query)));
      return `export default ${JSON.stringify(kept)};`;
    },
  };
}

function listQuestions(): Question[] {
  return readdirSync(QUESTIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) =>
      toQuestion({
        query: read(new URL(`${name}/query.graphql`, QUESTIONS)),
        description: JSON.parse(read(new URL(`${name}/question.json`, QUESTIONS))),
      }),
    )
    .filter((question) => question !== undefined)
    .sort((one, other) => one.id.localeCompare(other.id, 'fr', { numeric: true }));
}

/** @returns whether a query names an element of the graph that bears a tag, or gives one */
function readTags(): (query: string) => boolean {
  const schema = buildASTSchema(parse(read(SUPERGRAPH)), { assumeValid: true });
  return (query) => {
    const info = new TypeInfo(schema);
    let found = false;
    const look = (): void => {
      const given = [
        info.getFieldDef(),
        getNamedType(info.getType()),
        info.getArgument(),
        info.getEnumValue(),
      ];
      if (given.some((element) => isTagged(element?.astNode))) found = true;
    };
    visit(parse(query), visitWithTypeInfo(info, { enter: look }));
    return found;
  };
}

function isTagged(node: ASTNode | null | undefined): boolean {
  const directives = (node as { directives?: readonly ConstDirectiveNode[] } | null | undefined)?.directives;
  return directives?.some(({ name }) => name.value === 'tag') ?? false;
}

const read = (file: URL): string => readFileSync(fileURLToPath(file), 'utf8');
