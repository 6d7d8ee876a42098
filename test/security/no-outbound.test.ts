import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reservePorts } from '../ports.ts';
import { ask, endWith, isHealthy, startNode, startProgram, until, untilReady } from '../program.ts';
import { THREE_LEVELS, type ThreeLevels } from '../resilience/three-levels.ts';

const PRELOAD = [fileURLToPath(new URL('refuse-outside.mjs', import.meta.url))];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palier-dehors-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function addressesIn(record: string): readonly string[] {
  return existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n') : [];
}

describe('the outside', () => {
  it('is never contacted, from the start to the end', async () => {
    const record = join(folder, 'demarrage');
    const house = startProgram('gateway/start/all-in-one.ts', {
      env: { PORT: '0', PALIER_DOSSIER: join(folder, 'donnees'), OUTSIDE_RECORD: record },
      preload: PRELOAD,
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

  it('is never contacted by the built programs, each level in its own process', async () => {
    const record = join(folder, 'a-part-demarrage');
    const port = await reservePorts();
    const url = `http://127.0.0.1:${port}`;
    const house = startProgram('gateway/start/apart.ts', {
      env: {
        PORT: String(port),
        PALIER_DOSSIER: join(folder, 'donnees-a-part'),
        OUTSIDE_RECORD: record,
      },
      preload: PRELOAD,
    });
    await until(house, () => isHealthy(url));
    const { territoireClsc } = await ask<ThreeLevels>(url, THREE_LEVELS);
    expect(territoireClsc.etablissement).not.toBeNull();
    // What the planner's thread does: plans, long texts, questions about the schema.
    await ask(url, `#${'.'.repeat(2_000)}\n{ __schema { queryType { name } } servicesSociaux { code } }`);
    await expect(ask(url, `#${'.'.repeat(2_000)}\n{ inconnu }`)).rejects.toThrow();
    expect(await endWith(house, 'SIGTERM')).toBe(0);
    expect(addressesIn(record)).toEqual([]);
  });

  it('would be seen if it were, by name or by number, from any thread', async () => {
    const record = join(folder, 'essai');
    const program = startNode(['--import', 'tsx', 'test/security/try-outside.ts'], {
      env: { OUTSIDE_RECORD: record },
      preload: PRELOAD,
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
