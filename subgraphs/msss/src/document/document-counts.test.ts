import { type SubgraphUnderTest, openToRead } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';

let level: SubgraphUnderTest;

beforeAll(async () => {
  level = await openToRead(msss);
});
afterAll(() => level.close());

const DOCUMENTS = ['000', '001', '002', '003', '004'];

async function countEnonces(choice: string): Promise<number> {
  const { enonces } = await level.data<{ enonces: { totalCount: number } }>(
    `{ enonces(${choice}) { totalCount } }`,
  );
  return enonces.totalCount;
}

it('holds 1464 statements: so many of each document', async () => {
  const counts = await Promise.all(DOCUMENTS.map((code) => countEnonces(`document: "${code}"`)));
  expect(counts).toEqual([27, 678, 15, 452, 292]);
});

it.each([
  ['EN_VIGUEUR_SELON_LE_TEXTE', 729],
  ['ENTENDU_EN_CONSULTATION', 523],
  ['RAPPORTE', 81],
  ['RECOMMANDATION', 55],
  ['PROJET_SOUMIS_A_CONSULTATION', 53],
  ['TRAVAUX_ANNONCES', 23],
])('says of %s statements that they are worth that: %i', async (statut, expected) => {
  expect(await countEnonces(`statut: ${statut}`)).toBe(expected);
});

it.each([
  ['000', 10, 17],
  ['001', 13, 122],
  ['002', 4, 14],
  ['003', 11, 167],
  ['004', 10, 56],
])('divides document %s in %i parts, %i sections in all', async (code, parts, all) => {
  const { document } = await level.data<{ document: { sections: readonly object[] } }>(
    `{ document(code: "${code}") { sections { code } } }`,
  );
  const [rows] = await level.rows<{ count: number }>(
    `select count(*)::int as count from msss.section_document where document_code = '${code}'`,
  );
  expect([document.sections.length, rows?.count]).toEqual([parts, all]);
});

it('holds what else the documents name: figures, laws, other documents, and where they disagree', async () => {
  const lists = await level.data<Record<string, readonly object[]>>(
    '{ chiffres { code } referencesLegales { code } documentsCites { code } ecarts { code } elements { code } mandats { code } }',
  );
  expect(Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length]))).toEqual({
    chiffres: 95,
    referencesLegales: 34,
    documentsCites: 60,
    ecarts: 148,
    elements: 377,
    mandats: 29,
  });
});

it('holds 561 things that annexe II and the fiches say of the exigences, and 498 populations of the territories', async () => {
  const { exigences, territoiresClsc } = await level.data<{
    exigences: { nodes: readonly { assertions: readonly object[] }[] };
    territoiresClsc: { nodes: readonly { populations: readonly object[] }[] };
  }>(`{
    exigences(first: 402) { nodes { assertions { source } } }
    territoiresClsc(first: 166) { nodes { populations { annee } } }
  }`);
  expect(exigences.nodes.flatMap(({ assertions }) => assertions)).toHaveLength(561);
  expect(territoiresClsc.nodes.flatMap(({ populations }) => populations)).toHaveLength(498);
});

it.each([
  ['1.1', 83],
  ['1.2', 43],
  ['1.3', 26],
  ['1.4', 40],
  ['2.1', 22],
  ['2.2', 16],
  ['3.1', 73],
  ['4.1', 21],
  ['4.2', 44],
  ['4.3', 35],
  ['5.1', 31],
  ['5.2', 32],
  ['5.3', 17],
  ['5.4', 20],
])('holds under orientation %s of the proposed policy %i statements', async (code, expected) => {
  const { orientationPolitique } = await level.data<{ orientationPolitique: { enonces: readonly object[] } }>(
    `{ orientationPolitique(code: "${code}") { enonces { code } } }`,
  );
  expect(orientationPolitique.enonces).toHaveLength(expected);
});
