import { readRegle } from '@palier/runtime/regles/judge-mesure';
import { SeveriteRegle } from '@palier/runtime/regles/regle';
import { tablesOf } from '@palier/runtime/tables-of';
import { type SubgraphUnderTest, openToRead, turnsOf } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { etablissements } from '../subgraph.ts';
import type { Tables } from '../tables.ts';
import { type Constat, judgeMesures, type MesureAJuger } from './judge-mesures.ts';

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openToRead(etablissements);
});
afterAll(() => level.close());

const SAUT = readRegle({
  id: 'SAUT:V1',
  code: 'SAUT',
  version: 1,
  nom: 'Saut',
  severite: SeveriteRegle.INFORMATION,
  expression: 'valeur <= 2 * valeurPrecedente',
  message: 'de {valeurPrecedente} à {valeur}',
  remede: 'Vérifiez.',
  unites: [],
  exigences: [],
  fondement: 'INFERENCE',
});

const TERRITOIRES = 400;
const PERIODES = 13;

/** A whole year of many territories, whose last period is three times the one before. */
const year = (): MesureAJuger[] =>
  Array.from({ length: TERRITOIRES * PERIODES }, (_, index) => {
    const territoire = String(Math.floor(index / PERIODES) + 1).padStart(5, '0');
    const rang = (index % PERIODES) + 1;
    const periode = `2026-2027-P${String(rang).padStart(2, '0')}`;
    return {
      mesure: `${periode}:${territoire}:A-P5:AAOR`,
      periode,
      territoire,
      exigence: 'A-P5:AAOR',
      volet: null,
      unite: 'h',
      valeur: rang === PERIODES ? 3 : 1,
      numerateur: null,
      denominateur: null,
      statut: 'PROVISOIRE',
    };
  });

it('judges a whole year by what came before, some measures a turn of the loop', async () => {
  const mesures = year();
  let constats: Constat[] = [];
  const database = tablesOf<Tables>(level.database.kysely, 'etablissements');
  const turns = await turnsOf(async () => {
    constats = await judgeMesures(database, { mesures, regles: [SAUT], reddition: undefined });
  });
  expect(constats).toHaveLength(TERRITOIRES);
  expect(constats[0]).toMatchObject({ rang: PERIODES - 1, message: 'de 1 à 3' });
  // Found, put in series, judged: five hundred at most each turn.
  expect(turns).toBeGreaterThanOrEqual(3 * Math.floor((mesures.length - 1) / 500));
});
