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
