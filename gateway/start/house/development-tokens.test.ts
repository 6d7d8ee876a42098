import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acceptDevelopmentTokens } from './development-tokens.ts';
import { readHouseEnvironment } from '../environment.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palier-jetons-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('believes the tokens of development where a demonstration is shown on this machine', async () => {
  const variables = await acceptDevelopmentTokens({ PALIER_DOSSIER: folder });
  expect(variables['PALIER_JWT_ISSUER']).toBe('palier-developpement');
});

it.each(['production', 'Production', ' PRODUCTION ', 'prod', 'Prod'])(
  'believes none in production, which starts without them: NODE_ENV=%s',
  async (NODE_ENV) => {
    const given = { PALIER_DOSSIER: folder, NODE_ENV };
    const variables = await acceptDevelopmentTokens(given);
    expect(variables).toEqual(given);
    expect(readHouseEnvironment(variables).settings.identity).toBeUndefined();
  },
);
