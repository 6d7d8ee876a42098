import { beforeAll, describe, expect, it } from 'vitest';
import { type AskedHouse, ask } from './ask.ts';

interface Delegation {
  readonly consentieLe: string;
  readonly etablissement: { readonly code: string } | null;
}

interface Territoire {
  readonly code: string;
  readonly etablissement: { readonly code: string };
  readonly gestionnaire: {
    readonly enFonctionDepuis: string | null;
    readonly etablissement: { readonly code: string } | null;
    readonly delegation: Delegation | null;
    readonly designation: { readonly id: string } | null;
    readonly absence: { readonly doitRepondre: { readonly code: string } } | null;
  };
  readonly designations: {
    readonly nodes: readonly {
      readonly id: string;
      readonly enFonctionDepuis: string | null;
      readonly finLe: string | null;
      readonly etablissement: { readonly code: string };
      readonly delegation: Delegation | null;
    }[];
  };
}

/** Of any graph, whatever was done of it. */
export function holdGestionnaire(open: () => Promise<AskedHouse>): void {
  let house: AskedHouse;
  let territoires: readonly Territoire[];

  beforeAll(async () => {
    house = await open();
    const answer = await ask<{ territoiresClsc: { nodes: Territoire[] } }>(
      house,
      `{ territoiresClsc(first: 200) { nodes {
      code etablissement { code }
      gestionnaire { enFonctionDepuis etablissement { code } delegation { consentieLe etablissement { code } } designation { id } absence { doitRepondre { code } } }
      designations { nodes { id enFonctionDepuis finLe etablissement { code } delegation { consentieLe etablissement { code } } } }
    } } }`,
    );
    territoires = answer.territoiresClsc.nodes;
  });

  describe('V6: a gestionnaire', () => {
    it('in function has the delegation of the établissement that answers for the territory, given before', () => {
      const inFunction = territoires.filter(({ gestionnaire }) => gestionnaire.absence === null);
      expect(inFunction.length).toBeGreaterThan(100);
      for (const { code, etablissement, gestionnaire } of inFunction) {
        expect(gestionnaire.delegation?.etablissement, code).toEqual(etablissement);
        expect(gestionnaire.etablissement, code).toEqual(etablissement);
        expect(gestionnaire.delegation?.consentieLe, code).toBeTruthy();
        expect(
          String(gestionnaire.delegation?.consentieLe) <= String(gestionnaire.enFonctionDepuis),
          code,
        ).toBe(true);
      }
    });

    it('is in function by one designation at most in each territory, the one that the territory names', () => {
      for (const { code, gestionnaire, designations } of territoires) {
        const current = designations.nodes.filter(
          ({ enFonctionDepuis, finLe }) => enFonctionDepuis !== null && finLe === null,
        );
        expect(
          current.map(({ id }) => id),
          code,
        ).toEqual(gestionnaire.designation === null ? [] : [gestionnaire.designation.id]);
      }
    });

    it('was never in function without a delegation of the same établissement', () => {
      const nodes = territoires.flatMap(({ designations }) => designations.nodes);
      for (const { id, enFonctionDepuis, delegation, etablissement } of nodes) {
        if (enFonctionDepuis === null) continue;
        expect(delegation?.etablissement, id).toEqual(etablissement);
      }
    });

    it('that is missing is owed by the établissement, and leaves the rest empty', () => {
      const missing = territoires.filter(({ gestionnaire }) => gestionnaire.absence !== null);
      for (const { code, gestionnaire } of missing) {
        expect(gestionnaire.absence?.doitRepondre, code).toEqual({ code: 'ETABLISSEMENT' });
        expect([gestionnaire.delegation, gestionnaire.designation, gestionnaire.enFonctionDepuis]).toEqual([
          null,
          null,
          null,
        ]);
      }
    });
  });
}
