import { readInstant } from '@palier/adresses/read-instant';
import { DEMONSTRATION_WARNING } from '@palier/adresses/metadata';
import { Refusal } from '@palier/gateway/errors/errors';
import { GraphFault } from '@palier/gateway/http/graph-fault';
import type { RoomRequest } from '@palier/gateway/http/room';
import type { FactTypes } from './fact-tool.ts';
import { INSTANTS } from './input-schema.ts';
import { readKnownAddress, type KnownAddress } from './known-address.ts';
import { listChanges, type Change } from './list-changes.ts';
import { narrowOperation } from './narrow-operation.ts';
import { readAsOf, readText, refuseUnknownArguments } from './read-arguments.ts';
import { isBeforeMemory, isSameValue, readValue, type ValueThere } from './read-value.ts';
import type { Tool, ToolArguments } from './tool.ts';

const LONGEST_ADDRESS = 4_000;
/** States of before that are looked at. */
const MOST_STATES = 60;

type Verdict = 'EXACTE' | 'CHANGEE_DEPUIS' | 'JAMAIS_DITE' | 'INDETERMINEE';

/** Says whether a value is what Palier says at an address, said once, or never said. */
export function toVerifyTool(name: string, types: FactTypes): Tool {
  return {
    name,
    title: 'Vérifier une valeur : exacte, changée depuis, ou jamais dite',
    description:
      'Dit si une valeur est bien celle que donne une adresse, à un instant : EXACTE ; CHANGEE_DEPUIS, avec la valeur d’à présent, l’instant et l’acte du changement ; JAMAIS_DITE à cette adresse ; INDETERMINEE, quand la mémoire ne permet pas de le dire. L’adresse est celle qu’une réponse donne dans `adresse`, puis « # » et le pointeur JSON de la valeur. À appeler pour chaque chiffre avant de le citer.',
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
    'demonstration',
    'lu',
    'asOf',
    'etatsLus',
  ],
};

async function verify(given: ToolArguments, request: RoomRequest, types: FactTypes): Promise<object> {
  refuseUnknownArguments(given, ['adresse', 'valeur', 'asOf', 'au']);
  if (given['valeur'] === undefined)
    throw new Refusal('BAD_USER_INPUT', {
      detail: 'L’argument « valeur » manque.',
      facts: { argument: 'valeur' },
    });
  const root = request.path.replace(/\/mcp$/, '');
  const address = readKnownAddress(readText(given, 'adresse', LONGEST_ADDRESS), root, request.graph(), types);
  const asOf = instantOf(readAsOf(given), address.asOf, request);
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
    demonstration: isDemonstration,
    avertissement: isDemonstration ? DEMONSTRATION_WARNING : null,
    lu: new Date().toISOString(),
    asOf: asOf ?? null,
  };
}

/** Said by the argument, by the address or by the request, it is the same. @throws {Refusal} INSTANT_INVALIDE */
function instantOf(
  argument: string | undefined,
  inAddress: string | undefined,
  { headers }: RoomRequest,
): string | undefined {
  const said = [argument, inAddress, headers['palier-au']].filter((text) => text !== undefined);
  const [instant, ...others] = new Set(said.map((text) => readInstant('asOf', text)));
  if (others.length > 0)
    throw new Refusal('INSTANT_INVALIDE', { detail: 'Il est donné plusieurs fois, et n’est pas le même.' });
  return instant;
}

interface Judging {
  readonly said: unknown;
  readonly then: ValueThere;
  readonly now: ValueThere;
  readonly asOf: string | undefined;
  readonly address: KnownAddress;
  readonly request: RoomRequest;
}

interface Judged {
  readonly verdict: Verdict;
  readonly explication: string;
  readonly changement: { readonly instant: string; readonly acte: object | null } | null;
  readonly etatsLus: number;
}

async function judge({ said, then, now, asOf, address, request }: Judging): Promise<Judged> {
  if (!isTold(then) || !isTold(now)) {
    const explication = then.isBeforeMemory ? BEFORE_MEMORY : UNREAD;
    return { verdict: 'INDETERMINEE', explication, changement: null, etatsLus: 0 };
  }
  if (isSameValue(said, then.value) && isSameValue(said, now.value))
    return { verdict: 'EXACTE', explication: SAID.EXACTE, changement: null, etatsLus: 0 };
  const wasSaid = isSameValue(said, then.value);
  const { last, seen, isWhole } = await findLast(said, wasSaid ? undefined : asOf, address, request);
  const changement = last ? { instant: last.instant, acte: last.acte ?? null } : null;
  const verdict = verdictOf({ isFound: wasSaid || last !== undefined, isWhole });
  const later = !wasSaid && asOf !== undefined && isSameValue(said, now.value);
  return {
    verdict,
    explication: later ? `${SAID[verdict]} Elle l’est devenue après cet instant.` : SAID[verdict],
    changement,
    etatsLus: seen,
  };
}

/** Nothing, or an object that may lack some of it, is not what Palier says when a level did not answer. */
const isTold = ({ value, isPartial }: ValueThere): boolean =>
  !isPartial || (value !== undefined && typeof value !== 'object');

const BEFORE_MEMORY =
  'Cet instant précède la mémoire des paliers : rien ne dit ce que Palier disait alors à cette adresse.';
const UNREAD =
  'Tous les paliers n’ont pas répondu : ce que Palier dit à cette adresse n’a pas pu être lu, et rien n’en est conclu. Redemandez plus tard.';

function verdictOf({ isFound, isWhole }: { readonly isFound: boolean; readonly isWhole: boolean }): Verdict {
  if (isFound) return 'CHANGEE_DEPUIS';
  return isWhole ? 'JAMAIS_DITE' : 'INDETERMINEE';
}

const SAID: Readonly<Record<Verdict, string>> = {
  EXACTE: 'Palier dit bien cette valeur à cette adresse.',
  CHANGEE_DEPUIS:
    'Palier a dit cette valeur à cette adresse, et en dit une autre depuis : voyez « changement ».',
  JAMAIS_DITE:
    'Palier n’a jamais dit cette valeur à cette adresse : ni à l’instant demandé, ni avant chacun des actes et des changements qu’il a en mémoire.',
  INDETERMINEE:
    'Palier ne dit pas cette valeur à cet instant, et ne peut dire s’il l’a dite : tous les états d’avant n’ont pas été lus. Donnez un instant par « asOf ».',
};

interface LastSaid {
  /** The change that ended the last state where the value was said. */
  readonly last: Change | undefined;
  readonly seen: number;
  readonly isWhole: boolean;
}

/** Reads the address as it was before each change, the latest first. */
async function findLast(
  said: unknown,
  until: string | undefined,
  address: KnownAddress,
  request: RoomRequest,
): Promise<LastSaid> {
  const { list, isWhole: isListed } = await listChanges(request, until);
  const narrowed = narrowAddress(address);
  let seen = 0;
  let isWhole = isListed && list.length <= MOST_STATES;
  for (const change of list.slice(0, MOST_STATES)) {
    const before = new Date(Date.parse(change.instant) - 1).toISOString();
    const there = await readState(narrowed, before, request);
    // Before the birth of a level, nothing was said.
    if (there === 'BEFORE_MEMORY') continue;
    if (there === 'UNREAD') {
      isWhole = false;
      continue;
    }
    seen += 1;
    if (isSameValue(said, there.value)) return { last: change, seen, isWhole };
  }
  return { last: undefined, seen, isWhole };
}

/** Of a past state, no more is read than what the pointer leads to. */
function narrowAddress(address: KnownAddress): KnownAddress {
  const { asked, variables, steps } = address;
  if (asked.reshape !== undefined) return address;
  const { text, ...narrowed } = narrowOperation(asked, variables, steps.slice(1));
  return { ...address, ...narrowed, asked: { ...asked, text } };
}

async function readState(
  address: KnownAddress,
  at: string,
  request: RoomRequest,
): Promise<ValueThere | 'BEFORE_MEMORY' | 'UNREAD'> {
  try {
    const there = await readValue(address, at, request);
    if (there.isBeforeMemory) return 'BEFORE_MEMORY';
    return isTold(there) ? there : 'UNREAD';
  } catch (error) {
    if (!(error instanceof GraphFault)) throw error;
    return isBeforeMemory(error.errors) ? 'BEFORE_MEMORY' : 'UNREAD';
  }
}
