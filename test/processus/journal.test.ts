import { createEphemeralKeys } from '@palier/runtime/journal/journal-keys';
import { verifyReceipt } from '@palier/runtime/journal/receipt';
import { santeQuebec } from '@palier/sante-quebec';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type HouseOfPeople, openHouseOfPeople, type Person } from './people.ts';

let people: HouseOfPeople;
let marie: Person;
beforeAll(async () => {
  people = await openHouseOfPeople();
  marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
});
afterAll(() => people.close());

const PUBLISH = `mutation ($cle: ID!, $exercice: ID!) {
  publierCanevas(cle: $cle, exercice: $exercice, indicateurs: ["I-A-P5"], motif: "essai") {
    acte { niveau numero natureActe origine recu { niveau numero empreinte racine preuve signature } }
    canevas { code provenance { origine } indicateurs { code exigences { code statut } } }
  }
}`;

interface Published {
  readonly publierCanevas: {
    readonly acte: { readonly numero: number; readonly origine: string; readonly recu: object };
    readonly canevas: { readonly code: string };
  };
}

describe('an act, through the gateway', () => {
  it('is done by who its level says, and shows what it made as all levels know it', async () => {
    const { publierCanevas } = await marie.read<Published>(PUBLISH, { cle: 'a', exercice: '2031-2032' });
    expect(publierCanevas).toMatchObject({
      acte: { niveau: 'SANTE_QUEBEC', natureActe: 'publierCanevas', origine: 'DEMONSTRATION' },
      canevas: {
        code: '2031-2032-V1',
        provenance: { origine: 'DEMONSTRATION' },
        indicateurs: [{ code: 'I-A-P5', exigences: [{ code: 'A-P5:AAOR', statut: 'FIXE' }] }],
      },
    });
  });

  it.each([
    ['nobody known', undefined, 'AUTHENTIFICATION_REQUISE'],
    ['an établissement', { sub: 'luc', palier: 'ETABLISSEMENT', etablissement: '1104' }, 'ACTE_NON_AUTORISE'],
    ['the ministry', { sub: 'ève', palier: 'MSSS' }, 'ACTE_NON_AUTORISE'],
    ['a token of no level', { sub: 'ana' }, 'ACTE_NON_AUTORISE'],
  ])('is refused to %s', async (_who, claims, code) => {
    const { data, errors } = await (
      await people.person(claims)
    ).ask<Published>(PUBLISH, {
      cle: 'b',
      exercice: '2031-2032',
    });
    expect(data).toEqual({ publierCanevas: null });
    expect(errors?.[0]).toMatchObject({
      path: ['publierCanevas'],
      extensions: { code, service: 'sante-quebec' },
    });
  });

  it('is read at once by whoever asks next, also what the same operation read before it', async () => {
    const read =
      '{ journalSanteQuebec(nature: "publierCanevas", first: 1000) { totalCount } canevas { totalCount } }';
    interface Counts {
      readonly journalSanteQuebec: { readonly totalCount: number };
      readonly canevas: { readonly totalCount: number };
    }
    const nobody = await people.person();
    for (const round of [1, 2, 3]) {
      const before = await nobody.read<Counts>(read);
      await marie.read(PUBLISH, { cle: `c${round}`, exercice: '2032-2033' });
      const after = await nobody.read<Counts>(read);
      expect(after.journalSanteQuebec.totalCount).toBe(before.journalSanteQuebec.totalCount + 1);
      expect(after.canevas.totalCount).toBe(before.canevas.totalCount + 1);
    }
  });

  it('gives two acts of one operation the order in which they are asked', async () => {
    const { un, deux } = await marie.read<
      Record<'un' | 'deux', { acte: { numero: number }; canevas: { code: string } }>
    >(
      `mutation {
        un: publierCanevas(cle: "d1", exercice: "2033-2034", indicateurs: ["I-A-P5"]) { acte { numero } canevas { code } }
        deux: publierCanevas(cle: "d2", exercice: "2033-2034", indicateurs: ["I-A-P6"]) { acte { numero } canevas { code } }
      }`,
    );
    expect([un.canevas.code, deux.canevas.code]).toEqual(['2033-2034-V1', '2033-2034-V2']);
    expect(deux.acte.numero).toBe(un.acte.numero + 1);
  });

  it('is read from the last as from the first, page after page', async () => {
    const nobody = await people.person();
    const read = async (sens: string, first: number): Promise<readonly number[]> => {
      const numeros: number[] = [];
      for (let after: string | null | undefined; after !== null;) {
        const { journal } = await nobody.read<{
          journal: {
            nodes: { numero: number }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }>(
          `query ($sens: SensTri, $first: Int, $after: String) {
            journal: journalSanteQuebec(nature: "publierCanevas", sens: $sens, first: $first, after: $after) {
              nodes { numero } pageInfo { hasNextPage endCursor } } }`,
          { sens, first, after },
        );
        numeros.push(...journal.nodes.map(({ numero }) => numero));
        after = journal.pageInfo.hasNextPage ? journal.pageInfo.endCursor : null;
      }
      return numeros;
    };
    const all = await read('CROISSANT', 1_000);
    expect(all.length).toBeGreaterThan(3);
    expect(await read('CROISSANT', 2)).toEqual(all);
    expect(await read('DECROISSANT', 2)).toEqual(all.toReversed());
  });
});

describe('a receipt, through the gateway', () => {
  it('is countersigned by the two other levels, and checked with the public keys alone', async () => {
    const { publierCanevas } = await marie.read<Published>(PUBLISH, { cle: 'recu', exercice: '2034-2035' });
    const { numero } = publierCanevas.acte;
    expect(verifyReceipt(publierCanevas.acte.recu, people.house.journalKeys.publics())).toMatchObject({
      size: numero,
    });
    const read = `{ journalSanteQuebec(auteur: "marie", first: 1000) { nodes {
      numero recu { niveau numero empreinte racine preuve signature temoins } } } }`;
    await vi.waitFor(
      async () => {
        const { journalSanteQuebec } = await marie.read<{
          journalSanteQuebec: { nodes: { numero: number; recu: { temoins: string[] } }[] };
        }>(read);
        const acte = journalSanteQuebec.nodes.find((node) => node.numero === numero);
        expect(acte?.recu.temoins).toEqual(['ETABLISSEMENT', 'MSSS']);
        expect(verifyReceipt(acte?.recu, people.house.journalKeys.publics())).toMatchObject({
          witnesses: expect.arrayContaining(['palier/msss', 'palier/etablissements']) as unknown,
        });
        expect(verifyReceipt(acte?.recu, createEphemeralKeys().publics())).toHaveProperty('fault');
      },
      { timeout: 600_000, interval: 200 },
    );
  });

  it('of an act written again behind its back is not countersigned', async () => {
    const { contresignatureMsss } = await marie.read<{
      contresignatureMsss: { signature: string | null; motif: string };
    }>(
      'mutation { contresignatureMsss(point: "palier/sante-quebec\\n9\\nAAAA\\n\\n— palier/sante-quebec AAAA\\n", depuis: 0, preuve: []) { signature motif } }',
    );
    expect(contresignatureMsss.signature).toBeNull();
    expect(contresignatureMsss.motif).toMatch(/point de contrôle/);
  });
});

describe('the demonstration', () => {
  it('is not taken away with the acts that people did of it: a start without it is refused, and removes nothing', async () => {
    const { database } = people.house;
    const countOf = async (): Promise<unknown> =>
      (await sql<{ count: number }>`select count(*) from sante_quebec.journal`.execute(database.kysely))
        .rows[0]?.count;
    const count = await countOf();
    expect(count).toBeGreaterThan(0);
    await expect(santeQuebec.open(database, { demonstration: 'ABSENTE' })).rejects.toThrow(
      'les effacerait, et rien n’est changé',
    );
    expect(await countOf()).toBe(count);
    const { publierCanevas } = await marie.read<Published>(PUBLISH, { cle: 'apres', exercice: '2036-2037' });
    expect(publierCanevas.acte.numero).toBe(Number(count) + 1);
  });
});
