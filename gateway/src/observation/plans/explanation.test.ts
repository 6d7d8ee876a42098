import { afterEach, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '../../request/identity.ts';
import type { OperationResult } from '../../request/operation.ts';
import type { Gateway, GatewayOptions } from '../../server.ts';
import { openGateway } from '../../testing/open-gateway.ts';
import { serve, serveSubgraph, type TestServer } from '../../testing/subgraph-servers.ts';
import { composeTwoSubgraphs, createTwoCallers } from '../../testing/two-subgraphs.ts';
import type { Explanation } from './explain-answer.ts';
import { SILENT } from '../../testing/loggers.ts';

const CROSSING = '{ regions { code nom population } total }';
const ASKED = { 'palier-plan': '1' };
let gateway: Gateway;
const servers: TestServer[] = [];
afterEach(async () => {
  await gateway.stop();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const open = async (options: Partial<GatewayOptions> = {}): Promise<void> => {
  gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs() },
    callers: createTwoCallers(),
    logger: SILENT,
    ...options,
  });
};

const palierOf = ({ extensions }: OperationResult): { readonly plan: unknown } =>
  extensions?.['palier'] as { readonly plan: unknown };
const planOf = (result: OperationResult): Explanation => palierOf(result).plan as Explanation;
const sayCalls = ({ appels }: Explanation): readonly string[] =>
  appels.map(({ sousGraphe, chemin }) => `${sousGraphe} ${chemin ?? 'racine'}`).sort();

describe('the plan of an answer', () => {
  it('says each call, where its result goes and when, and changes nothing of the data', async () => {
    await open();
    const plain = await gateway.execute({ query: CROSSING });
    const first = await gateway.execute({ query: CROSSING, headers: ASKED });
    expect(first.data).toEqual(plain.data);
    expect(plain).not.toHaveProperty('extensions');
    const plan = planOf(first);
    expect(sayCalls(plan)).toEqual(['mesures racine', 'mesures regions', 'regions racine']);
    for (const { debutMs, dureeMs } of plan.appels) {
      expect(debutMs).toBeGreaterThanOrEqual(plan.planification.dureeMs);
      expect(debutMs + dureeMs).toBeLessThanOrEqual(plan.dureeMs + 0.02);
    }
  });

  it('says what it was estimated to cost, and the limit where there is one', async () => {
    await open();
    const unlimited = planOf(await gateway.execute({ query: CROSSING, headers: ASKED })).cout;
    expect(unlimited).toEqual({ estime: 10, limite: null });
    await gateway.stop();
    await open({ limits: { cost: 10 } });
    const limited = await gateway.execute({ query: CROSSING, headers: ASKED });
    expect(planOf(limited).cout).toEqual({ estime: 10, limite: 10 });
  });

  it('says whether it was known', async () => {
    await open();
    const known: boolean[] = [];
    for (let time = 0; time < 2; time += 1) {
      known.push(planOf(await gateway.execute({ query: CROSSING, headers: ASKED })).planification.connu);
    }
    expect(known).toEqual([false, true]);
  });

  it('is readable', async () => {
    await open();
    const { texte } = planOf(await gateway.execute({ query: '{ regions { population } }', headers: ASKED }));
    expect(texte.split('\n')).toEqual([
      'En séquence',
      '  Appel à regions',
      '    {',
      '      regions {',
      '        __typename',
      '        code',
      '      }',
      '    }',
      '  Sous regions.[]',
      '    Appel à mesures, avec ... on Region { __typename code }',
      '      query ($representations: [_Any!]!) {',
      '        _entities(representations: $representations) {',
      '          ... on Region {',
      '            population',
      '          }',
      '        }',
      '      }',
    ]);
  });

  it('names places as the client does', async () => {
    await open();
    const query = '{ lieux: regions { code: nom proches: voisines { population } } }';
    const result = await gateway.execute({ query, headers: ASKED });
    expect(sayCalls(planOf(result))).toEqual(['mesures lieux.proches', 'regions racine']);
  });

  it('says what happened to a call that failed', async () => {
    await open({
      subgraphTimeoutMs: 20,
      callers: createTwoCallers(async ({ subgraph }) => {
        if (subgraph === 'mesures') await new Promise((resolve) => setTimeout(resolve, 60));
      }),
    });
    const result = await gateway.execute({ query: '{ total panne }', headers: ASKED });
    expect(planOf(result).appels).toContainEqual(
      expect.objectContaining({ sousGraphe: 'mesures', code: 'DELAI_DEPASSE' }),
    );
    expect(planOf(result).appels).toContainEqual(
      expect.objectContaining({ sousGraphe: 'regions', erreurs: 1 }),
    );
  });

  it('is told as well when the stock executor runs it', async () => {
    await open();
    const query = '{ regions { population } __schema { queryType { name } } }';
    const result = await gateway.execute({ query, headers: ASKED });
    expect(result.data).toMatchObject({ regions: [{ population: 1000 }, { population: 2000 }] });
    expect(sayCalls(planOf(result))).toEqual(['mesures regions', 'regions racine']);
  });

  it('is empty when no subgraph is asked, and absent when there is no plan', async () => {
    await open();
    const nothing = planOf(await gateway.execute({ query: '{ __typename }', headers: ASKED }));
    expect(nothing).toMatchObject({ appels: [], texte: 'Rien à demander aux sous-graphes.' });
    expect(await gateway.execute({ query: '{ inconnu }', headers: ASKED })).not.toHaveProperty('extensions');
  });

  it('comes over HTTP too, with the size of each answer', async () => {
    servers.push(await serveSubgraph('regions'), await serveSubgraph('mesures'));
    const [regions, mesures] = servers as [TestServer, TestServer];
    const sdl = composeTwoSubgraphs({ regions: regions.url, mesures: mesures.url });
    await open({ supergraph: { sdl }, callers: () => undefined });
    const { url } = await gateway.listen(0, '127.0.0.1');
    const response = await fetch(`${url}/graphql?query={total}`, { headers: ASKED });
    const result = (await response.json()) as OperationResult;
    expect(result.data).toEqual({ total: 3000 });
    expect(planOf(result).appels).toMatchObject([{ sousGraphe: 'mesures', octets: 23 }]);
  });

  it('asks the subgraphs what they read only for who asks it, and believes only what is well said', async () => {
    const asked: (string | undefined)[] = [];
    let told = 'sql=2, lignes=40';
    servers.push(
      await serve((incoming, response) => {
        incoming.resume();
        asked.push(incoming.headers['palier-mesure'] as string | undefined);
        response.setHeader('palier-mesure', told).end('{"data":{"total":1},"extensions":{"palier":"faux"}}');
      }),
    );
    const url = servers[0]?.url ?? '';
    await open({
      supergraph: { sdl: composeTwoSubgraphs({ regions: url, mesures: url }) },
      callers: () => undefined,
      forwardedHeaders: ['accept-language'],
    });
    expect(await gateway.execute({ query: '{ total }', headers: { 'palier-mesure': '1' } })).toEqual({
      data: { total: 1 },
    });
    const plan = async (): Promise<Explanation> =>
      planOf(await gateway.execute({ query: '{ total }', headers: ASKED }));
    expect((await plan()).appels).toMatchObject([{ sql: 2, lignes: 40 }]);
    told = 'sql=<b>, lignes=-1';
    expect((await plan()).appels[0]).not.toHaveProperty('sql');
    expect(asked).toEqual([undefined, '1', '1']);
  });
});

describe('who may not know it', () => {
  it('gets the answer, and why there is no plan', async () => {
    await open({ plansFor: 'ALLOWED' });
    const result = await gateway.execute({ query: '{ total }', headers: ASKED });
    expect(result.data).toEqual({ total: 3000 });
    expect(palierOf(result)).toEqual({
      plan: { refus: 'Le plan n’est pas donné ici : il faut le droit « palier:plan ».' },
    });
    expect(await gateway.execute({ query: '{ total }' })).toEqual({ data: { total: 3000 } });
  });

  it('is nobody who holds the right', async () => {
    await open({ plansFor: 'ALLOWED' });
    const identity = { ...ANONYMOUS, subject: 'a', scopes: new Set(['palier:plan']), key: 'a' };
    const result = await gateway.execute({ query: '{ total }', headers: ASKED, identity });
    expect(sayCalls(planOf(result))).toEqual(['mesures racine']);
    const other = { ...identity, scopes: new Set(['palier:planifier']) };
    const refused = await gateway.execute({ query: '{ total }', headers: ASKED, identity: other });
    expect(planOf(refused)).toHaveProperty('refus');
  });
});
