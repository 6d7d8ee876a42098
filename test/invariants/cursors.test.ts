import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';
import { EMPTY_AT_BIRTH, EMPTY_AT_BIRTH_FILE } from './empty-at-birth.ts';
import { isConnection, objectTypeOf, readPublicApi, rootFields } from './public-api.ts';

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

/** Every connection that holds something at birth, and several narrowings of the same. */
const LISTS: readonly List[] = [
  root('territoiresClsc'),
  root('territoiresClsc', 'filtre: { region: "06" }'),
  root('territoiresClsc', 'filtre: { region: "03" }'),
  root('territoiresClsc', 'tri: NOM'),
  root('territoiresClsc', 'tri: POPULATION, sens: DECROISSANT'),
  root('bilans'),
  root('bilans', 'region: "06"'),
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
];

/** These hold nothing yet: they give no cursor, and take none. */
const PAGED = rootFields(readPublicApi())
  .filter((field) => {
    const type = objectTypeOf(field);
    return type !== undefined && isConnection(type);
  })
  .map(({ name }) => name);
const EMPTY: readonly List[] = EMPTY_AT_BIRTH.filter((field) => PAGED.includes(field)).map((field) =>
  root(field),
);

interface Connection {
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly endCursor: string | null };
}

let house: TestHouse;
const cursors = new Map<List, string>();

beforeAll(async () => {
  house = await openTestHouse();
  for (const list of LISTS) cursors.set(list, await cursorOf(list));
});
afterAll(() => house.close());

async function cursorOf({ name, query }: List): Promise<string> {
  const { data, errors } = await house.gateway.execute({ query });
  expect(errors, name).toBeUndefined();
  const found = data as { list?: Connection; parent?: { list: Connection } };
  const { edges, pageInfo } = found.list ??
    found.parent?.list ?? { edges: [], pageInfo: { endCursor: null } };
  expect(edges, name).toHaveLength(1);
  expect(pageInfo.endCursor, name).toBe(edges[0]?.cursor);
  return pageInfo.endCursor ?? '';
}

async function codesOf({ query }: List, after: string): Promise<unknown[]> {
  const { errors } = await house.gateway.execute({ query, variables: { after } });
  return (errors ?? []).map(({ extensions }) => extensions?.['code']);
}

describe('a cursor', () => {
  it('is tried on every root connection of the graph', () => {
    const tried = new Set([...LISTS, ...EMPTY].map(({ name }) => name.split('(')[0]));
    for (const name of PAGED)
      expect(
        tried.has(name),
        `${name} is not tried: add root('${name}') to LISTS of test/invariants/cursors.test.ts or, if nothing fills it at birth, '${name}' to EMPTY_AT_BIRTH of ${EMPTY_AT_BIRTH_FILE}`,
      ).toBe(true);
  });

  it.each(LISTS.map((list) => [list.name, list] as const))('of %s belongs to it alone', async (_, own) => {
    const cursor = cursors.get(own) ?? '';
    expect(await codesOf(own, cursor)).toEqual([]);
    for (const other of [...LISTS, ...EMPTY]) {
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
