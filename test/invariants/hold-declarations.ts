import { beforeAll, describe, expect, it } from 'vitest';
import { type AskedHouse, ask } from './ask.ts';

// A list of what is declared is not empty as soon as one role is: what is missing of the three others is said of each.

interface Declaration {
  readonly code: string;
  readonly estDeclare: boolean;
  readonly absence: {
    readonly motif: string;
    readonly origine: string | null;
    readonly doitRepondre: object | null;
    readonly mandat: object | null;
  } | null;
}

interface Territoire {
  readonly code: string;
  readonly exerciceRoles: { readonly nodes: readonly { readonly of: { readonly code: string } }[] };
  readonly offre: { readonly nodes: readonly { readonly of: { readonly code: string } }[] };
  readonly roles: readonly Declaration[];
  readonly services: readonly Declaration[];
}

const ABSENCE = 'absence { motif origine doitRepondre { code } mandat { code } }';
const NORDIQUES = ['17011', '17012', '18011'];

/** Of any graph, whatever was done of it. */
export function holdDeclarations(open: () => Promise<AskedHouse>): void {
  let house: AskedHouse;
  let territoires: readonly Territoire[];

  beforeAll(async () => {
    house = await open();
    const { territoiresClsc } = await ask<{ territoiresClsc: { nodes: Territoire[] } }>(
      house,
      `{ territoiresClsc(first: 200) { nodes { code
      exerciceRoles { nodes { of: role { code } } } offre { nodes { of: service { code } } }
      roles: declarationsRoles { code estDeclare ${ABSENCE} }
      services: declarationsServices { code estDeclare ${ABSENCE} }
    } } }`,
    );
    territoires = territoiresClsc.nodes;
  });

  describe.each([
    ['roles', 'exerciceRoles', 4, 'E12'],
    ['services', 'offre', 6, 'E4'],
  ] as const)('of a territory, the %s', (declarations, list, count, mandat) => {
    it('are each declared, or each said missing, and all that is declared is told', () => {
      expect(territoires).toHaveLength(166);
      for (const territoire of territoires) {
        const each = territoire[declarations];
        expect(new Set(each.map(({ code }) => code)).size, territoire.code).toBe(count);
        for (const { estDeclare, absence } of each) expect(estDeclare).toBe(absence === null);
        const told = each.flatMap(({ code, estDeclare }) => (estDeclare ? [code] : []));
        expect(told.sort()).toEqual(territoire[list].nodes.map(({ of }) => of.code).sort());
      }
    });

    it('that are missing beside others are owed by the établissement, but where none of its kind leads', () => {
      const missing = territoires.flatMap(({ code, ...territoire }) =>
        territoire[declarations].flatMap(({ code: of, absence }) =>
          absence === null ? [] : [{ code, of, absence }],
        ),
      );
      expect(
        missing.some(({ code }) => territoires.find((one) => one.code === code)![list].nodes.length > 0),
      ).toBe(true);
      for (const { code, of, absence } of missing)
        if (NORDIQUES.includes(code))
          expect(absence).toMatchObject({ origine: null, doitRepondre: null, mandat: null });
        else
          expect(absence).toMatchObject({
            motif: expect.stringContaining(of) as string,
            origine: 'INFERENCE',
            doitRepondre: { code: 'ETABLISSEMENT' },
            mandat: { code: mandat },
          });
    });
  });
}
