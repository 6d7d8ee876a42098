import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CountingHouse, openCountingHouse } from '../house.ts';

let house: CountingHouse;

beforeAll(async () => {
  house = await openCountingHouse();
});

afterAll(() => house.close());

describe('what a dashboard asks all day', () => {
  it('lists the 166 territories with their bilan in eight statements and one call a subgraph', async () => {
    const query = `{
      territoiresClsc(first: 166) {
        totalCount
        nodes { code nom region { nom } etablissement { nom } population { nombre annee } bilan { conformes nonConformes indetermines sansVerdict absents } }
      }
    }`;
    const { calls, statements } = await house.costOf(query);
    expect(calls).toEqual({ msss: 1, 'sante-quebec': 1 });
    expect(statements.length).toBeLessThanOrEqual(8);
    const { data } = await house.gateway.execute({ query });
    const { nodes } = data?.['territoiresClsc'] as {
      nodes: { bilan: object | null; etablissement: object | null }[];
    };
    expect(nodes).toHaveLength(166);
    expect(nodes.every(({ bilan, etablissement }) => bilan !== null && etablissement !== null)).toBe(true);
  });

  it('reads the measures of many territories, with their verdict, in one statement a table', async () => {
    const { calls, statements } = await house.costOf(`{
      territoiresClsc(first: 166, filtre: { region: "06" }) {
        nodes { code mesures(exigence: "A-P11:INFO_SOCIAL", first: 3) { nodes { valeur periode { code } verdict { etat ecarts { code titre } } } } }
      }
    }`);
    expect(statements.length).toBeLessThanOrEqual(8);
    expect(calls['etablissements']).toBe(1);
    expect(calls['sante-quebec']).toBe(1);
    expect(calls['msss']).toBeLessThanOrEqual(3);
  });

  it('counts, orders and narrows measures in one statement each, verdicts included', async () => {
    for (const asked of [
      'repartition(par: REGION, puis: VERDICT) { cle nombre raisons { nombre } dont { cle nombre } }',
      'totalCount',
      'nodes { id valeur }',
    ]) {
      const { calls, statements } = await house.costOf(
        `{ mesures(campagne: "2025-2026", ruisss: "2", verdict: NON_CONFORME, indicateur: "I-A-P11", tri: VALEUR, sens: DECROISSANT, first: 5) { ${asked} } }`,
      );
      expect(calls, asked).toEqual({ etablissements: 1 });
      expect(statements, asked).toHaveLength(1);
    }
  });

  it.each([
    ['mesures(territoires: ["06112", "01111"], campagne: "2025-2026") { totalCount }', '"mesure"'],
    [
      'mesures(territoires: ["06112", "01111"], campagne: "2025-2026") { repartition(par: TERRITOIRE, puis: VERDICT) { nombre } }',
      '"mesure"',
    ],
    [
      'classementTerritoires(territoires: ["06112", "01111"], exigence: "A-P11:INFO_SOCIAL", periode: "2025-2026-P02") { ranges }',
      '"mesure"',
    ],
    [
      'bilans(territoires: ["06112", "01111"], campagne: "2025-2026") { nodes { territoire { code } } }',
      '"composition_territoire"',
    ],
  ])(
    'narrows to named territories in one statement, beside that which knows them: %s',
    async (asked, table) => {
      const { calls, statements } = await house.costOf(`{ ${asked} }`);
      expect(Object.values(calls)).toEqual([1]);
      expect(statements.filter((text) => text.includes(table))).toHaveLength(1);
    },
  );

  it('names the regions that measures are counted by in one more call and statement', async () => {
    const { calls, statements } = await house.costOf(
      '{ mesures(campagne: "2025-2026") { repartition(par: REGION, puis: VERDICT) { cle entite { ... on Region { nom } } nombre dont { nombre } } } }',
    );
    expect(calls).toEqual({ etablissements: 1, msss: 1 });
    expect(statements).toHaveLength(2);
  });

  it.each([
    ['one statement', '(periodeDe: "2025-2026-P02")', 1],
    ['two when the exercice must be found', '', 2],
  ])('counts the measures of many territories in %s', async (_what, given, count) => {
    const { statements } = await house.costOf(`{
      territoiresClsc(filtre: { region: "06" }) { nodes { mesures${given} { repartition(par: VERDICT) { cle nombre } } } }
    }`);
    expect(statements.filter((text) => text.includes('"mesure"'))).toHaveLength(count);
  });

  it.each([
    'repartition(par: ETAT, puis: CAMPAGNE) { cle nombre fictifs dont { nombre } }',
    'totalCount',
    'nodes { id soumiseLe }',
  ])('narrows, orders and counts redditions in one statement: %s', async (asked) => {
    const { calls, statements } = await house.costOf(
      `{ redditions(region: "06", reseauTerritorial: "061", ruisss: "3", etat: SOUMISE, soumiseDe: "2026-04-01", soumiseA: "2026-09-30", tri: SOUMISE_LE, sens: DECROISSANT) { ${asked} } }`,
    );
    expect(calls).toEqual({ etablissements: 1 });
    expect(statements).toHaveLength(1);
  });

  it.each([
    'exigences(filtre: { service: CRISE }) { repartition(par: ATTRIBUT, puis: STATUT) { cle nombre } }',
    'territoiresClsc(filtre: { region: "06", populationDe: 20000 }, tri: POPULATION) { nodes { code nom } }',
    'repartitionEcarts(par: SERIE, puis: GRAVITE, filtre: { document: "003", type: "Exigence" }) { cle nombre dont { cle nombre } }',
    'exigences(filtre: { indicateur: "I-A-P5" }, tri: STATUT, sens: DECROISSANT) { nodes { code } }',
    'territoiresClsc(filtre: { etablissement: "11045168" }) { nodes { code } }',
    'ecarts(tri: GRAVITE, sens: DECROISSANT) { code }',
    'ecarts(filtre: { indicateur: "I-A-P8" }) { code }',
    'standards(filtre: { service: CRISE }, tri: SOUS_GROUPE, sens: DECROISSANT) { code }',
    'repartitionStandards(par: ATTRIBUT, puis: SOUS_GROUPE, filtre: { source: ANNEXE_II }) { cle nombre dont { cle nombre } }',
    'territoiresClsc(filtre: { situationPopulation: SOUS_LE_REPERE }) { totalCount }',
    'territoiresClsc { repartition(par: REGION, puis: SITUATION_POPULATION) { cle nombre dont { cle nombre } } }',
  ])('narrows, orders and counts what the ministry lists in one statement: %s', async (asked) => {
    const { calls, statements } = await house.costOf(`{ ${asked} }`);
    expect(calls).toEqual({ msss: 1 });
    // What a filter names is looked for beside the rows only when it finds none.
    expect(statements).toHaveLength(1);
  });

  it('reads, orders and counts the bilans of territories in one statement beside their campagne', async () => {
    for (const asked of [
      'nodes { territoire { code } bilan { nonConformes parIndicateur { conformes } } }',
      'totalCount',
      'repartition(par: RUISSS, puis: REGION) { cle nombre dont { cle nombre } }',
    ]) {
      const { calls, statements } = await house.costOf(
        `{ bilans(tri: NON_CONFORMES, sens: DECROISSANT) { ${asked} } }`,
      );
      expect(calls, asked).toEqual({ 'sante-quebec': 1 });
      expect(statements, asked).toHaveLength(2);
    }
  });

  it.each(['', '(campagne: "2024-2025", etat: SOUMISE)'])(
    'counts the redditions%s of many établissements in one statement',
    async (given) => {
      const { statements } = await house.costOf(
        `{ etablissements(categorie: ETABLISSEMENT_TERRITORIAL) { redditions${given} { repartition(par: ETAT) { cle nombre } } } }`,
      );
      expect(statements.filter((text) => text.includes('"reddition" as'))).toHaveLength(1);
    },
  );

  it('counts what many établissements owe in one statement, however many', async () => {
    const { statements } = await house.costOf(
      '{ etablissements(categorie: ETABLISSEMENT_TERRITORIAL) { obligations { repartition(par: ETAT, puis: PERIODE) { cle nombre fictifs dont { cle nombre } } } } }',
    );
    expect(statements.filter((text) => text.includes('obligation as'))).toHaveLength(1);
  });

  it('counts it in all, by state, and what was late, in one statement together', async () => {
    const { statements } = await house.costOf(`{ etablissements(categorie: ETABLISSEMENT_TERRITORIAL) {
      obligations { totalCount repartition(par: ETAT) { cle nombre } aTemps: repartition(par: A_TEMPS, puis: ETAT) { cle nombre dont { nombre } } }
      enRetard: obligations(aTemps: false) { totalCount repartition(par: ETAT) { nombre } } absentes: obligations(etat: ABSENTE) { totalCount }
    } }`);
    expect(statements.filter((text) => text.includes('obligation as'))).toHaveLength(1);
  });

  it('reads the series of many territories in one statement, and a ranking in one', async () => {
    const series = await house.costOf(`{
      territoiresClsc(filtre: { region: "06" }) { nodes { serie(exigence: "A-P11:INFO_SOCIAL", exercice: "2025-2026") { mesure { valeur } absence { motif } } } }
    }`);
    // One more says whether anybody gave the same: what is missing is owed only then.
    expect(series.statements.filter((text) => text.includes('"mesure"'))).toHaveLength(2);
    const ranking = await house.costOf(
      '{ classementTerritoires(exigence: "A-P11:INFO_SOCIAL", periode: "2025-2026-P01", n: 5) { rangs { mesure { valeur } } } }',
    );
    expect(ranking.statements.filter((text) => text.includes('"mesure"'))).toHaveLength(1);
  });

  it('follows several chains of accountability in as many calls as one', async () => {
    const chains = (field: string) =>
      house.costOf(`{ territoiresClsc(codes: ["06112", "01111"]) { nodes { ${field} {
        fixePar { mandat { code } } coordonnePar { mandat { code } } renduPar { mandat { code } } } } } }`);
    const one = await chains('imputabilite(exigence: "A-P5:AAOR")');
    const several = await chains('imputabilites(exigences: ["A-P5:AAOR", "A-P6:AAOR", "A-G7:AAOR"])');
    expect(several.calls).toEqual(one.calls);
    expect(several.statements.length).toBe(one.statements.length);
  });

  it('follows the chain of accountability of many territories without one call a territory', async () => {
    const { calls, statements } = await house.costOf(`{
      territoiresClsc(first: 166) {
        nodes { code imputabilite(exigence: "A-P5:AAOR") { fixePar { mandat { code } provenance { lignes } } coordonnePar { mandat { code } canevas { code } } renduPar { mandat { code } gestionnaire { absence { motif } } } } }
      }
    }`);
    expect(statements.length).toBeLessThanOrEqual(12);
    expect(Math.max(...Object.values(calls))).toBeLessThanOrEqual(3);
  });
});
