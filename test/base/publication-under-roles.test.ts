import { etablissements } from '@palier/etablissements';
import { openForTest, someoneOf, type SubgraphUnderTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_SERVER } from '../postgres.ts';
import { openPreparedBase, type PreparedBase } from './roles-place.ts';

/** What is published of a territory that passes from an établissement to another, where each act writes for one of them alone. */
const base = await openPreparedBase({ demonstration: 'CHARGEE' });
if (base === undefined) it.skip(`publication under the roles of the levels: ${NO_SERVER}`);
else describe('a territory that passes to another établissement', () => examine(base));

const TERRITOIRE = '01111';
const [FORMER, NEXT] = ['11045119', '11045127'];
const cellule = { exigenceCode: 'A-P5:AAOR', volet: null, frequence: 'PERIODE_FINANCIERE' };

function examine(prepared: PreparedBase): void {
  let answering = FORMER;
  const opening = { statut: 'OUVERTE', cloture: null, exceptions: [] };
  const ANSWERS: Readonly<Record<string, (of: { etablissement?: string; campagne?: string }) => object>> = {
    CampagneDemandee: ({ etablissement, campagne = '' }) => ({
      campagne: {
        ...opening,
        exercice: campagne.slice(0, 9),
        periodes: [],
        canevas: { cellules: [cellule], regles: [] },
      },
      etablissement: {
        territoires: [{ code: '01121' }, ...(etablissement === answering ? [{ code: TERRITOIRE }] : [])],
      },
    }),
    VersionARetirer: () => ({ reddition: { examen: { statut: null } }, campagne: opening }),
    CellulesRetournees: () => ({
      redditions: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
    }),
  };
  let level: SubgraphUnderTest;
  beforeAll(async () => {
    level = await openForTest(
      etablissements,
      { demonstration: 'CHARGEE' },
      prepared.locations['etablissements'],
      {
        graph: (query, variables) =>
          Promise.resolve(ANSWERS[/query (\w+)/.exec(query)?.[1] ?? '']?.(variables as object) ?? {}),
      },
    );
  });
  afterAll(async () => {
    await level.close();
    await prepared.close();
  });

  let keys = 0;
  async function act(etablissement: string, mutation: string): Promise<void> {
    keys += 1;
    await level.data(
      `mutation { ${mutation.replace('(', `(cle: "${keys}", `)} { acte { numero } } }`,
      {},
      someoneOf('ETABLISSEMENT', { subject: etablissement, etablissement }),
    );
  }
  const place = (periode: string, territoire: string): string =>
    `territoire: "${territoire}", exigence: "A-P5:AAOR", periode: "${periode}"`;
  const submit = async (etablissement: string, campagne: string, entered: string): Promise<void> => {
    await act(etablissement, `saisirMesures(campagne: "${campagne}", ${entered})`);
    await act(etablissement, `soumettreReddition(campagne: "${campagne}")`);
  };
  const saying = (periode: string, valeur: number, territoire = TERRITOIRE): string =>
    `mesures: [{ ${place(periode, territoire)}, valeur: ${valeur} }]`;
  const takingOut = (periode: string): string => `mesures: [], retraits: [{ ${place(periode, TERRITOIRE)} }]`;
  const valeurOf = async (periode: string): Promise<number | null | undefined> =>
    (
      await level.data<{ mesure: { valeur: number | null } | null }>(
        `{ mesure(id: "${periode}:${TERRITOIRE}:A-P5:AAOR") { valeur } }`,
      )
    ).mesure?.valeur;

  it('is published of it, before the former took it out or after, and each goes on', async () => {
    const campagne = '2021-2022';
    const [P01, P02, P03] = [1, 2, 3].map((rank) => `${campagne}-P0${rank}`) as [string, string, string];
    answering = FORMER;
    await submit(FORMER, campagne, saying(P01, 3));
    await submit(FORMER, campagne, saying(P02, 4));
    answering = NEXT;
    await submit(NEXT, campagne, saying(P01, 9));
    expect([await valeurOf(P01), await valeurOf(P02)]).toEqual([9, 4]);
    await act(FORMER, `saisirMesures(campagne: "${campagne}", ${saying(P03, 1, '01121')})`);
    await act(FORMER, `saisirMesures(campagne: "${campagne}", ${takingOut(P01)})`);
    await submit(FORMER, campagne, takingOut(P02));
    expect([await valeurOf(P01), await valeurOf(P02)]).toEqual([9, undefined]);
    await submit(NEXT, campagne, saying(P02, 8));
    await submit(FORMER, campagne, saying(P03, 2, '01121'));
    await act(FORMER, `retirerReddition(reddition: "${campagne}:${FORMER}:V4", motif: "Erreur.")`);
    expect([await valeurOf(P01), await valeurOf(P02)]).toEqual([9, 8]);
    await act(NEXT, `retirerReddition(reddition: "${campagne}:${NEXT}:V2", motif: "Erreur.")`);
    expect([await valeurOf(P01), await valeurOf(P02)]).toEqual([9, undefined]);
  });

  it('is published in the place of what was made up, which stands again once it is taken back', async () => {
    answering = FORMER;
    const { rows } = await prepared.own.admin(
      `select periode, valeur from etablissements.mesure where territoire_code = '${TERRITOIRE}'
        and exigence_code = 'A-P5:AAOR' and valeur is not null and etablissement_code is null order by id limit 1`,
    );
    const [made] = rows as [{ periode: string; valeur: number }];
    const campagne = made.periode.slice(0, 9);
    await submit(FORMER, campagne, saying(made.periode, made.valeur + 1));
    expect(await valeurOf(made.periode)).toBe(made.valeur + 1);
    await act(FORMER, `retirerReddition(reddition: "${campagne}:${FORMER}:V1", motif: "Erreur.")`);
    expect(await valeurOf(made.periode)).toBe(made.valeur);
  });
}
