import { type SubgraphUnderTest, openForTest, someoneOf } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { santeQuebec } from '../subgraph.ts';

/** The ministry, seen through the graph. */
const WITHOUT_OBJECT = new Set(['A-P10:CONSULT_PSY']);
let isDown = false;
const graph = async (query: string): Promise<unknown> => {
  if (isDown) throw new Error('the gateway is down');
  return Promise.resolve(
    Object.fromEntries(
      [...query.matchAll(/(e\d+): exigence\(code: "([^"]+)"\)/g)].map(([, alias = '', code = '']) => [
        alias,
        { statut: WITHOUT_OBJECT.has(code) ? 'SANS_OBJET' : 'FIXE' },
      ]),
    ),
  );
};

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(santeQuebec, undefined, undefined, { graph });
});
afterAll(() => level.close());

const PUBLISH = `mutation ($cle: ID!, $exercice: ID = "2026-2027", $indicateurs: [ID!]!, $exigences: [ID!], $motif: String, $lue: Int) {
  publierCanevas(cle: $cle, motif: $motif, exercice: $exercice, indicateurs: $indicateurs, exigences: $exigences, versionAttendue: $lue) {
    acte { numero natureActe auteur etablissement motif origine contenu recu { numero empreinte temoins } }
    canevas { code version nature indicateurs { code } provenance { origine } }
  }
}`;

interface Published {
  readonly publierCanevas: {
    readonly acte: { readonly numero: number; readonly contenu: string };
    readonly canevas: { readonly code: string; readonly version: number };
  };
}

const tactical = someoneOf('SANTE_QUEBEC', { subject: 'marie' });
const publish = (variables: Record<string, unknown>, identity = tactical) =>
  level.execute(PUBLISH, { indicateurs: ['I-A-P5'], ...variables }, identity);
const refusalOf = async (...asked: Parameters<typeof publish>) => {
  const { data, errors } = await publish(...asked);
  expect(data).toEqual({ publierCanevas: null });
  return { code: errors?.[0]?.extensions['code'], message: errors?.[0]?.message };
};

describe('publierCanevas', () => {
  it('publishes one version after the other, each an act with its receipt', async () => {
    const first = await level.data<Published>(
      PUBLISH,
      { cle: 'v1', indicateurs: ['I-A-P6', 'I-A-P5'], motif: ' première année ' },
      tactical,
    );
    expect(first.publierCanevas).toMatchObject({
      acte: {
        numero: 1,
        natureActe: 'publierCanevas',
        auteur: 'marie',
        etablissement: null,
        motif: 'première année',
        origine: 'SAISIE',
        recu: { numero: 1, temoins: [] },
      },
      canevas: {
        code: '2026-2027-V1',
        version: 1,
        nature: 'OFFICIEL',
        indicateurs: [{ code: 'I-A-P5' }, { code: 'I-A-P6' }],
        provenance: { origine: 'SAISIE' },
      },
    });
    const { canevas } = (
      await level.data<Published>(PUBLISH, { cle: 'v2', indicateurs: ['I-A-P5'] }, tactical)
    ).publierCanevas;
    expect(canevas.code).toBe('2026-2027-V2');
  });

  it('asked again under its key gives the first act, even when nothing could be judged any more', async () => {
    const variables = { cle: 'encore', exercice: '2027-2028', indicateurs: ['I-A-P5'] };
    const first = await level.data(PUBLISH, variables, tactical);
    isDown = true;
    expect(await level.data(PUBLISH, variables, tactical)).toEqual(first);
    isDown = false;
    expect(await refusalOf({ ...variables, indicateurs: ['I-A-P6'] })).toMatchObject({ code: 'CLE_REPRISE' });
  });

  it('is refused when somebody published since the version that was read', async () => {
    await level.data(
      PUBLISH,
      { cle: 'x1', exercice: '2028-2029', indicateurs: ['I-A-P5'], lue: 0 },
      tactical,
    );
    const { errors } = await publish({ cle: 'x2', exercice: '2028-2029', lue: 0 });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VERSION_PERIMEE', versionCourante: 1 });
  });

  it.each([
    ['a quality row', { indicateurs: ['I-Q-P1'] }, /L2395-2400.*Q-P1/],
    ['a quality exigence', { exigences: ['Q-P4:AAOR'] }, /L2395-2400.*Q-P4:AAOR/],
    ['an unknown indicateur', { indicateurs: ['I-A-P5', 'I-Z-Z9'] }, /inconnus : I-Z-Z9 : aucun standard/],
    ['a standard that has none', { indicateurs: ['I-A-G1'] }, /I-A-G1 : Aucune source ne donne de seuil/],
    [
      'a quality row, an unknown one and one that has none',
      { indicateurs: ['I-A-G1', 'I-A-P5', 'I-Q-P1', 'I-Z-Z9'] },
      /L2395-2400\) : Q-P1\. Indicateurs inconnus : I-A-G1 : Aucune source.* I-Z-Z9 : aucun standard/,
    ],
    ['an exigence that they do not put to work', { exigences: ['A-P6:AAOR'] }, /A-P6:AAOR :/],
    ['an exigence without object', { indicateurs: ['I-A-P10'] }, /A-P10:CONSULT_PSY : sans objet/],
  ])('refuses %s, and says why', async (_what, variables, told) => {
    const { code, message } = await refusalOf({ cle: 'refus', ...variables });
    expect(code).toBe('CANEVAS_REFUSE');
    expect(message).toMatch(told);
  });

  it.each([
    ['nobody known', undefined, 'AUTHENTIFICATION_REQUISE'],
    ['the ministry', someoneOf('MSSS'), 'ACTE_NON_AUTORISE'],
    ['an établissement', someoneOf('ETABLISSEMENT', { etablissement: '1104' }), 'ACTE_NON_AUTORISE'],
    [
      'a token for another act',
      someoneOf('SANTE_QUEBEC', { scopes: ['acte:ouvrirCampagne'] }),
      'ACTE_NON_AUTORISE',
    ],
  ])('is refused to %s', async (_who, identity, code) => {
    const { data, errors } = await level.execute(PUBLISH, { cle: 'qui', indicateurs: ['I-A-P5'] }, identity);
    expect(data).toEqual({ publierCanevas: null });
    expect(errors?.[0]?.extensions).toMatchObject({ code });
  });

  it.each([
    [
      'no indicateur',
      { indicateurs: [] },
      /\. indicateurs : au moins 1 est attendu ; reçu : une liste de 0\. Corrigez-le, /,
    ],
    [
      'no exigence',
      { indicateurs: ['I-A-P5'], exigences: [] },
      /\. exigences : au moins 1 est attendu\. Corrigez-le, /,
    ],
  ])('is refused for good of %s: there is nothing to ask the ministry', async (_what, variables, told) => {
    const { code, message } = await refusalOf({ cle: 'rien', ...variables });
    expect(code).toBe('CONTENU_INVALIDE');
    expect(message).toMatch(told);
  });

  it('is refused for now when the graph does not answer, and for a malformed key', async () => {
    isDown = true;
    expect(await refusalOf({ cle: 'coupure' })).toMatchObject({ code: 'GRAPHE_INDISPONIBLE' });
    isDown = false;
    expect(await refusalOf({ cle: 'deux mots' })).toMatchObject({ code: 'CONTENU_INVALIDE' });
  });

  it('asks for the exigences named alone, and leaves what was refused out of the journal', async () => {
    const { publierCanevas } = await level.data<Published>(
      PUBLISH,
      { cle: 'choix', exercice: '2029-2030', indicateurs: ['I-A-P9'], exigences: ['A-P9:CONSULT_PSY'] },
      tactical,
    );
    expect(JSON.parse(publierCanevas.acte.contenu)).toEqual({
      exercice: '2029-2030',
      version: 1,
      indicateurs: ['I-A-P9'],
      exigences: ['A-P9:CONSULT_PSY'],
    });
    const { journalSanteQuebec } = await level.data<{
      journalSanteQuebec: { totalCount: number; nodes: { numero: number; cle: string }[] };
    }>('{ journalSanteQuebec(nature: "publierCanevas") { totalCount nodes { numero cle } } }');
    expect(journalSanteQuebec.nodes).toEqual(
      ['v1', 'v2', 'encore', 'x1', 'choix'].map((cle, index) => ({ numero: index + 1, cle })),
    );
    expect(journalSanteQuebec.totalCount).toBe(5);
  });
});
