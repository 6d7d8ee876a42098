import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '@palier/start/open-house';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOwnHouse } from '../house.ts';
import { endWith, startProgram, until } from '../program.ts';
import { makeKey, openIssuer, sign, type Issuer } from './issuer.ts';
import { trust } from './protected-gateway.ts';

/** The graph that Santé Québec, in a process of its own, asks to consolidate: only callers of a verified token may. */
let house: House;
let issuer: Issuer;
let folder: string;
let token: string;
let asking: Readonly<Record<string, string>>;
beforeAll(async () => {
  issuer = await openIssuer();
  ({ folder } = issuer);
  token = await sign(issuer.key);
  await writeFile(join(folder, 'autre.txt'), await sign(await makeKey('ec')));
  house = await openOwnHouse({
    identity: trust(issuer),
    allowedCallers: 'AUTHENTICATED',
    fullGraph: 'AUTHENTICATED',
  });
  const { url } = await house.gateway.listen(0, '127.0.0.1');
  asking = { PALIER_GRAPHE: `${url}/graphql`, PALIER_DOSSIER: folder };
});
afterAll(async () => {
  await house.close();
  await issuer.close();
});

async function consolidate(env: Readonly<Record<string, string>>): Promise<readonly [unknown, string]> {
  const program = startProgram('subgraphs/sante-quebec/src/consolidate.ts', { env: { ...asking, ...env } });
  return [await program.ended, program.said().trimEnd()];
}

it('consolidates by the token it is given, renewed meanwhile or not, at its start and on demand, and never says it', async () => {
  const PALIER_GRAPHE_JETON = join(folder, 'jeton.txt');
  await copyFile(join(folder, 'autre.txt'), PALIER_GRAPHE_JETON);
  const level = startProgram('subgraphs/sante-quebec/src/main.ts', {
    env: { ...asking, PALIER_GRAPHE_JETON, PORT: '0' },
  });
  await until(level, () =>
    level
      .said()
      .includes('La consolidation a échoué : Le graphe n’accepte pas le jeton de PALIER_GRAPHE_JETON'),
  );
  await writeFile(PALIER_GRAPHE_JETON, `${token}\n`);
  await until(level, () => level.said().includes('La campagne 2025-2026 est consolidée'));
  await endWith(level, 'SIGTERM');
  const [exit, said] = await consolidate({ PALIER_GRAPHE_JETON });
  expect(said).toMatch(/^La campagne 2025-2026 est déjà consolidée : version \w+\.$/);
  expect(exit).toBe(0);
  expect(level.said() + said).not.toContain(token);

  const refused = await consolidate({});
  expect(refused).toEqual([1, expect.stringMatching(/^La consolidation a échoué : /)]);
  const mistaken = await consolidate({ PALIER_GRAPHE_JETON: join(folder, 'autre.txt') });
  expect(mistaken).toEqual([1, expect.stringMatching(/^La consolidation a échoué : /)]);
  expect(mistaken[1]).not.toBe(refused[1]);
  expect(mistaken[1]).not.toContain('eyJ');
});
