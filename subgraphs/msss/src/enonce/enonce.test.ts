import { type SubgraphUnderTest, openToRead } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly {
    readonly code: string;
    readonly statut: string;
    readonly voix: string | null;
    readonly theme: string | null;
    readonly enonce: string;
  }[];
}

let level: SubgraphUnderTest;

beforeAll(async () => {
  level = await openToRead(msss);
});
afterAll(() => level.close());

async function list(choice: string): Promise<Page> {
  const { enonces } = await level.data<{ enonces: Page }>(
    `{ enonces(first: 1000, ${choice}) { totalCount nodes { code statut voix theme enonce } } }`,
  );
  return enonces;
}

it('says of all that was heard in the consultation that it was heard, and by whom', async () => {
  const heard = await list('document: "001", statut: ENTENDU_EN_CONSULTATION');
  expect(heard.totalCount).toBeGreaterThan(200);
  expect(heard.nodes.filter(({ voix }) => voix === null)).toEqual([]);
});

it('never says that a document of the consultation is in force', async () => {
  expect(await list('document: "001", statut: EN_VIGUEUR_SELON_LE_TEXTE')).toMatchObject({ totalCount: 0 });
});

it('gives the statements of a section with those of the sections it holds', async () => {
  const [whole, parts] = await Promise.all([
    list('section: "003-1.2"'),
    Promise.all(['003-1.2.1', '003-1.2.2'].map((code) => list(`section: "${code}"`))),
  ]);
  const codes = parts.flatMap(({ nodes }) => nodes.map(({ code }) => code));
  expect(codes.length).toBeGreaterThan(0);
  expect(whole.nodes.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
});

it('reads a theme of the consultation, from the orientation too', async () => {
  const { nodes } = await list('theme: "Affiliation"');
  expect(nodes.length).toBeGreaterThan(5);
  const { orientationPolitique } = await level.data<{
    orientationPolitique: { enonces: readonly { readonly code: string }[] };
  }>('{ orientationPolitique(code: "1.1") { enonces(theme: "Affiliation") { code } } }');
  expect(orientationPolitique.enonces.map(({ code }) => code)).toEqual(nodes.map(({ code }) => code));
});

it('finds the words it is asked for under each of their forms', async () => {
  const { nodes } = await list('document: "003", texte: "psychothérapies"');
  expect(nodes.length).toBeGreaterThan(0);
  for (const { enonce } of nodes) expect(enonce).toMatch(/psychothérap/i);
});

it.each([
  ['document: "009"', 'document'],
  ['section: "003-99"', 'section'],
  ['theme: "Chevaux"', 'theme'],
  ['orientation: "9.9"', 'orientation'],
  ['porteur: "Chevaux"', 'porteur'],
])('refuses %s, which nothing bears', async (choice, name) => {
  const { errors } = await level.execute(`{ enonces(${choice}) { totalCount } }`);
  expect(errors?.[0]?.message).toContain(`« ${name} »`);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FILTRE_INVALIDE' });
});

it('reads the statements of every orientation in one statement', async () => {
  const statements = await level.statementsOf(() =>
    level.data('{ axesPolitique { orientations { enonces { code } } } }'),
  );
  expect(statements).toHaveLength(3);
});

it('gives each service what its form says', async () => {
  const { servicesSociaux } = await level.data<{
    servicesSociaux: readonly {
      readonly code: string;
      readonly enonces: readonly { readonly code: string }[];
    }[];
  }>('{ servicesSociaux { code enonces { code } } }');
  expect(servicesSociaux.filter(({ enonces }) => enonces.length === 0)).toEqual([]);
});

it('writes the name behind an acronym as it is', async () => {
  const { nodes } = await list(
    'document: "003", texte: "CSSS centre santé services sociaux", section: "003-A3"',
  );
  expect(nodes.map(({ enonce }) => enonce)).toContainEqual(
    expect.stringMatching(/centre de santé et de services sociaux/i),
  );
});

it.each(['de la', 'le', 'C.L.S.C.', 'a & b | !c'])(
  'refuses to look for « %s », which every text would seem to hold',
  async (texte) => {
    const { errors } = await level.execute(`{ enonces(texte: "${texte}") { totalCount } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'RECHERCHE_INVALIDE' });
  },
);
