import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UntypedOperations, findTypeDrift, typeOperations } from './typed-operations.ts';

const SUPERGRAPH = readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palier-types-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const type = (): Promise<string> =>
  typeOperations(SUPERGRAPH, folder, { from: '@palier/client', asks: 'BY_TEXT' });

it('finds the committed module to be what the graph and the operations say', async () => {
  expect(await findTypeDrift(SUPERGRAPH)).toEqual([]);
});

it('types an act of one’s own, asked by its text, with its comment', async () => {
  writeFileSync(
    join(folder, 'fermer.graphql'),
    '# Ferme */ la campagne.\nmutation Fermer($cle: ID!, $campagne: ID!) { fermerCampagne(cle: $cle, campagne: $campagne) { acte { numero } } }',
  );
  const module = await type();
  expect(module).toContain("import type { Operation } from '@palier/client';");
  expect(module).toContain(
    '/** Ferme * / la campagne. */\nexport const fermer: Operation<FermerMutation, FermerMutationVariables> = {',
  );
  expect(module).toContain(
    'export type FermerMutation = { fermerCampagne: { acte: { numero: number } } | null };',
  );
});

it.each([
  ['a.graphql', 'query A { disparu }', /^a\.graphql : Le champ « disparu » n’existe pas/],
  ['a.graphql', 'query B { regions { nom } }', /^a\.graphql : .* doit se nommer b\.graphql/],
  [
    'a.graphql',
    'query A { regions { nom } } query B { regions { nom } }',
    /^a\.graphql : une opération, et une seule/,
  ],
])('refuses %s with « %s », by its file', async (file, text, fault) => {
  writeFileSync(join(folder, file), text);
  await expect(type()).rejects.toThrow(UntypedOperations);
  await expect(type()).rejects.toThrow(fault);
});
