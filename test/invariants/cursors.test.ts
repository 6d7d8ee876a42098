import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';
import { isConnection, needsNoArgument, objectTypeOf, readPublicApi, rootFields } from './public-api.ts';

/** A list of the graph, and the question that gives one item of it after a cursor. */
interface List {
  readonly name: string;
  readonly query: string;
}

const root = (field: string, args = ''): List => ({
  name: `${field}(${args})`,
  query: `query ($after: String) { list: ${field}(${args} first: 1, after: $after) { ${FIELDS} } }`,
});
const under = (parent: string, field: string, args = ''): List => ({
  name: `${parent}.${field}(${args})`,
  query: `query ($after: String) { parent: ${parent} { list: ${field}(${args} first: 1, after: $after) { ${FIELDS} } } }`,
});
const FIELDS = 'edges { cursor } pageInfo { endCursor }';
const PIERREFONDS = 'territoireClsc(code: "06112")';
const ANOTHER = 'territoireClsc(code: "01111")';

/** Those that hold something at birth, and several narrowings of the same. */
const LISTS: readonly List[] = [
  root('territoiresClsc'),
  root('territoiresClsc', 'filtre: { region: "06" }'),
  root('territoiresClsc', 'filtre: { region: "03" }'),
  root('territoiresClsc', 'tri: NOM'),
  root('territoiresClsc', 'tri: POPULATION, sens: DECROISSANT'),
  root('bilans'),
  root('bilans', 'region: "06"'),
  root('bilans', 'territoires: ["06112", "01111"]'),
  root('bilans', 'tri: NON_CONFORMES, sens: DECROISSANT'),
  root('exigences'),
  root('exigences', 'filtre: { service: CRISE }'),
  root('exigences', 'filtre: { service: CRISE, avecSeuil: true }'),
  root('recherche', 'texte: "service"'),
  root('dependants', 'type: "Mandat", code: "M6"'),
  root('recherche', 'texte: "services"'),
  root('recherche', 'texte: "service", types: ["Standard"]'),
  root('enonces'),
  root('enonces', 'document: "001"'),
  root('enonces', 'document: "003", nature: CONSTAT'),
  root('campagnes'),
  root('canevas'),
  root('reglesValidation'),
  root('reglesValidation', 'severite: BLOQUANTE'),
  root('mesures'),
  root('mesures', 'exigence: "A-P11:INFO_SOCIAL"'),
  root('mesures', 'periode: "2025-2026-P01"'),
  root('mesures', 'territoire: "06112"'),
  root('mesures', 'territoires: ["06112", "01111"]'),
  root('mesures', 'region: "06"'),
  root('mesures', 'verdict: CONFORME'),
  root('mesures', 'tri: VALEUR'),
  root('mesures', 'tri: VALEUR, sens: DECROISSANT'),
  under(PIERREFONDS, 'mesures'),
  under(PIERREFONDS, 'mesures', 'exigence: "A-P11:INFO_SOCIAL"'),
  under(ANOTHER, 'mesures'),
  under(PIERREFONDS, 'designations'),
  under(ANOTHER, 'designations'),
  under(PIERREFONDS, 'offre'),
  under(ANOTHER, 'offre'),
  under('roleClsc(code: NAVIGATEUR)', 'exercices'),
  under('roleClsc(code: COANIMATEUR)', 'exercices'),
  under('serviceSocial(code: AAOR)', 'offres'),
  under('serviceSocial(code: CRISE)', 'offres'),
];

const fieldOf = ({ name }: List) => name.split('(')[0];

/** The other connections of the root: one that holds nothing yet gives no cursor, and takes none. */
const PAGED = rootFields(readPublicApi()).filter((field) => {
  const type = objectTypeOf(field);
  return type !== undefined && isConnection(type);
});
const OTHERS = PAGED.filter(
  (field) => needsNoArgument(field) && !LISTS.some((list) => fieldOf(list) === field.name),
).map(({ name }) => root(name));
const ALL = [...LISTS, ...OTHERS];

interface Connection {
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly endCursor: string | null };
}

let house: TestHouse;
const cursors = new Map<List, string>();

beforeAll(async () => {
  house = await openTestHouse();
  for (const list of LISTS)
    cursors.set(list, (await cursorOf(list)) ?? expect.fail(`${list.name} holds nothing`));
  for (const list of OTHERS) {
    const cursor = await cursorOf(list);
    if (cursor !== null) cursors.set(list, cursor);
  }
});
afterAll(() => house.close());

/** Of its first item; null where it has none. */
async function cursorOf({ name, query }: List): Promise<string | null> {
  const { data, errors } = await house.gateway.execute({ query });
  expect(errors, name).toBeUndefined();
  const found = data as { list?: Connection; parent?: { list: Connection } };
  const { edges, pageInfo } = found.list ??
    found.parent?.list ?? { edges: [], pageInfo: { endCursor: null } };
  expect(edges.length, name).toBeLessThanOrEqual(1);
  expect(pageInfo.endCursor, name).toBe(edges[0]?.cursor ?? null);
  return pageInfo.endCursor;
}

async function codesOf({ query }: List, after: string): Promise<unknown[]> {
  const { errors } = await house.gateway.execute({ query, variables: { after } });
  return (errors ?? []).map(({ extensions }) => extensions?.['code']);
}

describe('a cursor', () => {
  it('is tried on every root connection of the graph', () => {
    const tried = new Set(ALL.map(fieldOf));
    for (const { name } of PAGED)
      expect(
        tried.has(name),
        `${name} is not tried: what it must be given is said in LISTS of test/invariants/cursors.test.ts, by root('${name}', …)`,
      ).toBe(true);
  });

  it.each(ALL.map((list) => [list.name, list] as const))('of %s belongs to it alone', async (_, own) => {
    const cursor = cursors.get(own);
    if (cursor === undefined) return;
    expect(await codesOf(own, cursor)).toEqual([]);
    for (const other of ALL) {
      if (other === own) continue;
      expect(await codesOf(other, cursor), `given to ${other.name}`).toEqual(['PAGE_INVALIDE']);
    }
  });

  it.each(['filtre: { region: "06", ruisss: null }', 'filtre: { ruisss: null, region: "06" }'])(
    'goes on with the same filters, written otherwise: %s',
    async (args) => {
      const narrowed = LISTS.find(({ name }) => name === 'territoiresClsc(filtre: { region: "06" })');
      const cursor = narrowed && cursors.get(narrowed);
      expect(await codesOf(root('territoiresClsc', args), cursor ?? '')).toEqual([]);
    },
  );

  it.each([
    ['in standard base64', (cursor: string) => `${cursor}=`],
    ['with a space', (cursor: string) => `${cursor} `],
    ['with a letter that is no digit of it', (cursor: string) => `${cursor}é`],
  ])('is refused when it comes back altered, %s', async (_, alter) => {
    const list = LISTS[0] ?? root('territoiresClsc');
    expect(await codesOf(list, alter(cursors.get(list) ?? ''))).toEqual(['PAGE_INVALIDE']);
  });
});
