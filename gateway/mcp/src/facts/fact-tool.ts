import { writeAddress } from '@palier/adresses/write-address';
import { toFactPath, pathOfFact } from '@palier/pages/fact-types/fact-types';
import { toContent } from '../claims/answer-content.ts';
import { readOperation } from '../claims/asked-reading.ts';
import { INSTANTS } from '../tool/input-schema.ts';
import { withClaims } from '../tool/output-schema.ts';
import { readAsOf, readText, refuseUnknownArguments } from '../tool/read-arguments.ts';
import type { Tool } from '../tool/tool.ts';
import type { FactTypes } from './fact-types.ts';

const LONGEST_CODE = 200;

export function toFactTool(name: string, types: FactTypes): Tool {
  return {
    name,
    title: 'Lire un fait par son type et son code',
    description:
      'Lit une chose du graphe que l’on sait nommer : un énoncé, un standard, une exigence, un territoire, une mesure… par le type et le code que donne `rechercher`. Ses valeurs, ce qui en fait partie, et le code des autres choses qu’elle touche.\nLes lignes que chaque fait cite sont dans `citations`.',
    inputSchema: {
      type: 'object',
      properties: {
        type: { type: 'string', enum: types.names, description: 'Type de la chose.' },
        code: {
          type: 'string',
          minLength: 1,
          maxLength: LONGEST_CODE,
          description: 'Son code ou son identifiant.',
        },
        ...INSTANTS,
      },
      required: ['type', 'code'],
      additionalProperties: false,
    },
    outputSchema: withClaims({
      type: ['object', 'null'],
      properties: { fait: { type: ['object', 'null'] } },
    }),
    async call(given, request) {
      refuseUnknownArguments(given, ['type', 'code', 'asOf', 'au']);
      const type = readText(given, 'type', LONGEST_CODE);
      const code = readText(given, 'code', LONGEST_CODE);
      const { asked, variables } = types.ask(type, code);
      const reading = await readOperation(asked, variables, readAsOf(given), request.read);
      const root = request.path.replace(/\/mcp$/, '');
      return toContent(reading, request, (asOf) => addressOfFact(root, { type, code }, asOf), [
        { key: 'fait', type, code },
      ]);
    },
  };
}

/** That of its page; without one, of a scheme that nobody takes for a link, and that `verifier` takes. */
function addressOfFact(
  root: string,
  { type, code }: { readonly type: string; readonly code: string },
  asOf: string | undefined,
): string {
  const page = pathOfFact(type, code);
  const path = page === undefined ? `palier:${root}${toFactPath(type, code)}` : `${root}${page}`;
  // Pages say an instant by « au ».
  return writeAddress(path, {}, { au: asOf });
}
