import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linksOf } from './links-of.ts';
import { openPagesHouse, type PagesHouse } from './open-pages.ts';

/** A folder of an operator's own: nothing of ours, but for a name that one of our pages asks by. */
const folder = mkdtempSync(join(tmpdir(), 'palier-operations-'));
const ETRANGERE = 'query Etrangere { regions { code } }';
const HOMONYME = 'query TableauRoles { regions { nom } }';
const warnings: unknown[] = [];

let house: PagesHouse;
beforeAll(async () => {
  writeFileSync(join(folder, 'etrangere.graphql'), ETRANGERE);
  writeFileSync(join(folder, 'tableau-roles.graphql'), HOMONYME);
  const said = (message: string, fields?: object): unknown => warnings.push({ message, ...fields });
  house = await openPagesHouse({
    operationsFolder: folder,
    logger: { debug: () => undefined, info: () => undefined, warn: said, error: said },
  });
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

describe('beside a folder of operations that are none of ours', () => {
  it.each([
    '/tableau',
    '/tableau/territoire/06112',
    '/tableau/exigence/A-P11:INFO_SOCIAL',
    '/tableau/etablissement/11045127',
    '/tableau/comparer',
    '/fait',
    '/fait/exigence/A-P11:INFO_SOCIAL',
    '/fait/exigence/A-P11:INFO_SOCIAL.json',
    '/recherche?q=navigateur',
    '/public/tableau',
  ])('a page opens whole: %s', async (path) => {
    const { status, text } = await house.open(path);
    expect(status).toBe(200);
    expect(text).not.toContain('est inconnue');
  });

  it('the figures of a page are there as data, and every list that it links to', async () => {
    const { text } = await house.open('/tableau');
    const data = linksOf(house, text).filter(({ pathname }) => /^\/q\/(?!tableau-roles\.)/.test(pathname));
    expect(data.length).toBeGreaterThan(3);
    for (const { pathname, search } of data)
      expect([pathname, (await house.open(`${pathname}${search}`)).status]).toEqual([pathname, 200]);
    expect((await house.open('/q/campagnes')).status).toBe(200);
    expect((await house.open('/q/tableau-territoires')).status).toBe(404);
  });

  it('the folder is what clients see of it, and nothing more', async () => {
    const { operations } = JSON.parse((await house.open('/q')).text) as { operations: { nom: string }[] };
    expect(operations.map(({ nom }) => nom)).toEqual(['etrangere', 'tableau-roles']);
    const { errors } = await house.gateway.execute({ documentId: 'tableau-carte' });
    expect(errors?.[0]?.extensions?.['code']).toBe('OPERATION_INCONNUE');
    const { text } = await house.open('/graphql?documentId=etrangere');
    expect(text).toContain('"regions"');
  });

  it('a name that both have means to each its own, and that is told at start', async () => {
    expect((await house.open('/q/tableau-roles')).text).toContain('"regions"');
    expect((await house.open('/tableau')).text).toContain('Rôles');
    expect(warnings).toContainEqual(
      expect.objectContaining({
        message: expect.stringContaining('les pages posent la leur') as unknown,
        count: 1,
        operation: 'tableau-roles',
      }),
    );
  });
});
