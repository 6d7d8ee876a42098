import { readInstant } from '@palier/adresses/read-instant';
import { DEMONSTRATION_WARNING } from '@palier/adresses/metadata';
import { Refusal } from '@palier/gateway/errors/errors';
import type { MountRequest } from '@palier/gateway/http/mount';
import { toConflict, toOwedAbsence, toVersions } from '../claims/answer-content.ts';
import type { FactTypes } from '../facts/fact-types.ts';
import { INSTANTS } from '../tool/input-schema.ts';
import { readKnownAddress } from './known-address.ts';
import { judge } from './judge-claim.ts';
import { CLAIMS } from '../tool/output-schema.ts';
import { readAsOf, readText, refuseUnknownArguments } from '../tool/read-arguments.ts';
import { readValue } from './read-value.ts';
import type { Tool, ToolArguments } from '../tool/tool.ts';

const LONGEST_ADDRESS = 4_000;

/** Says whether a value is what Palier says at an address, said once, or never said. */
export function toVerifyTool(name: string, types: FactTypes): Tool {
  return {
    name,
    title: 'Vérifier une valeur : exacte, changée depuis, ou jamais dite',
    description:
      'Dit si une valeur est bien celle que donne une adresse, à un instant : EXACTE ; CHANGEE_DEPUIS, avec la valeur d’à présent, l’instant et l’acte du changement ; JAMAIS_DITE à cette adresse ; INDETERMINEE, quand la mémoire ne permet pas de le dire. L’adresse est celle qu’une réponse donne dans `adresse`, puis « # » et le pointeur JSON de la valeur, où un élément d’une liste se désigne par sa place ou, mieux, par ce qui le nomme : « nodes/[code=06112]/nom ». À appeler pour chaque chiffre avant de le citer.',
    inputSchema: {
      type: 'object',
      properties: {
        adresse: {
          type: 'string',
          minLength: 1,
          maxLength: LONGEST_ADDRESS,
          description: 'Par exemple « /q/quatre-minutes?territoire=06112#/data/territoireClsc/nom ».',
        },
        valeur: {
          description: 'La valeur à vérifier : un nombre, un texte, un booléen, nul, une liste ou un objet.',
        },
        ...INSTANTS,
      },
      required: ['adresse', 'valeur'],
      additionalProperties: false,
    },
    outputSchema: OUTPUT,
    call: (given, request) => verify(given, request, types),
  };
}

const nullable = (type: string) => ({ type: [type, 'null'] });

const OUTPUT: Tool['outputSchema'] = {
  type: 'object',
  properties: {
    verdict: { type: 'string', enum: ['EXACTE', 'CHANGEE_DEPUIS', 'JAMAIS_DITE', 'INDETERMINEE'] },
    explication: { type: 'string' },
    alors: { description: 'La valeur à cette adresse, à l’instant demandé.' },
    maintenant: { description: 'La valeur à cette adresse, à présent.' },
    existe: { type: 'boolean', description: 'Faux quand le pointeur ne mène à rien à cet instant.' },
    changement: {
      ...nullable('object'),
      description: 'Quand la valeur a cessé d’être celle-là, et par quel acte.',
      properties: { instant: { type: 'string' }, acte: nullable('object') },
    },
    citations: { type: 'array', items: { type: 'object' } },
    conflits: CLAIMS['conflits']!,
    absences: CLAIMS['absences']!,
    versions: CLAIMS['versions']!,
    demonstration: { type: 'boolean' },
    avertissement: nullable('string'),
    lu: { type: 'string' },
    asOf: nullable('string'),
    etatsLus: { type: 'integer', description: 'États d’avant que l’on a regardés.' },
  },
  required: [
    'verdict',
    'explication',
    'existe',
    'changement',
    'citations',
    'conflits',
    'absences',
    'versions',
    'demonstration',
    'lu',
    'asOf',
    'etatsLus',
  ],
};

async function verify(given: ToolArguments, request: MountRequest, types: FactTypes): Promise<object> {
  refuseUnknownArguments(given, ['adresse', 'valeur', 'asOf', 'au']);
  if (given['valeur'] === undefined)
    throw new Refusal('BAD_USER_INPUT', {
      detail: 'L’argument « valeur » manque.',
      facts: { argument: 'valeur' },
    });
  const root = request.path.replace(/\/mcp$/, '');
  const address = readKnownAddress(readText(given, 'adresse', LONGEST_ADDRESS), root, request.graph(), types);
  const asOf = instantOf(readAsOf(given), address.asOf, request);
  // Before anything is read: what is written meanwhile is after it.
  const lu = new Date().toISOString();
  const then = await readValue(address, asOf, request);
  const now = asOf === undefined ? then : await readValue(address, undefined, request);
  const judged = await judge({ said: given['valeur'], then, now, asOf, address, request });
  const isDemonstration = then.sources.some(({ origine }) => origine === 'DEMONSTRATION');
  return {
    ...judged,
    alors: then.value ?? null,
    maintenant: now.value ?? null,
    existe: then.value !== undefined,
    citations: then.sources.map(({ origine, document, section, lignes }) => ({
      origine,
      document: document?.code ?? null,
      section: section ?? null,
      lignes: lignes ?? null,
    })),
    conflits: then.claims.conflits.map(toConflict),
    absences: then.claims.absences.map(toOwedAbsence),
    versions: toVersions(then.result),
    demonstration: isDemonstration,
    avertissement: isDemonstration ? DEMONSTRATION_WARNING : null,
    lu,
    asOf: asOf ?? null,
  };
}

/** Said by the argument, by the address or by the request, it is the same. @throws {Refusal} INSTANT_INVALIDE */
function instantOf(
  argument: string | undefined,
  inAddress: string | undefined,
  { headers }: MountRequest,
): string | undefined {
  const said = [argument, inAddress, headers['palier-au']].filter((text) => text !== undefined);
  const [instant, ...others] = new Set(said.map((text) => readInstant('asOf', text)));
  if (others.length > 0)
    throw new Refusal('INSTANT_INVALIDE', { detail: 'Il est donné plusieurs fois, et n’est pas le même.' });
  return instant;
}
