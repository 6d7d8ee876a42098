import { OPEN_NETWORK_LIMITS, type Limits } from './guard/limits.ts';
import type { LogLevel } from './logger.ts';

/** What the standalone gateway is told by its environment. */
export interface Environment {
  readonly supergraphPath: string;
  readonly port: number;
  readonly host: string;
  readonly settings: GatewaySettings;
}

/** How a gateway behaves, whoever starts it. */
export interface GatewaySettings {
  /** Whether the schema may be asked for. */
  readonly introspection: boolean;
  /** Origins whose pages may read answers: `https://host`, or `http://host:*` for any port. */
  readonly corsOrigins: readonly string[];
  /** Largest request body, in bytes. */
  readonly maxBodyBytes: number;
  /** Time a subgraph has to answer one call, in milliseconds. */
  readonly subgraphTimeoutMs: number;
  /** The same for the subgraphs that need another, by name. */
  readonly subgraphTimeouts: Readonly<Record<string, number>>;
  /** Calls to one subgraph under way at once. */
  readonly subgraphConcurrency: number;
  /** Largest answer accepted from a subgraph, in bytes. */
  readonly maxSubgraphAnswerBytes: number;
  /** Names of client headers handed to the subgraphs, lower-cased. */
  readonly forwardedHeaders: readonly string[];
  /** What an operation may weigh; nothing is limited unless said. */
  readonly limits: Limits;
  readonly logLevel: LogLevel;
}

const MEBIBYTE = 1_048_576;

export const DEFAULT_SETTINGS: GatewaySettings = {
  introspection: true,
  corsOrigins: ['https://studio.apollographql.com', 'http://127.0.0.1:*', 'http://localhost:*'],
  maxBodyBytes: MEBIBYTE,
  subgraphTimeoutMs: 10_000,
  subgraphTimeouts: {},
  subgraphConcurrency: 128,
  maxSubgraphAnswerBytes: 64 * MEBIBYTE,
  forwardedHeaders: ['accept-language', 'palier-au'],
  limits: {},
  logLevel: 'info',
};

/** Every fault of the environment at once, one French line each. */
export class EnvironmentFault extends Error {
  override readonly name = 'EnvironmentFault';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

type Variables = Readonly<Record<string, string | undefined>>;

/** @throws {EnvironmentFault} */
export function readEnvironment(variables: Variables): Environment {
  const faults: string[] = [];
  const reader = createReader(variables, faults);
  const environment = {
    supergraphPath: reader.required('SUPERGRAPH_PATH', 'le chemin du fichier du supergraphe'),
    ...readDoor(variables, reader),
  };
  if (faults.length > 0) throw new EnvironmentFault(faults);
  return environment;
}

/** The same without the supergraph, for a program that knows which one it serves. @throws {EnvironmentFault} */
export function readGatewayEnvironment(variables: Variables): Omit<Environment, 'supergraphPath'> {
  const faults: string[] = [];
  const environment = readDoor(variables, createReader(variables, faults));
  if (faults.length > 0) throw new EnvironmentFault(faults);
  return environment;
}

function readDoor(variables: Variables, reader: Reader): Omit<Environment, 'supergraphPath'> {
  return {
    port: reader.integer('PORT', 4000, { from: 0, to: 65_535 }),
    host: variables['HOST'] || '127.0.0.1',
    settings: readSettings(variables, reader),
  };
}

function readSettings(variables: Variables, reader: Reader): GatewaySettings {
  const fallback = DEFAULT_SETTINGS;
  return {
    introspection: reader.onOff('PALIER_INTROSPECTION', variables['NODE_ENV'] !== 'production'),
    corsOrigins: reader.origins('PALIER_CORS_ORIGINS', fallback.corsOrigins),
    maxBodyBytes: reader.integer('PALIER_MAX_BODY_BYTES', fallback.maxBodyBytes, { from: 1 }),
    subgraphTimeoutMs: reader.integer('PALIER_SUBGRAPH_TIMEOUT_MS', fallback.subgraphTimeoutMs, { from: 1 }),
    subgraphTimeouts: readTimeouts(variables['PALIER_SUBGRAPH_TIMEOUTS'], reader),
    subgraphConcurrency: reader.integer('PALIER_SUBGRAPH_CONCURRENCY', fallback.subgraphConcurrency, {
      from: 1,
    }),
    maxSubgraphAnswerBytes: reader.integer(
      'PALIER_MAX_SUBGRAPH_ANSWER_BYTES',
      fallback.maxSubgraphAnswerBytes,
      {
        from: 1,
      },
    ),
    forwardedHeaders: reader
      .list('PALIER_FORWARDED_HEADERS', fallback.forwardedHeaders)
      .map((name) => name.toLowerCase()),
    limits: readLimits(reader),
    logLevel: reader.oneOf('PALIER_LOG_LEVEL', ['debug', 'info', 'warn', 'error'], fallback.logLevel),
  };
}

/** `msss=2000,etablissements=5000` */
function readTimeouts(text: string | undefined, reader: Reader): Readonly<Record<string, number>> {
  const pairs = (text ?? '').split(',').filter((pair) => pair.trim() !== '');
  const timeouts = pairs.map((pair) => /^\s*([\w-]+)\s*=\s*([1-9]\d*)\s*$/.exec(pair));
  if (timeouts.includes(null)) {
    reader.report(
      `PALIER_SUBGRAPH_TIMEOUTS vaut « ${text} » : « nom=millisecondes », séparés par des virgules, est attendu.`,
    );
  }
  return Object.fromEntries(timeouts.flatMap((match) => (match?.[1] ? [[match[1], Number(match[2])]] : [])));
}

const LIMIT_VARIABLES: Readonly<Record<keyof Limits, string>> = {
  tokens: 'PALIER_MAX_TOKENS',
  aliases: 'PALIER_MAX_ALIASES',
  directives: 'PALIER_MAX_DIRECTIVES',
  depth: 'PALIER_MAX_DEPTH',
  rootFields: 'PALIER_MAX_ROOT_FIELDS',
  selections: 'PALIER_MAX_SELECTIONS',
  introspections: 'PALIER_MAX_INTROSPECTIONS',
  cost: 'PALIER_MAX_COST',
};

/** `PALIER_LIMITS=1` sets them all; each may be set alone, with or without the others. */
function readLimits(reader: Reader): Limits {
  const base: Limits = reader.onOff('PALIER_LIMITS', false) ? OPEN_NETWORK_LIMITS : {};
  const given = Object.entries(LIMIT_VARIABLES).flatMap(([name, variable]) => {
    const value = reader.integer(variable, 0, { from: 1 });
    return value === 0 ? [] : [[name, value] as const];
  });
  return { ...base, ...Object.fromEntries(given) };
}

interface Reader {
  report(fault: string): void;
  required(name: string, meaning: string): string;
  integer(name: string, fallback: number, bounds: { readonly from: number; readonly to?: number }): number;
  onOff(name: string, fallback: boolean): boolean;
  list(name: string, fallback: readonly string[]): readonly string[];
  origins(name: string, fallback: readonly string[]): readonly string[];
  oneOf<Value extends string>(name: string, values: readonly Value[], fallback: Value): Value;
}

function createReader(variables: Variables, faults: string[]): Reader {
  const fault = <Value>(line: string, fallback: Value): Value => {
    faults.push(line);
    return fallback;
  };
  const list = (name: string, fallback: readonly string[]): readonly string[] => {
    const text = variables[name];
    if (text === undefined) return fallback;
    return text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  };
  return {
    report: (line) => void faults.push(line),
    list,
    required(name, meaning) {
      return variables[name] || fault(`${name} manque : ${meaning}.`, '');
    },
    integer(name, fallback, { from, to = Number.MAX_SAFE_INTEGER }) {
      const text = variables[name];
      if (text === undefined || text === '') return fallback;
      const value = Number(text);
      if (/^\d+$/.test(text) && value >= from && value <= to) return value;
      const range = to === Number.MAX_SAFE_INTEGER ? `d’au moins ${from}` : `de ${from} à ${to}`;
      return fault(`${name} vaut « ${text} » : un nombre entier ${range} est attendu.`, fallback);
    },
    onOff(name, fallback) {
      const text = variables[name];
      if (text === undefined || text === '') return fallback;
      if (text === '0' || text === '1') return text === '1';
      return fault(`${name} vaut « ${text} » : 0 ou 1 est attendu.`, fallback);
    },
    origins(name, fallback) {
      const origins = list(name, fallback);
      for (const origin of origins) {
        if (!/^https?:\/\/[^/\s*]+(:\*)?$/.test(origin)) {
          faults.push(
            `${name} contient « ${origin} » : une origine comme https://exemple.ca ou http://localhost:* est attendue.`,
          );
        }
      }
      return origins;
    },
    oneOf(name, values, fallback) {
      const text = variables[name];
      if (text === undefined || text === '') return fallback;
      const value = values.find((candidate) => candidate === text);
      return value ?? fault(`${name} vaut « ${text} » : ${values.join(', ')} sont possibles.`, fallback);
    },
  };
}
