import { join } from 'node:path';
import { LEVEL_NAMES } from '@palier/calls/level-names';
import type { GraphAddress } from '../calls/ask-graph.ts';
import type { DatabaseLocation } from '../data/database.ts';
import { parseCallKeys } from '@palier/calls/call-keys';
import { StartupError } from '../base/errors.ts';
import { readGraphAddress } from '../calls/graph-address.ts';
import { isLoopback } from '../base/port.ts';
import { DEFAULT_MOST_VALUES } from '../request/request-work.ts';
import type { SubgraphSettings } from '../level/subgraph.ts';
import type { CallVerification } from '../calls/verify-call.ts';

/** What a program that opens data is told by its environment. */
export interface DataEnvironment {
  readonly location: DatabaseLocation;
  readonly settings: SubgraphSettings;
  /** Where the keys are that journals are signed with. */
  readonly keysFolder: string;
}

/** What a subgraph served alone is told by its environment. */
export interface SubgraphEnvironment extends DataEnvironment {
  readonly port: number;
  readonly host: string;
  /** How calls are verified; without, anyone is answered. */
  readonly calls: CallVerification | undefined;
  /** Where the composed graph is: acts that need another level ask it. */
  readonly graph: GraphAddress | undefined;
  /** Values that one request may have. */
  readonly mostValues: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

const DEFAULT_FOLDER = '.palier';
const DEFAULT_WINDOW_S = 60;

/**
 * Reads DATABASE_URL, or that of one level, PALIER_DOSSIER and PALIER_DEMO; raises StartupError with every fault at once, one
 * French line each.
 */
export function readDataEnvironment(variables: Variables, level?: string): DataEnvironment {
  const { environment, faults } = readData(variables, level);
  refuseFaults(faults);
  return environment;
}

/** The same for all the levels in one program. */
export function readLevelsEnvironment(variables: Variables): DataEnvironment & {
  /** Where the data of each level are, when they have one address each. */
  readonly locations: Readonly<Record<string, DatabaseLocation>> | undefined;
} {
  const { environment, faults } = readData(variables);
  const urls = Object.entries(listLevelUrls(variables));
  const given = urls.filter(([, { url }]) => url !== '');
  if (given.length > 0 && given.length < urls.length) {
    const missing = urls.filter(([, { url }]) => url === '').map(([, { variable }]) => variable);
    faults.push(`${missing.join(', ')} : quand un palier a son adresse, chacun a la sienne.`);
  }
  refuseFaults(faults);
  if (given.length === 0) return { ...environment, locations: undefined };
  const locations = given.map(([name, level]) => [name, toServer(level)]);
  return {
    ...environment,
    settings: { demonstration: 'ABSENTE' },
    locations: Object.fromEntries(locations) as Readonly<Record<string, DatabaseLocation>>,
  };
}

interface LevelUrl {
  readonly variable: string;
  /** Empty when it is not given. */
  readonly url: string;
}

/** The addresses by which each level reaches the server as its own role. */
function listLevelUrls(variables: Variables): Readonly<Record<string, LevelUrl>> {
  return {
    [LEVEL_NAMES.MSSS.service]: {
      variable: 'DATABASE_URL_MSSS',
      url: variables['DATABASE_URL_MSSS'] ?? '',
    },
    [LEVEL_NAMES.SANTE_QUEBEC.service]: {
      variable: 'DATABASE_URL_SANTE_QUEBEC',
      url: variables['DATABASE_URL_SANTE_QUEBEC'] ?? '',
    },
    [LEVEL_NAMES.ETABLISSEMENT.service]: {
      variable: 'DATABASE_URL_ETABLISSEMENTS',
      url: variables['DATABASE_URL_ETABLISSEMENTS'] ?? '',
    },
  };
}

/** The same, with PORT, HOST and who is answered. A subgraph alone keeps its embedded data in a folder of its own, named after it. */
export function readSubgraphEnvironment(
  variables: Variables,
  { name, defaultPort }: { readonly name: string; readonly defaultPort: number },
): SubgraphEnvironment {
  const folder = join(variables['PALIER_DOSSIER'] || DEFAULT_FOLDER, name);
  // The keys stand beside the folders of the levels: each finds the public ones of the others.
  const PALIER_CLES = variables['PALIER_CLES'] || toKeysFolder(variables);
  const { environment, faults } = readData({ ...variables, PALIER_DOSSIER: folder, PALIER_CLES }, name);
  const port = variables['PORT'] ? Number(variables['PORT']) : defaultPort;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    faults.push(`PORT vaut « ${variables['PORT']} » : un nombre entier de 0 à 65 535 est attendu.`);
  }
  const host = variables['HOST'] || '127.0.0.1';
  const calls = readCalls(variables, host, faults);
  const graph = readGraph(variables, faults);
  const mostValues = Number(variables['PALIER_MAX_VALUES'] || DEFAULT_MOST_VALUES);
  if (!Number.isInteger(mostValues) || mostValues < 1) {
    faults.push(
      `PALIER_MAX_VALUES vaut « ${variables['PALIER_MAX_VALUES']} » : un nombre entier d’au moins 1 est attendu.`,
    );
  }
  refuseFaults(faults);
  return { ...environment, port, host, calls, graph, mostValues };
}

/** Whoever can reach a level that verifies nothing is answered: it is not opened to other machines unless that is said. */
function readCalls(variables: Variables, host: string, faults: string[]): CallVerification | undefined {
  const keys = parseCallKeys(variables['PALIER_CALL_KEYS'] ?? '', faults);
  const windowS = Number(variables['PALIER_CALL_WINDOW_S'] || DEFAULT_WINDOW_S);
  const unsigned = variables['PALIER_UNSIGNED_CALLS'] ?? '';
  if (!Number.isInteger(windowS) || windowS < 1 || windowS > 3600) {
    faults.push(
      `PALIER_CALL_WINDOW_S vaut « ${variables['PALIER_CALL_WINDOW_S']} » : un nombre entier de 1 à 3600 est attendu.`,
    );
  }
  if (!['', '0', '1'].includes(unsigned))
    faults.push(`PALIER_UNSIGNED_CALLS vaut « ${unsigned} » : 0 ou 1 est attendu.`);
  if (keys.size > 0 && unsigned === '1')
    faults.push('PALIER_UNSIGNED_CALLS=1 est refusé avec PALIER_CALL_KEYS : les appels sont signés, ou non.');
  if (keys.size === 0 && unsigned !== '1' && !isLoopback(host) && faults.length === 0)
    faults.push(
      `HOST vaut « ${host} » sans PALIER_CALL_KEYS : ce palier répondrait à quiconque. Donnez les clés de la passerelle, ou PALIER_UNSIGNED_CALLS=1 si le réseau y pourvoit.`,
    );
  return keys.size === 0 ? undefined : { keys, windowS };
}

/** @param level whose own address goes first; without, an address of any level says that data are on a server */
function readData(variables: Variables, level?: string): { environment: DataEnvironment; faults: string[] } {
  const faults: string[] = [];
  const shared = { variable: 'DATABASE_URL', url: variables['DATABASE_URL'] ?? '' };
  const own = listLevelUrls(variables);
  const given = [shared, ...Object.values(own)].filter((one) => one.url !== '');
  const demo = variables['PALIER_DEMO'] ?? '';
  for (const one of given)
    if (!/^postgres(ql)?:\/\//.test(one.url))
      faults.push(`${one.variable} n’est pas une adresse PostgreSQL : « postgres://… » est attendu.`);
  const [first, second] = given;
  // The first may be that of who administers: a level that had it by mistake could do anything.
  if (first === shared && second !== undefined)
    faults.push(
      `DATABASE_URL et ${second.variable} sont donnés ensemble : une adresse pour tous les paliers, ou une par palier.`,
    );
  if (level !== undefined && first !== undefined && first !== shared && !own[level]?.url)
    faults.push(`Le palier ${level} n’a pas d’adresse : donnez ${own[level]?.variable ?? 'DATABASE_URL'}.`);
  const address = level !== undefined && own[level]?.url ? own[level] : shared;
  const { url } = address;
  if (!['', '0', '1'].includes(demo)) faults.push(`PALIER_DEMO vaut « ${demo} » : 0 ou 1 est attendu.`);
  if (first !== undefined && demo === '1') {
    faults.push(
      'PALIER_DEMO=1 est refusé avec DATABASE_URL : les données fictives ne côtoient jamais de vraies données.',
    );
  }
  return {
    environment: {
      location: url === '' ? toFolder(variables) : toServer(address),
      settings: { demonstration: url === '' && demo !== '0' ? 'CHARGEE' : 'ABSENTE' },
      keysFolder: toKeysFolder(variables),
    },
    faults,
  };
}

/** Where the keys are that journals are signed with, beside the data unless said. */
export const toKeysFolder = (variables: Variables): string =>
  variables['PALIER_CLES'] || join(variables['PALIER_DOSSIER'] || DEFAULT_FOLDER, 'cles');

function readGraph(variables: Variables, faults: string[]): GraphAddress | undefined {
  try {
    return readGraphAddress(variables);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    faults.push(error.message);
    return undefined;
  }
}

const toFolder = (variables: Variables): DatabaseLocation => ({
  kind: 'folder',
  folder: variables['PALIER_DOSSIER'] || DEFAULT_FOLDER,
});

const toServer = ({ url, variable }: LevelUrl): DatabaseLocation => ({
  kind: 'server',
  url,
  givenBy: variable,
});

function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0) throw new StartupError(faults.join('\n'));
}
