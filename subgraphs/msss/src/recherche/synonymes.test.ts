import { listMotsDemandes } from '@palier/runtime/list-mots';
import { type SubgraphUnderTest, openToRead } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';
import { SYNONYMES, toTermes } from '@palier/runtime/synonymes';
import { toRequete } from './to-requete.ts';

let level: SubgraphUnderTest;

beforeAll(async () => {
  level = await openToRead(msss);
});
afterAll(() => level.close());

const read = (texte: string) =>
  toTermes(listMotsDemandes(texte)).map(({ mots, synonymes }) => [
    mots.map(({ mot }) => mot).join(' '),
    ...synonymes.map((suite) => suite.map(({ mot }) => mot).join(' ')),
  ]);

it('takes for one thing the words that say one together', () => {
  expect(read('ouverts le week-end')).toEqual([
    ['ouverts', 'ouverture', 'accessible'],
    ['week end', 'fin semaine', 'samedi', 'dimanche'],
  ]);
});

it('keeps the longest expression', () => {
  expect(read('fin de semaine prochaine').map(([typed]) => typed)).toEqual(['fin semaine', 'prochaine']);
  expect(read('fin').map((terme) => terme.length)).toEqual([1]);
});

it('finds something of the graph by each', async () => {
  const lost: string[] = [];
  for (const terme of SYNONYMES) {
    const [forme = ''] = toRequete([terme]).formes;
    const [row] = await level.rows<{ nombre: number }>(
      `select count(*)::int as nombre from msss.recherche where vecteur @@ '${forme.replaceAll("'", "''")}'::tsquery`,
    );
    if (!row?.nombre) lost.push(terme.mots.map(({ mot }) => mot).join(' '));
  }
  expect(lost).toEqual([]);
});
