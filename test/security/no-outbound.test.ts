import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, endWith, startNode, startProgram, untilReady } from '../program.ts';
import { THREE_LEVELS, type ThreeLevels } from '../resilience/three-levels.ts';
import { addressesIn, REFUSE_OUTSIDE } from './outside.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palier-dehors-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Nor by the levels in processes of their own: test/resilience/apart.test.ts. */
describe('the outside', () => {
  it('is never contacted, from the start to the end', async () => {
    const record = join(folder, 'demarrage');
    const house = startProgram('gateway/start/all-in-one.ts', {
      env: { PORT: '0', PALIER_DOSSIER: join(folder, 'donnees'), OUTSIDE_RECORD: record },
      preload: [REFUSE_OUTSIDE],
    });
    const url = await untilReady(house);
    const { territoireClsc } = await ask<ThreeLevels>(url, THREE_LEVELS);
    expect(territoireClsc.etablissement).not.toBeNull();
    await ask(url, '{ __schema { queryType { name } } }');
    await ask(url, '{ recherche(texte: "standard") { __typename } }');
    await expect(ask(url, '{ inconnu }')).rejects.toThrow();
    const page = await fetch(`${url}/`);
    expect(page.headers.get('content-type')).toContain('text/html');
    // What a page loads by itself; where a reader may go is theirs to follow.
    expect(await page.text()).not.toMatch(/src="(?!\/)|<(?!a\b)[^>]*href="(?!\/)/);
    expect(await endWith(house, 'SIGTERM')).toBe(0);
    expect(addressesIn(record)).toEqual([]);
  });

  it('would be seen if it were, by name or by number, from any thread', async () => {
    const record = join(folder, 'essai');
    const program = startNode(['--import', 'tsx', 'test/security/try-outside.ts'], {
      env: { OUTSIDE_RECORD: record },
      preload: [REFUSE_OUTSIDE],
    });
    expect(await program.ended).toBe(0);
    expect(addressesIn(record)).toEqual([
      '192.0.2.1',
      'telemetrie.invalid',
      'nom.invalid',
      '198.51.100.1',
      '203.0.113.1',
      '192.0.2.2',
    ]);
  });
});
