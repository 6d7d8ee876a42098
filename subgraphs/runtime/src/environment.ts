import { join } from 'node:path';
import type { DatabaseLocation } from './database.ts';
import { parseCallKeys } from './call-keys.ts';
import { StartupError } from './errors.ts';
import { isLoopback } from './port.ts';
import type { SubgraphSettings } from './subgraph.ts';
import type { CallVerification } from './verify-call.ts';

/** What a program that opens data is told by its environment. */
export interface DataEnvironment {
  readonly location: DatabaseLocation;
  readonly settings: SubgraphSettings;
}

/** What a subgraph served alone is told by its environment. */
export interface SubgraphEnvironment extends DataEnvironment {
  readonly port: number;
  readonly host: string;
  /** How calls are verified; without, anyone is answered. */
  readonly calls: CallVerification | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

const DEFAULT_FOLDER = '.palier';
const DEFAULT_WINDOW_S = 60;

/** Reads DATABASE_URL, PALIER_DOSSIER and PALIER_DEMO; raises StartupError with every fault at once, one French line each. */
export function readDataEnvironment(variables: Variables): DataEnvironment {
  const { environment, faults } = readData(variables);
  refuseFaults(faults);
  return environment;
}

/** The same, with PORT, HOST and who is answered. A subgraph alone keeps its embedded data in a folder of its own, named after it. */
export function readSubgraphEnvironment(
  variables: Variables,
  { name, defaultPort }: { readonly name: string; readonly defaultPort: number },
): SubgraphEnvironment {
  const folder = join(variables['PALIER_DOSSIER'] || DEFAULT_FOLDER, name);
  const { environment, faults } = readData({ ...variables, PALIER_DOSSIER: folder });
  const port = variables['PORT'] ? Number(variables['PORT']) : defaultPort;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    faults.push(`PORT vaut « ${variables['PORT']} » : un nombre entier de 0 à 65 535 est attendu.`);
  }
  const host = variables['HOST'] || '127.0.0.1';
  const calls = readCalls(variables, host, faults);
  refuseFaults(faults);
  return { ...environment, port, host, calls };
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

function readData(variables: Variables): { environment: DataEnvironment; faults: string[] } {
  const faults: string[] = [];
  const url = variables['DATABASE_URL'] ?? '';
  const demo = variables['PALIER_DEMO'] ?? '';
  if (url !== '' && !/^postgres(ql)?:\/\//.test(url)) {
    faults.push('DATABASE_URL n’est pas une adresse PostgreSQL : « postgres://… » est attendu.');
  }
  if (!['', '0', '1'].includes(demo)) faults.push(`PALIER_DEMO vaut « ${demo} » : 0 ou 1 est attendu.`);
  if (url !== '' && demo === '1') {
    faults.push(
      'PALIER_DEMO=1 est refusé avec DATABASE_URL : les données fictives ne côtoient jamais de vraies données.',
    );
  }
  return {
    environment: {
      location: toLocation(url, variables),
      settings: { demonstration: url === '' && demo !== '0' ? 'CHARGEE' : 'ABSENTE' },
    },
    faults,
  };
}

function toLocation(url: string, variables: Variables): DatabaseLocation {
  return url === ''
    ? { kind: 'folder', folder: variables['PALIER_DOSSIER'] || DEFAULT_FOLDER }
    : { kind: 'server', url };
}

function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0) throw new StartupError(faults.join('\n'));
}
