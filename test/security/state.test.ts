import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Gateway, createGateway } from '@palier/gateway';
import { SILENT } from '@palier/gateway/testing/loggers';
import { type HouseOptions, SUPERGRAPH, openHouse } from '@palier/start/open-house';
import { playStory } from '@palier/start/story';
import {
  type GraphQLSchema,
  buildClientSchema,
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import type { IntrospectionQuery } from 'graphql';
import { afterAll, expect, it } from 'vitest';
import { snapshotLocation } from '../house.ts';
import { PLANNING } from '../planning.ts';

const CONTRACT = 'partenaires';
const RESTRICTED = {
  contracts: [{ name: CONTRACT, filter: { exclude: ['interne'] } }],
  fullGraph: 'AUTHENTICATED',
} as const;
const ASSETS = fileURLToPath(new URL('../../gateway/explorer/dist/assets/', import.meta.url));
const TAGGED = 'etiquete/';
/** A name of several words is nobody else's; a plain word is also of the texts and the libraries of the page. */
const SEVERAL_WORDS = /[a-z][A-Z]|_/;

const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

async function listen(gateway: Gateway, stop: () => Promise<void>): Promise<string> {
  ends.push(stop);
  return (await gateway.listen(0, '127.0.0.1')).url;
}

async function openPage(options: Partial<HouseOptions> = {}): Promise<{ gateway: Gateway; url: string }> {
  const data = { demonstration: 'CHARGEE' } as const;
  const { gateway, close } = await openHouse({
    location: snapshotLocation(),
    data,
    planning: PLANNING,
    logger: SILENT,
    ...options,
  });
  return { gateway, url: await listen(gateway, close) };
}

async function readPage(url: string): Promise<{ readonly status: number; readonly html: string }> {
  const response = await fetch(`${url}/etat`);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const html = await response.text();
  expect(html).not.toMatch(/<script(?! type="module" src="\/assets\/)/);
  return { status: response.status, html };
}

/** As people are told of the levels. */
const LEVELS = ['Le ministère', 'Santé Québec', 'Le palier des établissements'];

it('the state page tells people each level, the database, and what the graph serves', async () => {
  const { url } = await openPage();
  const { status, html } = await readPage(url);
  expect(status).toBe(200);
  expect(html).toContain('Le graphe répond.');
  for (const name of [...LEVELS, 'Base de données'])
    expect(html).toMatch(new RegExp(`<th scope="row">${name}</th><td><span class="good">répond`));
  for (const said of [
    /Graphe en service depuis<\/th><td>\d+ .*\(heure de Québec\)/,
    /Version du graphe<\/th><td>[\da-f]{12}</,
    /Démonstration<\/th><td>chargée\u00a0: /,
    /Dernière consolidation<\/th><td>.*campagne 2025-2026</,
    /Journal de Santé Québec<\/th><td>(aucun acte|(\d+) actes?\u00a0; dernier point de contrôle signé à l’acte \2)</,
  ])
    expect(html).toMatch(said);
  expect((await fetch(`${url}/etat`, { method: 'POST' })).status).toBe(405);
});

it('the last consolidation is the last that was made, of whatever campagne', async () => {
  const { gateway, consolidate, close } = await openHouse({
    location: snapshotLocation(),
    data: { demonstration: 'CHARGEE' },
    planning: PLANNING,
    logger: SILENT,
  });
  const url = await listen(gateway, close);
  // All that was there is consolidated: what the story changes is then alone.
  await consolidate();
  await playStory(gateway);
  expect((await consolidate()).map(({ campagne }) => campagne)).toContain('2024-2025');
  const { html } = await readPage(url);
  expect(html).toMatch(/Dernière consolidation<\/th><td>[^<]*, campagne 2024-2025</);
});

it('where not everybody may ask the whole graph, its pages tell no more than /health', async () => {
  const { gateway, url } = await openPage(RESTRICTED);
  const { status, html } = await readPage(url);
  expect(status).toBe(200);
  expect(html).toContain('Le graphe répond.');
  // Where anybody may go is not hidden: the links lead to the contract, and nothing else names it.
  expect(html).toContain(`href="/${CONTRACT}/tableau"`);
  const told = html.replaceAll(new RegExp(`(href|action)="/${CONTRACT}/`, 'g'), '');
  expect(told).not.toMatch(new RegExp(`msss|sante-quebec|Base de données|Démonstration|${CONTRACT}`));

  const introspect = async (contract?: string): Promise<GraphQLSchema> => {
    const query = getIntrospectionQuery();
    const { data } = await gateway.execute({ query, ...(contract && { contract }) });
    return buildClientSchema(data as unknown as IntrospectionQuery);
  };
  const full = await introspect();
  const shown = await introspect(CONTRACT);
  const left = new Set(listNames(shown));
  const hidden = listNames(full).filter((name) => !left.has(name) && SEVERAL_WORDS.test(name));
  expect(hidden).toContain('demandesModification');
  expect(hidden.length).toBeGreaterThan(10);
  let served = 0;
  for (const file of readdirSync(ASSETS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  )) {
    const response = await fetch(`${url}/assets/${file}`);
    if (file.startsWith(TAGGED)) {
      expect(response.status, file).toBe(404);
      continue;
    }
    const text = await response.text();
    expect(text).toBe(readFileSync(`${ASSETS}${file}`, 'utf8'));
    expect(
      hidden.filter((name) => new RegExp(`\\b${name}\\b`).test(text)),
      file,
    ).toEqual([]);
    for (const query of queriesIn(text)) {
      expect(validate(full, parse(query)), file).toEqual([]);
      expect(validate(shown, parse(query)), file).toEqual([]);
      served += 1;
    }
  }
  expect(served).toBeGreaterThan(30);
});

it('where only those who are known may ask, its pages name no contract', async () => {
  const { url } = await openPage({ ...RESTRICTED, allowedCallers: 'AUTHENTICATED' });
  const { status, html } = await readPage(url);
  expect(status).toBe(200);
  expect(html).not.toContain(CONTRACT);
});

it('a level that does not answer is said so, and neither where it is nor why', async () => {
  const subgraphUrls = {
    msss: 'http://127.0.0.1:1/graphql',
    'sante-quebec': 'http://localhost:1/',
    etablissements: 'http://[::1]:1/',
  };
  const gateway = await createGateway({ supergraph: { path: SUPERGRAPH }, subgraphUrls, logger: SILENT });
  const { html } = await readPage(await listen(gateway, () => gateway.stop()));
  for (const name of LEVELS)
    expect(html).toContain(`<th scope="row">${name}</th><td><span class="bad">ne répond pas</span>`);
  expect(html).toContain('<th scope="row">Dernière consolidation</th><td>non dit ici</td>');
  expect(html).not.toMatch(/127\.0\.0\.1|localhost|::1|ECONN|Error/);
});

/** Every name that a schema gives to something. */
function listNames(schema: GraphQLSchema): string[] {
  const names = Object.values(schema.getTypeMap()).flatMap((type) => [
    type.name,
    ...(isEnumType(type) ? type.getValues().map(({ name }) => name) : []),
    ...(isInputObjectType(type) ? Object.keys(type.getFields()) : []),
    ...(isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).flatMap(({ name, args }) => [
          name,
          ...args.map((argument) => argument.name),
        ])
      : []),
  ]);
  return [...new Set(names)];
}

/** The queries of the welcome and of the questions, as the page holds them: in JSON, or in a script. */
function queriesIn(text: string): string[] {
  return [...text.matchAll(/`(# (?:Q\d|Bienvenue)[^`]*)`|"(# (?:Q\d|Bienvenue)(?:[^"\\]|\\.)*)"/g)]
    .map(([, written, quoted]) => written ?? (JSON.parse(`"${quoted ?? ''}"`) as string))
    .filter((query) => query.includes('{'));
}
