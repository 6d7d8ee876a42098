import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { EnvironmentFault } from './environment.ts';
import { readEnvironment, readGatewayEnvironment } from './environment.ts';
import { OPEN_NETWORK_LIMITS } from './guard/limits.ts';

const faultsOf = (variables: Record<string, string>): readonly string[] => {
  try {
    readEnvironment(variables);
    return [];
  } catch (error) {
    return (error as EnvironmentFault).faults;
  }
};

it('needs only a supergraph, and limits nothing by itself', () => {
  const environment = readEnvironment({ SUPERGRAPH_PATH: 'a.graphql' });
  expect(environment).toMatchObject({ supergraphPath: 'a.graphql', port: 4000, host: '127.0.0.1' });
  expect(environment.settings).toMatchObject({ introspection: true, limits: {} });
});

it('closes introspection in production unless told otherwise', () => {
  expect(readGatewayEnvironment({ NODE_ENV: 'production' }).settings.introspection).toBe(false);
  expect(
    readGatewayEnvironment({ NODE_ENV: 'production', PALIER_INTROSPECTION: '1' }).settings.introspection,
  ).toBe(true);
});

it('answers assistants out of production, and in it when told to', () => {
  const isOn = (variables: Record<string, string>): boolean => readGatewayEnvironment(variables).settings.mcp;
  expect([isOn({}), isOn({ PALIER_MCP: '0' })]).toEqual([true, false]);
  const production = { NODE_ENV: 'production' };
  expect([isOn(production), isOn({ ...production, PALIER_MCP: '1' })]).toEqual([false, true]);
});

it('tells plans to anybody out of production, and to who may know them in it', () => {
  const plansFor = (variables: Record<string, string>): string =>
    readGatewayEnvironment(variables).settings.plansFor;
  expect([plansFor({}), plansFor({ PALIER_PLAN: '0' })]).toEqual(['EVERYONE', 'ALLOWED']);
  const production = { NODE_ENV: 'production' };
  expect([plansFor(production), plansFor({ ...production, PALIER_PLAN: '1' })]).toEqual([
    'ALLOWED',
    'EVERYONE',
  ]);
  expect(faultsOf({ SUPERGRAPH_PATH: 'a', PALIER_PLAN: 'oui' })).toEqual([
    'PALIER_PLAN vaut « oui » : 0 ou 1 est attendu.',
  ]);
});

it('traces only when a collector is named, by the standard variables', () => {
  const tracing = (variables: Record<string, string>) => readGatewayEnvironment(variables).settings.tracing;
  expect(tracing({ OTEL_SERVICE_NAME: 'palier' })).toBeUndefined();
  expect(tracing({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/' })).toEqual({
    url: 'http://127.0.0.1:4318/v1/traces',
    serviceName: 'palier-passerelle',
    sampler: 'parentbased_always_on',
    ratio: 1,
  });
  const own = {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.exemple.ca/otlp',
    OTEL_TRACES_SAMPLER: 'traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0.1',
  };
  expect(tracing(own)).toMatchObject({ url: 'https://traces.exemple.ca/otlp', ratio: 0.1 });
  const wrong = {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'grpc://127.0.0.1:4317',
    OTEL_TRACES_SAMPLER: 'parfois',
    OTEL_TRACES_SAMPLER_ARG: '2',
  };
  expect(faultsOf({ SUPERGRAPH_PATH: 'a', ...wrong })).toHaveLength(3);
});

it('takes all the limits at once, one by one, or both', () => {
  expect(readGatewayEnvironment({ PALIER_LIMITS: '1' }).settings.limits).toEqual(OPEN_NETWORK_LIMITS);
  expect(readGatewayEnvironment({ PALIER_MAX_DEPTH: '7' }).settings.limits).toEqual({ depth: 7 });
  expect(readGatewayEnvironment({ PALIER_LIMITS: '1', PALIER_MAX_DEPTH: '7' }).settings.limits).toEqual({
    ...OPEN_NETWORK_LIMITS,
    depth: 7,
  });
});

it('reads rates, operations and what looks on', () => {
  expect(
    readGatewayEnvironment({
      PALIER_RATE_LIMIT: '600/60',
      PALIER_OPERATIONS: 'operations',
      PALIER_SAFELIST: '1',
      PALIER_METRICS: '1',
      PALIER_SLOW_REQUEST_MS: '500',
      PALIER_SUBGRAPH_TIMEOUTS: 'msss=2000, etablissements=5000',
    }).settings,
  ).toMatchObject({
    rateLimit: { units: 600, perSeconds: 60 },
    operationsFolder: 'operations',
    operationsAllowed: 'REGISTERED',
    metrics: true,
    slowRequestMs: 500,
    subgraphTimeouts: { msss: 2000, etablissements: 5000 },
  });
  expect(faultsOf({ SUPERGRAPH_PATH: 'a', PALIER_SAFELIST: '1', PALIER_RATE_LIMIT: '5' })).toHaveLength(2);
  expect(faultsOf({ SUPERGRAPH_PATH: 'a', PALIER_SUBGRAPH_TIMEOUTS: 'msss' })).toHaveLength(1);
});

it('reads where the subgraphs are, and says which addresses are wrong', () => {
  expect(
    readGatewayEnvironment({
      PALIER_SUBGRAPHS: 'msss=http://10.0.0.1/graphql, sante-quebec=https://sq.exemple/',
    }).settings.subgraphUrls,
  ).toEqual({ msss: 'http://10.0.0.1/graphql', 'sante-quebec': 'https://sq.exemple/' });
  const wrong = 'msss=ftp://a, msss, =http://a, b=http://, c=http://c, c=http://d';
  expect(faultsOf({ SUPERGRAPH_PATH: 'a', PALIER_SUBGRAPHS: wrong })).toHaveLength(5);
});

it('reads the secrets of signed calls, which nothing shows', () => {
  const [first, second] = [`a:${'A'.repeat(43)}=`, `b.2:${'-_'.repeat(22)}`];
  const { callKeys } = readGatewayEnvironment({ PALIER_CALL_KEYS: ` ${first} , ${second}` }).settings;
  expect(callKeys.map(({ id, secret }) => [id, secret.symmetricKeySize])).toEqual([
    ['a', 32],
    ['b.2', 33],
  ]);
  expect(JSON.stringify(callKeys)).not.toContain('AAAA');
  const wrong = `${'S3CRET'.repeat(8)},a:S3CRET,é:${'S3CRET'.repeat(8)},${first},${first}`;
  const faults = faultsOf({ SUPERGRAPH_PATH: 'a', PALIER_CALL_KEYS: wrong });
  expect(faults).toEqual([
    'PALIER_CALL_KEYS, clé n° 1 : « nom:clé en base64 » est attendu.',
    'PALIER_CALL_KEYS, clé n° 2 : elle a 4 octets, 32 au moins sont attendus.',
    'PALIER_CALL_KEYS, clé n° 3 : « nom:clé en base64 » est attendu.',
    'PALIER_CALL_KEYS, clé n° 5 : une autre porte déjà ce nom.',
  ]);
});

it('reports every fault at once', () => {
  const faults = faultsOf({
    PORT: '99999',
    PALIER_LIMITS: 'oui',
    PALIER_MAX_COST: '0',
    PALIER_CORS_ORIGINS: 'https://exemple.ca, *, exemple.ca',
    PALIER_LOG_LEVEL: 'bruyant',
  });
  expect(faults).toHaveLength(7);
  for (const name of [
    'SUPERGRAPH_PATH',
    'PORT',
    '« * »',
    '« exemple.ca »',
    'PALIER_LIMITS',
    'PALIER_MAX_COST',
    'PALIER_LOG_LEVEL',
  ]) {
    expect(faults.filter((fault) => fault.includes(name))).toHaveLength(1);
  }
});

it('reads no variable that the example does not name', async () => {
  const read = new Set<string>();
  readEnvironment(
    new Proxy({ SUPERGRAPH_PATH: 'a.graphql' } as Record<string, string | undefined>, {
      get: (variables, name: string) => {
        read.add(name);
        return variables[name];
      },
    }),
  );
  const example = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');
  const named = [...example.matchAll(/^([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  expect([...read].filter((name) => !named.includes(name))).toEqual([]);
});
