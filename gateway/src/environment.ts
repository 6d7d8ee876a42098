import { type CacheSettings, DEFAULT_CACHE, readCache } from './cache/cache-settings.ts';
import {
  DEFAULT_CONTRACTS,
  readContractSettings,
  type ContractSettings,
} from './contracts/contract-settings.ts';
import { OPEN_NETWORK_LIMITS, type Limits } from './guard/limits.ts';
import { DEFAULT_PLAN_SETTINGS, readPlanSettings, type PlanSettings } from './explanation/plan-settings.ts';
import type { RateLimit } from './rate-limit/shares.ts';
import {
  readAllowedCallers,
  readIdentitySettings,
  type AllowedCallers,
  type IdentitySettings,
} from './identity/identity-settings.ts';
import type { LogLevel } from './logger.ts';
import { NO_AUDIT, readAuditSettings, type AuditSettings } from './observation/audit-settings.ts';
import {
  DEFAULT_CALL_SETTINGS,
  readCallSettings,
  type CallSettings,
} from './subgraph-calls/call-settings.ts';
import {
  DEFAULT_TRACING_SETTINGS,
  readTracingSettings,
  type TracingSettings,
} from './tracing/tracing-settings.ts';
import { createVariableReader, type VariableReader, type Variables } from './variable-reader.ts';

/** What the standalone gateway is told by its environment. */
export interface Environment {
  readonly supergraphPath: string;
  readonly port: number;
  readonly host: string;
  readonly settings: GatewaySettings;
}

/** Where operations are planned, and how long one may take. */
export interface Planning {
  /** On a thread of its own, where the loop is never held, or on this one, which starts at once and has no deadline. */
  readonly place: 'A_PART' | 'SUR_PLACE';
  readonly timeoutMs: number;
}

/** How a gateway behaves, whoever starts it. */
export interface GatewaySettings extends PlanSettings, TracingSettings, ContractSettings, CallSettings {
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
  /** Where the subgraphs are, by name, when it is not where the supergraph says. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  /** Calls to one subgraph under way at once. */
  readonly subgraphConcurrency: number;
  /** Largest answer accepted from a subgraph, in bytes. */
  readonly maxSubgraphAnswerBytes: number;
  /** What an operation may weigh; nothing is limited unless said. */
  readonly limits: Limits;
  readonly planning: Planning;
  /** Whose tokens are believed; without it nobody is known. */
  readonly identity: IdentitySettings | undefined;
  readonly allowedCallers: AllowedCallers;
  /** Labels of `@override(label:)` in force; `percent(N)` is drawn by itself. */
  readonly activeLabels: readonly string[];
  /** What one client may send; nothing is limited unless said. */
  readonly rateLimit: RateLimit | undefined;
  /** Proxies of ours in front, which add the client's address to `x-forwarded-for`. */
  readonly trustedProxies: number;
  /** Folder of the registered operations. */
  readonly operationsFolder: string | undefined;
  readonly operationsAllowed: 'TOUTES' | 'ENREGISTREES';
  /** Whether `/metrics` answers. */
  readonly metrics: boolean;
  /** Whether each request is logged. */
  readonly requestLog: boolean;
  /** From how many milliseconds a request is logged as slow. */
  readonly slowRequestMs: number | undefined;
  readonly cache: CacheSettings;
  /** Where gateways keep what they share; each keeps its own without. */
  readonly redisUrl: string | undefined;
  /** Where it is kept who asked what. */
  readonly audit: AuditSettings;
  readonly logLevel: LogLevel;
}

const MEBIBYTE = 1_048_576;

export const DEFAULT_SETTINGS: GatewaySettings = {
  introspection: true,
  corsOrigins: ['https://studio.apollographql.com', 'http://127.0.0.1:*', 'http://localhost:*'],
  maxBodyBytes: MEBIBYTE,
  subgraphTimeoutMs: 10_000,
  subgraphTimeouts: {},
  subgraphUrls: {},
  subgraphConcurrency: 128,
  maxSubgraphAnswerBytes: 64 * MEBIBYTE,
  ...DEFAULT_CALL_SETTINGS,
  limits: {},
  planning: { place: 'A_PART', timeoutMs: 30_000 },
  identity: undefined,
  allowedCallers: 'TOUS',
  activeLabels: [],
  rateLimit: undefined,
  trustedProxies: 0,
  operationsFolder: undefined,
  operationsAllowed: 'TOUTES',
  metrics: false,
  requestLog: false,
  slowRequestMs: undefined,
  ...DEFAULT_CONTRACTS,
  cache: DEFAULT_CACHE,
  redisUrl: undefined,
  audit: NO_AUDIT,
  logLevel: 'info',
  ...DEFAULT_PLAN_SETTINGS,
  ...DEFAULT_TRACING_SETTINGS,
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

/** @throws {EnvironmentFault} */
export function readEnvironment(variables: Variables): Environment {
  const faults: string[] = [];
  const reader = createVariableReader(variables, faults);
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
  const environment = readDoor(variables, createVariableReader(variables, faults));
  if (faults.length > 0) throw new EnvironmentFault(faults);
  return environment;
}

function readDoor(variables: Variables, reader: VariableReader): Omit<Environment, 'supergraphPath'> {
  return {
    port: reader.integer('PORT', 4000, { from: 0, to: 65_535 }),
    host: variables['HOST'] || '127.0.0.1',
    settings: readSettings(variables, reader),
  };
}

function readSettings(variables: Variables, reader: VariableReader): GatewaySettings {
  const fallback = DEFAULT_SETTINGS;
  const limits = readLimits(reader);
  return {
    introspection: reader.onOff('PALIER_INTROSPECTION', variables['NODE_ENV'] !== 'production'),
    corsOrigins: reader.origins('PALIER_CORS_ORIGINS', fallback.corsOrigins),
    maxBodyBytes: reader.integer('PALIER_MAX_BODY_BYTES', fallback.maxBodyBytes, { from: 1 }),
    subgraphTimeoutMs: reader.integer('PALIER_SUBGRAPH_TIMEOUT_MS', fallback.subgraphTimeoutMs, { from: 1 }),
    subgraphTimeouts: readTimeouts(variables['PALIER_SUBGRAPH_TIMEOUTS'], reader),
    subgraphUrls: readSubgraphUrls(variables['PALIER_SUBGRAPHS'], reader),
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
    ...readCallSettings(variables, reader),
    limits,
    planning: readPlanning(limits, reader),
    identity: readIdentitySettings(variables, reader),
    allowedCallers: readAllowedCallers(variables, reader),
    activeLabels: reader.list('PALIER_ACTIVE_LABELS', fallback.activeLabels),
    rateLimit: readRateLimit(variables['PALIER_RATE_LIMIT'], reader),
    trustedProxies: reader.integer('PALIER_TRUSTED_PROXIES', fallback.trustedProxies, { from: 0 }),
    ...readOperations(variables, reader),
    ...readContractSettings(variables, reader),
    metrics: reader.onOff('PALIER_METRICS', fallback.metrics),
    requestLog: reader.onOff('PALIER_REQUEST_LOG', fallback.requestLog),
    slowRequestMs: reader.integer('PALIER_SLOW_REQUEST_MS', 0, { from: 1 }) || undefined,
    cache: readCache(reader),
    redisUrl: reader.url('PALIER_REDIS_URL', ['redis:', 'rediss:']),
    audit: readAuditSettings(variables, reader),
    logLevel: reader.oneOf('PALIER_LOG_LEVEL', ['debug', 'info', 'warn', 'error'], fallback.logLevel),
    ...readPlanSettings(variables, reader),
    ...readTracingSettings(variables, reader),
  };
}

/** `msss=2000,etablissements=5000` */
function readTimeouts(text: string | undefined, reader: VariableReader): Readonly<Record<string, number>> {
  const pairs = (text ?? '').split(',').filter((pair) => pair.trim() !== '');
  const timeouts = pairs.map((pair) => /^\s*([\w-]+)\s*=\s*([1-9]\d*)\s*$/.exec(pair));
  if (timeouts.includes(null)) {
    reader.report(
      `PALIER_SUBGRAPH_TIMEOUTS vaut « ${text} » : « nom=millisecondes », séparés par des virgules, est attendu.`,
    );
  }
  return Object.fromEntries(timeouts.flatMap((match) => (match?.[1] ? [[match[1], Number(match[2])]] : [])));
}

/** `msss=http://127.0.0.1:4001/graphql,sante-quebec=…`: those not named are where the supergraph says. */
function readSubgraphUrls(
  text: string | undefined,
  reader: VariableReader,
): Readonly<Record<string, string>> {
  const urls: Record<string, string> = {};
  for (const pair of (text ?? '').split(',').map((item) => item.trim())) {
    if (pair === '') continue;
    const [, name = '', url = ''] = /^([\w-]+)\s*=\s*(\S+)$/.exec(pair) ?? [];
    if (name === '' || !/^https?:\/\//.test(url) || !URL.canParse(url)) {
      reader.report(`PALIER_SUBGRAPHS contient « ${pair} » : « nom=http://adresse » est attendu.`);
    } else if (urls[name] !== undefined) {
      reader.report(`PALIER_SUBGRAPHS donne deux adresses à « ${name} ».`);
    }
    urls[name] = url;
  }
  return urls;
}

/** On an open network a plan that takes two seconds is an attack; elsewhere it may be a heavy question. */
function readPlanning(limits: Limits, reader: VariableReader): Planning {
  const { place, timeoutMs } = DEFAULT_SETTINGS.planning;
  const usual = limits.selections === undefined ? timeoutMs : 2_000;
  return { place, timeoutMs: reader.integer('PALIER_PLANNING_TIMEOUT_MS', usual, { from: 1 }) };
}

/** `600/60`: six hundred requests a minute. */
function readRateLimit(text: string | undefined, reader: VariableReader): RateLimit | undefined {
  if (!text) return undefined;
  const [, requests, perSeconds] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  if (requests && perSeconds) return { requests: Number(requests), perSeconds: Number(perSeconds) };
  reader.report(`PALIER_RATE_LIMIT vaut « ${text} » : « requêtes/secondes », comme 600/60, est attendu.`);
  return undefined;
}

function readOperations(
  variables: Variables,
  reader: VariableReader,
): Pick<GatewaySettings, 'operationsFolder' | 'operationsAllowed'> {
  const operationsFolder = variables['PALIER_OPERATIONS'] || undefined;
  const operationsAllowed = reader.onOff('PALIER_SAFELIST', false) ? 'ENREGISTREES' : 'TOUTES';
  if (operationsAllowed === 'ENREGISTREES' && !operationsFolder) {
    reader.report(
      'PALIER_SAFELIST vaut 1 mais PALIER_OPERATIONS manque : le dossier des opérations permises.',
    );
  }
  return { operationsFolder, operationsAllowed };
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
function readLimits(reader: VariableReader): Limits {
  const base: Limits = reader.onOff('PALIER_LIMITS', false) ? OPEN_NETWORK_LIMITS : {};
  const given = Object.entries(LIMIT_VARIABLES).flatMap(([name, variable]) => {
    const value = reader.integer(variable, 0, { from: 1 });
    return value === 0 ? [] : [[name, value] as const];
  });
  return { ...base, ...Object.fromEntries(given) };
}
