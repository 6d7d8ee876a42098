import { readText, refuseUnknownArguments } from '../tool/read-arguments.ts';
import { createToolIndex } from './rank-tools.ts';
import type { Tool, ToolDefinition } from '../tool/tool.ts';

const MOST = 5;

/** A tool that names the others by the words of a question: for assistants that cannot hold all their descriptions. */
export function toFindTool(name: string, tools: readonly ToolDefinition[]): Tool {
  const index = createToolIndex(tools);
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  return {
    name,
    title: 'Trouver l’outil qui répond à une question',
    description:
      'Trouve parmi les autres outils ceux dont le nom, le titre et la description ont les mots d’une question, du plus proche au moins proche. Ne lit aucune donnée.',
    inputSchema: {
      type: 'object',
      properties: {
        texte: { type: 'string', minLength: 1, maxLength: 500, description: 'La question, en français.' },
      },
      required: ['texte'],
      additionalProperties: false,
    },
    outputSchema: {
      type: 'object',
      properties: {
        outils: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              nom: { type: 'string' },
              titre: { type: 'string' },
              description: { type: 'string' },
            },
          },
        },
      },
      required: ['outils'],
    },
    call(given) {
      refuseUnknownArguments(given, ['texte']);
      const names = index.rank(readText(given, 'texte', 500), MOST);
      const outils = names.flatMap((found) => {
        const tool = byName.get(found);
        return tool ? [{ nom: tool.name, titre: tool.title, description: tool.description }] : [];
      });
      return Promise.resolve({ outils });
    },
  };
}
