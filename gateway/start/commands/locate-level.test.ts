import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { locateLevel } from './locate-level.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palier-deux-bases-'));
  for (const place of [folder, join(folder, 'msss')]) {
    mkdirSync(join(place, 'postgres'), { recursive: true });
    writeFileSync(join(place, 'postgres/PG_VERSION'), '18\n');
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

it('says of a level that has two bases how to choose the second, and where its keys are', () => {
  expect(() => locateLevel({ kind: 'folder', folder }, 'msss')).toThrow(
    `PALIER_DOSSIER=${join(folder, 'msss')} pour la seconde, avec PALIER_CLES=${join(folder, 'cles')} si vous`,
  );
  expect(locateLevel({ kind: 'folder', folder }, 'sante-quebec')).toEqual({ kind: 'folder', folder });
});
