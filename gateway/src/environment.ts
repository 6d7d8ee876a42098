import { type CacheSettings, DEFAULT_CACHE, readCache } from './cache/cache-settings.ts';
import {
  DEFAULT_CONTRACTS,
  readContractSettings,
  type ContractSettings,
} from './generations/contract-settings.ts';
import {
  DEFAULT_PLAN_SETTINGS,
  readPlanSettings,
  type PlanSettings,
} from './observation/plans/plan-settings.ts';
import { isAuthority } from './http/steps/hosts.ts';
import { readLimits } from './guard/limit-settings.ts';
import type { Limits } from './guard/limits.ts';
import {
  readAllowedCallers,
  readIdentitySettings,
  type AllowedCallers,
  type IdentitySettings,
} from './identity/identity-settings.ts';
import type { LogLevel } from './base/logger.ts';
import type { LogSettings } from './observation/choose-logs.ts';
import { NO_AUDIT, readAuditSettings, type AuditSettings } from './observation/audit-settings.ts';
import {
  DEFAULT_OPERATIONS,
  readOperationSettings,
  type OperationSettings,
} from './operation/operation-settings.ts';
import { DEFAULT_PLANNING, readPlanning, type Planning } from './generations/planning-settings.ts';
import { DEFAULT_MEMORY_BYTES } from '@palier/federation/memory/memory-budget';
import { toPrintable } from './base/printable.ts';
import { NO_RATES, readRates, type RateSettings } from './rate-limit/rate-limit-settings.ts';
import { DEFAULT_CALL_SETTINGS, readCallSettings, type CallSettings } from './subgraphs/call-settings.ts';
import { DEFAULT_REACH, readReach, type ReachSettings } from './subgraphs/http/reach-settings.ts';
import {
  DEFAULT_TRACING_SETTINGS,
  readTracingSettings,
  type TracingSettings,
} from './observation/traces/tracing-settings.ts';
import { readWork } from './guard/work-settings.ts';
import { DEFAULT_WORK, type WorkLimits } from '@palier/federation/work/work';
import {
  createVariableReader,
  isProduction,
  type VariableReader,
  type Variables,
} from './base/variable-reader.ts';

/** What the standalone gateway is told by its environment. */
export interface Environment {
  readonly supergraphPath: string;
  readonly port: number;
  readonly host: string;
  readonly settings: GatewaySettings;
}

/** How a gateway behaves, whoever starts it. */
export interface GatewaySettings
  extends
    RateSettings,
    PlanSettings,
    TracingSettings,
    ContractSettings,
    CallSettings,
    ReachSettings,
    OperationSettings,
    LogSettings {
  /** Whether the schema may be asked for. */
  readonly introspection: boolean;
  /** Whether assistants are answered, at `/mcp`. */
  readonly mcp: boolean;
  /** Origins whose pages may read answers: `https://host`, or `http://host:*` for any port. */
  readonly corsOrigins: readonly string[];
  /** Names under which the gateway may be asked, besides those of this machine. */
  readonly hosts: readonly string[];
  /** Largest request body, in bytes. */
  readonly maxBodyBytes: number;
  /** What an operation may weigh; nothing is limited unless said. */
  readonly limits: Limits;
  /** What the work itself is bounded by, always. */
  readonly work: WorkLimits;
  readonly planning: Planning;
  /** Whose tokens are believed; without it nobody is known. */
  readonly identity: IdentitySettings | undefined;
  readonly allowedCallers: AllowedCallers;
  /** Labels of `@override(label:)` in force; `percent(N)` is drawn by itself. */
  readonly activeLabels: readonly string[];
  /** Proxies of ours in front, which add the client's address to `x-forwarded-for`. */
  readonly trustedProxies: number;
  /** Whether `/metrics` answers. */
  readonly metrics: boolean;
  /** What all that is kept from one request to the next may take together, in bytes. */
  readonly memoryBytes: number;
  readonly cache: CacheSettings;
  /** Where gateways keep what they share; each keeps its own without. */
  readonly redisUrl: string | undefined;
  /** Where it is kept who asked what. */
  readonly audit: AuditSettings;
  readonly logLevel: LogLevel;
}

export const DEFAULT_SETTINGS: GatewaySettings = {
  introspection: true,
  mcp: true,
  corsOrigins: ['https://studio.apollographql.com', 'http://127.0.0.1:*', 'http://localhost:*'],
  hosts: [],
  maxBodyBytes: 1_048_576,
  ...DEFAULT_REACH,
  ...DEFAULT_CALL_SETTINGS,
  limits: {},
  work: DEFAULT_WORK,
  planning: DEFAULT_PLANNING,
  identity: undefined,
  allowedCallers: 'EVERYONE',
  activeLabels: [],
  ...NO_RATES,
  trustedProxies: 0,
  ...DEFAULT_OPERATIONS,
  metrics: false,
  requestLog: false,
  slowRequestMs: undefined,
  ...DEFAULT_CONTRACTS,
  memoryBytes: DEFAULT_MEMORY_BYTES,
  cache: DEFAULT_CACHE,
  redisUrl: undefined,
  audit: NO_AUDIT,
  logLevel: 'info',
  ...DEFAULT_PLAN_SETTINGS,
  ...DEFAULT_TRACING_SETTINGS,
};

/** Below it the plans of a page of a dashboard would chase each other. */
const SMALLEST_MEMORY = 8 * 2 ** 20;

/** Every fault of the environment at once, one French line each. */
export class EnvironmentFault extends Error {
  override readonly name = 'EnvironmentFault';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    const lines = faults.map(toPrintable);
    super(lines.join('\n'));
    this.faults = lines;
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
    introspection: reader.onOff('PALIER_INTROSPECTION', !isProduction(variables['NODE_ENV'])),
    mcp: reader.onOff('PALIER_MCP', !isProduction(variables['NODE_ENV'])),
    corsOrigins: reader.origins('PALIER_CORS_ORIGINS', fallback.corsOrigins),
    hosts: readHosts(reader),
    maxBodyBytes: reader.positive('PALIER_MAX_BODY_BYTES', fallback.maxBodyBytes),
    ...readReach(variables, reader),
    ...readCallSettings(variables, reader),
    limits,
    work: readWork(reader),
    planning: readPlanning(limits, reader),
    identity: readIdentitySettings(variables, reader),
    allowedCallers: readAllowedCallers(variables, reader),
    activeLabels: reader.list('PALIER_ACTIVE_LABELS', fallback.activeLabels),
    ...readRates(variables, reader),
    trustedProxies: reader.integer('PALIER_TRUSTED_PROXIES', fallback.trustedProxies, { from: 0 }),
    ...readOperationSettings(variables, reader),
    ...readContractSettings(variables, reader),
    metrics: reader.onOff('PALIER_METRICS', fallback.metrics),
    requestLog: reader.onOff('PALIER_REQUEST_LOG', fallback.requestLog),
    slowRequestMs: reader.positive('PALIER_SLOW_REQUEST_MS', 0) || undefined,
    memoryBytes: reader.integer('PALIER_MEMORY_BYTES', fallback.memoryBytes, { from: SMALLEST_MEMORY }),
    cache: readCache(reader),
    redisUrl: reader.url('PALIER_REDIS_URL', ['redis:', 'rediss:']),
    audit: readAuditSettings(variables, reader),
    logLevel: reader.oneOf('PALIER_LOG_LEVEL', ['debug', 'info', 'warn', 'error'], fallback.logLevel),
    ...readPlanSettings(variables, reader),
    ...readTracingSettings(variables, reader),
  };
}

function readHosts(reader: VariableReader): readonly string[] {
  const hosts = reader.list('PALIER_HOSTS', DEFAULT_SETTINGS.hosts);
  for (const host of hosts.filter((host) => !isAuthority(host)))
    reader.report(`PALIER_HOSTS contient « ${host} » : un nom d’hôte comme palier.exemple.ca est attendu.`);
  return hosts;
}
