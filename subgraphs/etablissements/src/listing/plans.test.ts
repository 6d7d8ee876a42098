import 'reflect-metadata';
import { SensTri } from '@palier/runtime/order';
import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import {
  createServerDatabase,
  explaining,
  readBy,
  type ServerDatabase,
} from '@palier/runtime/testing/explain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countMesureGroups, listMesures, type MesuresChoice } from '../mesure/mesure.queries.ts';
import type { TriMesures } from '../mesure/mesure-enums.ts';
import { REDDITIONS } from '../reddition/reddition.loader.ts';
import type { TriRedditions } from '../reddition/reddition-enums.ts';
import { etablissements } from '../subgraph.ts';
import type { Tables } from '../tables.ts';
import { type Filter, countGroups, findPage } from './listing.queries.ts';

const SERVER = process.env['DATABASE_URL'];

const CAMPAGNE = '2023-2024';
const EXIGENCE = 'A-P11:INFO_SOCIAL';
const PAGE = { afterKey: undefined, limit: 201 };

/** Six years of measures, and a hundred versions of what each établissement submitted in each. */
const FILL = [
  `insert into etablissements.mesure (id, campagne, periode, territoire_code, exigence_code, volet, valeur, unite, statut, version, saisie_le, provenance)
    select concat_ws(':', p, territoire, exigence, case volet when 'en personne' then 'EN_PERSONNE' when 'par téléphone' then 'PAR_TELEPHONE' end),
      left(p, 9), p, territoire, exigence, volet, case when n % 200 > 0 then n * 7919 % 1000 end, unite,
      case when n % 200 = 0 then 'SUPPRIMEE' when n % 3 = 0 then 'FINALE' else 'PROVISOIRE' end, 1,
      '2020-01-01'::timestamptz + n * 104729 % 157680000 * interval '1 second', '{"origine":"SAISIE"}'
    from (
      select p, t.code as territoire, e.code as exigence, volet, e.unite, row_number() over () as n
      from generate_series(2020, 2025) as y, generate_series(1, 13) as r,
        concat(y, '-', y + 1, '-P', lpad(r::text, 2, '0')) as p,
        etablissements.territoire_servi as t, etablissements.exigence_mesuree as e,
        unnest(case when cardinality(e.volets) = 0 then array[null] else e.volets end) as volet
    ) as cellule`,
  `insert into etablissements.reddition (id, etablissement_code, campagne, version, etat, saisie_le, soumise_le, retiree_le, provenance)
    select concat_ws(':', campagne, code, 'V' || v), code, campagne, v, case when v = 50 then 'RETIREE' else 'SOUMISE' end, instant, instant,
      case when v = 50 then instant end, '{"origine":"SAISIE"}'
    from (select distinct etablissement_code as code from etablissements.territoire_servi) as e, generate_series(2020, 2025) as y,
      generate_series(1, 100) as v, concat(y, '-', y + 1) as campagne,
      lateral (select '2020-01-01'::timestamptz + (y * 104729 + v * 7919) % 157680000 * interval '1 second' as instant) as i`,
  'analyze etablissements.mesure, etablissements.reddition',
] as const;

const PAR = { par: 'STATUT', puis: null };

if (SERVER === undefined) it.skip('what long lists read on a server: DATABASE_URL is not given');
else
  describe('what long lists read on a server', () => {
    let place: ServerDatabase;
    let level: SubgraphUnderTest;
    let tables: ReturnType<typeof explaining<Tables>>;

    beforeAll(async () => {
      place = await createServerDatabase(SERVER, `palier_plans_${process.pid}`);
      const location = { kind: 'server', url: place.url } as const;
      level = await openForTest(etablissements, { demonstration: 'ABSENTE' }, location);
      for (const statement of FILL) await level.rows(statement);
      tables = explaining<Tables>(level.database, 'etablissements');
      expect(await level.rows('select count(*) > 190000 as many from etablissements.mesure')).toEqual([
        { many: true },
      ]);
    });
    afterAll(async () => {
      await level.close();
      await place.drop();
    });

    /**
     * By which indexes each filter of measures may be read, whole or page by page. What takes a large share of the table (a
     * campagne, a région, an indicateur, a verdict alone) is counted by reading it whole: no index would serve.
     */
    const FILTERS: readonly (readonly [MesuresChoice, RegExp])[] = [
      [{ campagne: null, exercice: CAMPAGNE, territoire: '06112' }, /_pkey|territoire/],
      [{ campagne: CAMPAGNE, territoire: '06112' }, /territoire/],
      [{ campagne: CAMPAGNE, territoire: '06112', verdict: 'NON_CONFORME' }, /territoire/],
      [{ campagne: CAMPAGNE, exigence: EXIGENCE }, /exigence|valeur/],
      [{ campagne: CAMPAGNE, exigence: EXIGENCE, verdict: 'CONFORME' }, /exigence|valeur/],
      [{ campagne: CAMPAGNE, exigence: EXIGENCE, region: '06' }, /exigence|valeur|territoire/],
      [{ campagne: CAMPAGNE, indicateur: 'I-A-P11', periode: `${CAMPAGNE}-P05` }, /periode|exigence/],
      [{ campagne: CAMPAGNE, reseauLocal: '0611', periode: `${CAMPAGNE}-P05` }, /territoire|periode/],
      [{ campagne: CAMPAGNE, periode: `${CAMPAGNE}-P05` }, /periode|exigence/],
      [{ campagne: CAMPAGNE, periode: `${CAMPAGNE}-P05`, ruisss: '2' }, /periode|territoire/],
      [{ campagne: CAMPAGNE, periodeDe: `${CAMPAGNE}-P05`, periodeA: `${CAMPAGNE}-P06` }, /periode/],
      [{ campagne: CAMPAGNE, statut: 'SUPPRIMEE' }, /statut/],
      [
        { campagne: null, exercice: CAMPAGNE, exigence: 'A-G7:AAOR', volet: 'en personne' },
        /exigence|valeur/,
      ],
      [{ campagne: CAMPAGNE, reseauTerritorial: '061', periode: `${CAMPAGNE}-P05` }, /territoire|periode/],
      [{ campagne: CAMPAGNE, territoires: ['06112', '01111'] }, /territoire/],
      [{ campagne: CAMPAGNE, etablissement: '11045119', exigence: EXIGENCE }, /exigence|valeur|territoire/],
      [{ campagne: CAMPAGNE, etablissement: '11045119', periode: `${CAMPAGNE}-P05` }, /periode|territoire/],
    ];
    it('every filter of measures is asked here', () => {
      const names = {
        campagne: true,
        exercice: true,
        exigence: true,
        indicateur: true,
        volet: true,
        territoire: true,
        territoires: true,
        reseauLocal: true,
        reseauTerritorial: true,
        region: true,
        ruisss: true,
        etablissement: true,
        periode: true,
        periodeDe: true,
        periodeA: true,
        statut: true,
        verdict: true,
      } satisfies Record<keyof Required<MesuresChoice>, true>;
      const asked = new Set(FILTERS.flatMap(([choice]) => Object.keys(choice)));
      expect(Object.keys(names).filter((name) => !asked.has(name))).toEqual([]);
    });
    it.each(FILTERS)('measures of %j, counted, come by an index: %s', async (choice, index) => {
      const read = await readBy(countMesureGroups(tables, choice, PAR));
      expect(read).not.toContain('all of mesure');
      expect(read.find((one) => one.startsWith('mesure_'))).toMatch(index);
    });
    it.each(FILTERS)('a page of measures of %j comes by an index', async (choice) => {
      expect(await readBy(listMesures(tables, choice, PAGE))).not.toContain('all of mesure');
    });

    const ORDERS = {
      PERIODE: [{}, 'mesure_pkey', 'mesure_pkey'],
      VALEUR: [{ exigence: EXIGENCE }, 'mesure_par_valeur', 'mesure_par_derniere_valeur'],
      TERRITOIRE: [{}, 'mesure_par_territoire', 'mesure_par_dernier_territoire'],
      EXIGENCE: [{}, 'mesure_par_code_exigence', 'mesure_par_dernier_code_exigence'],
      SAISIE: [{}, 'mesure_par_saisie', 'mesure_par_derniere_saisie'],
    } satisfies Record<TriMesures, readonly [Partial<MesuresChoice>, string, string]>;
    it.each(Object.entries(ORDERS).map(([tri, order]) => [tri, ...order] as const))(
      'measures in the order of %s come by an index of it',
      async (tri, filtres, up, down) => {
        const choice = { campagne: CAMPAGNE, ...filtres };
        for (const [sens, index] of [
          [SensTri.CROISSANT, up],
          [SensTri.DECROISSANT, down],
        ] as const) {
          const order = { tri, sens, ...(up === down && { ofKey: true as const }) };
          expect(await readBy(listMesures(tables, choice, { ...PAGE, order })), sens).toEqual([index]);
        }
      },
    );

    const OF_REDDITIONS: readonly (readonly [Filter, RegExp])[] = [
      [{ column: 'campagne', holds: 'ONE', value: CAMPAGNE }, /campagne/],
      [{ column: 'etablissement_code', holds: 'ONE', value: '11045119' }, /version|etablissement/],
      [{ column: 'etat', holds: 'ONE', value: 'RETIREE' }, /etat/],
      [{ column: 'soumise_le', holds: 'SINCE', value: '2024-12-01T00:00:00Z' }, /soumission/],
      [{ column: 'soumise_le', holds: 'UNTIL', value: '2020-02-01T00:00:00Z' }, /soumission/],
    ];
    it.each(OF_REDDITIONS)('redditions of %j come by an index: %s', async (filter, index) => {
      const read = await readBy(countGroups(tables, REDDITIONS, [filter], { par: 'CAMPAGNE', puis: null }));
      expect(read).not.toContain('all of reddition');
      expect(read.find((one) => one.startsWith('reddition_'))).toMatch(index);
    });

    it.each([
      ['IDENTIFIANT', 'reddition_pkey', 'reddition_pkey'],
      ['SOUMISE_LE', 'reddition_par_soumission', 'reddition_par_derniere_soumission'],
      ['VERSION', 'reddition_par_version', 'reddition_par_derniere_version'],
      ['ETABLISSEMENT', 'reddition_par_etablissement', 'reddition_par_dernier_etablissement'],
    ] satisfies [TriRedditions, string, string][])(
      'redditions in the order of %s come by an index of it',
      async (tri, up, down) => {
        for (const [sens, index] of [
          [SensTri.CROISSANT, up],
          [SensTri.DECROISSANT, down],
        ] as const) {
          const order = { tri, sens, ...(up === down && { ofKey: true as const }) };
          expect(await readBy(findPage(tables, REDDITIONS, [], { ...PAGE, order })), sens).toEqual([index]);
        }
      },
    );
  });
