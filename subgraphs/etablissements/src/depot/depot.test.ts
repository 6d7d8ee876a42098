import 'reflect-metadata';
import type { Identity } from '@palier/calls/identity';
import { openForTest, someoneOf, type SubgraphUnderTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { etablissements } from '../subgraph.ts';

const EMPREINTE = 'a'.repeat(64);
const personOf = (subject: string, etablissement: string): Identity =>
  someoneOf('ETABLISSEMENT', { subject, etablissement });
const luc = personOf('luc', '11045119');

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(etablissements);
});
afterAll(() => level.close());

const ask = (who?: Identity, empreinte = EMPREINTE, au?: string) =>
  level.execute('query ($empreinte: ID!) { cleDeDepot(empreinte: $empreinte) }', { empreinte }, who, au);

async function cleOf(who: Identity, empreinte?: string): Promise<string> {
  const { data, errors } = await ask(who, empreinte);
  expect(errors).toBeUndefined();
  return data!['cleDeDepot'] as string;
}

it('the same file of the same person has one name, which nobody else is given', async () => {
  const names = await Promise.all([luc, luc, luc].map((who) => cleOf(who)));
  expect(new Set(names).size).toBe(1);
  expect(names[0]).toMatch(/^depot-[0-9a-f]{40}$/);
  const others = [
    await cleOf(luc, 'b'.repeat(64)),
    await cleOf(personOf('anne', '11045119')),
    await cleOf(personOf('luc', '11045127')),
  ];
  expect(new Set([...names, ...others]).size).toBe(4);
  expect(await level.rows('select etablissement_code from etablissements.secret_depot order by 1')).toEqual([
    { etablissement_code: '11045119' },
    { etablissement_code: '11045127' },
  ]);
});

it('another database gives it another name', async () => {
  const name = await cleOf(luc);
  await level.rows(`delete from etablissements.secret_depot where etablissement_code = '11045119'`);
  expect(await cleOf(luc)).not.toBe(name);
});

it('whoever may not enter measures is given none', async () => {
  const refusals = [
    [undefined, EMPREINTE, 'AUTHENTIFICATION_REQUISE'],
    [someoneOf('SANTE_QUEBEC'), EMPREINTE, 'ACTE_NON_AUTORISE'],
    [someoneOf('ETABLISSEMENT'), EMPREINTE, 'ACTE_NON_AUTORISE'],
    [
      someoneOf('ETABLISSEMENT', { etablissement: '11045119', scopes: ['acte:soumettreReddition'] }),
      EMPREINTE,
      'ACTE_NON_AUTORISE',
    ],
    [luc, '2,5', 'CODE_INVALIDE'],
  ] as const;
  for (const [who, empreinte, code] of refusals) {
    const { data, errors } = await ask(who, empreinte);
    expect(data).toEqual({ cleDeDepot: null });
    expect(errors).toMatchObject([{ extensions: { code } }]);
  }
});
