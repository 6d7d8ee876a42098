import { afterEach, describe, expect, it } from 'vitest';
import type { Gateway } from './server.ts';
import { openGateway } from './testing/open-gateway.ts';
import { readText, serve, type TestServer } from './testing/subgraph-servers.ts';
import { composeTwoSubgraphs } from './testing/two-subgraphs.ts';

const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
let gateway: Gateway | undefined;
let servers: readonly TestServer[] = [];

afterEach(async () => {
  await gateway?.stop();
  await Promise.all(servers.map((server) => server.close()));
});

/** The gateway over a subgraph that says what it should for its root, and `text` for entities. */
async function ask(query: string, regions: string, mesures: string): Promise<string> {
  const answer = (text: string): Promise<TestServer> =>
    serve((incoming, response) => void readText(incoming).then(() => response.end(text)));
  const [first, second] = await Promise.all([answer(regions), answer(mesures)]);
  servers = [first, second];
  gateway = await openGateway({
    supergraph: { sdl: composeTwoSubgraphs({ regions: first.url, mesures: second.url }) },
    logger: SILENT,
  });
  const { url } = await gateway.listen(0, '127.0.0.1');
  const response = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`);
  return response.text();
}

const REGIONS = '{"data":{"regions":[{"__typename":"Region","code":"01","nom":"A"}]}}';

describe('a hostile subgraph', () => {
  it.each([
    '{"data":{"_entities":[{"__proto__":{"pollue":1},"population":1}]}}',
    '{"data":{"_entities":[{"\\u005f\\u005fproto__":{"pollue":1},"population":1}]}}',
    '{"data":{"_entities":[{"constructor":{"prototype":{"pollue":1}},"population":1}]}}',
    '{"data":{"_entities":[{"population":1}],"__proto__":{"pollue":1}},"__proto__":{"pollue":1}}',
  ])('does not reach the objects of the gateway: %s', async (text) => {
    const answer = await ask('{ regions { nom population } }', REGIONS, text);
    expect(JSON.parse(answer)).toEqual({ data: { regions: [{ nom: 'A', population: 1 }] } });
    expect(({} as Record<string, unknown>)['pollue']).toBeUndefined();
  });

  it.each([
    ['more entities than asked', '{"data":{"_entities":[{"population":1},{"population":2}]}}'],
    ['fewer', '{"data":{"_entities":[]}}'],
    ['something else', '{"data":{"_entities":{"population":1}}}'],
    ['nothing', '{"data":{}}'],
    ['fields nobody asked', '{"data":{"_entities":[{"population":1,"secret":"x"}],"autre":1}}'],
    ['a value of another type', '{"data":{"_entities":[{"population":{"a":1}}]}}'],
    ['a type that does not exist', '{"data":{"_entities":[{"__typename":"Inconnu","population":1}]}}'],
  ])('that gives %s harms its own fields alone, and shows nothing internal', async (_, text) => {
    const answer = await ask('{ regions { nom population } }', REGIONS, text);
    const { data } = JSON.parse(answer) as { data: { regions: { nom: string; population: unknown }[] } };
    expect(data.regions[0]?.nom).toBe('A');
    expect([1, null]).toContain(data.regions[0]?.population);
    expect(Object.keys(data.regions[0] ?? {})).toEqual(['nom', 'population']);
    expect(answer).not.toMatch(/secret|_entities|127\.0\.0\.1|stack|Expected/);
  });
});
