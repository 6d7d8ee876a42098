import { expect, it } from 'vitest';
import type { PageRequest } from '../../shell/page.ts';
import { askObligations } from './obligations.tsx';

/** A graph that counts these, and what was asked of its list. */
function graphOf(comptes: Readonly<Record<string, number>>) {
  const listed: unknown[] = [];
  const repartition = Object.entries(comptes).map(([cle, nombre]) => ({ cle, nombre }));
  const list = { totalCount: 0, nodes: [], absence: null, pageInfo: { hasNextPage: false, endCursor: null } };
  const ask = ({ documentId }: { documentId: string }, { etat }: { etat?: string }) => {
    if (documentId === 'tableau-obligations') listed.push(etat);
    const obligations = documentId === 'tableau-comptes' ? { origine: null, repartition } : list;
    return Promise.resolve({ data: { etablissement: { obligations } } });
  };
  const open = async (query: string) => {
    const of = { code: '11045127', campagne: '2025-2026' };
    const read = await askObligations(ask as unknown as PageRequest['ask'], of, new URLSearchParams(query));
    return { etat: read?.etat, isChosen: read?.isChosen, listed: listed.at(-1) };
  };
  return { open };
}

it.each([
  [{ CONSOLIDEE: 900, ABSENTE: 3, EN_RETARD: 4, RETOURNEE: 2 }, 'RETOURNEE'],
  [{ CONSOLIDEE: 900, ABSENTE: 3, EN_RETARD: 4 }, 'EN_RETARD'],
  [{ CONSOLIDEE: 900, ABSENTE: 3 }, 'ABSENTE'],
])('what is due opens on what is to be done: %j', async (comptes, etat) => {
  expect(await graphOf(comptes).open('')).toEqual({ etat, isChosen: false, listed: etat });
});

it('opens on all where nothing is to be done, where all is asked, and on a page that follows', async () => {
  const nothing = graphOf({ CONSOLIDEE: 900 });
  expect(await nothing.open('')).toEqual({ etat: 'TOUTES', isChosen: false, listed: undefined });
  const some = graphOf({ RETOURNEE: 2 });
  expect(await some.open('etat=TOUTES')).toEqual({ etat: 'TOUTES', isChosen: true, listed: undefined });
  expect(await some.open('apres=abc')).toEqual({ etat: 'TOUTES', isChosen: false, listed: undefined });
});

it('shows the state that is asked', async () => {
  const asked = await graphOf({ RETOURNEE: 2 }).open('etat=ABSENTE');
  expect(asked).toEqual({ etat: 'ABSENTE', isChosen: true, listed: 'ABSENTE' });
});
