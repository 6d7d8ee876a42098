import { toLocalDay } from '@palier/runtime/local-day';
import { type SubgraphUnderTest, openForTest, someoneOf } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { santeQuebec } from '../subgraph.ts';

const asked: { query: string; variables: Record<string, unknown> }[] = [];
const graph = (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
  asked.push({ query, variables });
  return Promise.resolve({
    documents: [
      { code: '003', sections: [{ lignes: 'L1-1500' }, { lignes: 'L1501-2830' }, null] },
      { code: '004', sections: [{ lignes: 'L1-1925' }] },
    ],
    mesuresTouchees: {
      jugees: 10,
      touchees: 2,
      indecises: 1,
      origine: 'SAISIE',
      exemples: [{ id: 'M1' }, null],
    },
  });
};

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(santeQuebec, undefined, undefined, { graph });
});
afterAll(() => level.close());

const marie = someoneOf('SANTE_QUEBEC', { subject: 'marie' });
const TODAY = toLocalDay(new Date().toISOString());
const dayIn = (days: number): string =>
  new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);

const REGLE = {
  code: 'DELAI_LONG',
  nom: 'Délai d’un mois',
  severite: 'A_JUSTIFIER',
  expression: 'valeur <= 720',
  message: 'Le délai est de {valeur} heures.',
  remede: 'Dites pourquoi.',
  unites: ['h'],
  fondement: { origine: 'INFERENCE', note: 'choisi ici' },
};

const SHOWN = `regle { id code version nom severite expression operandes unites codesExigences enVigueurDe enVigueurA jamaisEnVigueur
  toutesVersions { id enVigueurDe enVigueurA jamaisEnVigueur }
  fondement { origine document { code } lignes note } provenance { origine } remplaceePar { id }
  retrait { retireeLe motif provenance { origine } } actionsPossibles { nom motifSiRefusee } }`;
const PUBLISH = `mutation ($cle: ID!, $regle: RegleAPublier!) { publierRegle(cle: $cle, regle: $regle) { acte { numero natureActe } ${SHOWN} } }`;
const WITHDRAW = `mutation ($cle: ID!, $regle: ID!, $motif: String) { retirerRegle(cle: $cle, regle: $regle, motif: $motif) { acte { numero } ${SHOWN} } }`;
const TRY = `query ($regle: RegleAPublier!) { essaiRegle(regle: $regle) { version operandes mesuresJugees mesuresTouchees mesuresIndecises } }`;

const publish = (cle: string, regle: object) =>
  level.data<{ publierRegle: { regle: Record<string, unknown> } }>(PUBLISH, { cle, regle }, marie);

async function refusalOf(query: string, variables: Record<string, unknown>, identity = marie) {
  const { errors, data } = await level.execute(query, { cle: 'refus', ...variables }, identity);
  expect(Object.values(data ?? {})).toEqual([null]);
  return { ...errors?.[0]?.extensions, message: errors?.[0]?.message };
}

const codesOn = async (day: string): Promise<string[]> => {
  const { reglesValidation } = await level.data<{ reglesValidation: { nodes: { id: string }[] } }>(
    'query ($jour: String) { reglesValidation(enVigueurLe: $jour) { nodes { id } } }',
    { jour: day },
  );
  return reglesValidation.nodes.map(({ id }) => id);
};

describe('the rules known at birth', () => {
  it('hold since always, and each says what founds it', async () => {
    const { reglesValidation } = await level.data<{
      reglesValidation: { totalCount: number; nodes: Record<string, unknown>[] };
    }>(
      '{ reglesValidation { totalCount nodes { id severite operandes enVigueurDe enVigueurA fondement { origine note } } } }',
    );
    expect(reglesValidation.nodes.map(({ id }) => id)).toEqual([
      'DENOMINATEUR_NUL:V1',
      'ECART_A_LA_FRACTION:V1',
      'HEURES_DANS_LA_SEMAINE:V1',
      'JOURS_DANS_L_EXERCICE:V1',
      'NUMERATEUR_DANS_LE_DENOMINATEUR:V1',
      'POURCENTAGE_AU_PLUS_CENT:V1',
      'SAUT:V1',
      'VALEUR_ATYPIQUE:V1',
      'VALEUR_NEGATIVE:V1',
    ]);
    expect(reglesValidation.totalCount).toBe(9);
    for (const regle of reglesValidation.nodes)
      expect(regle).toMatchObject({
        enVigueurDe: null,
        enVigueurA: null,
        fondement: {
          origine: 'INFERENCE',
          note: expect.stringMatching(/arithmétique|choisis? ici/) as string,
        },
      });
    expect(
      reglesValidation.nodes.filter(({ severite }) => severite === 'INFORMATION').map(({ id }) => id),
    ).toEqual(['SAUT:V1', 'VALEUR_ATYPIQUE:V1']);
  });

  it('are those of an exigence by its unit', async () => {
    const { _entities } = await level.data<{ _entities: { reglesValidation: { code: string }[] }[] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Exigence { reglesValidation(enVigueurLe: "2026-11-28") { code } } } }`,
      {
        of: ['A-G7:AAOR', 'A-P5:AAOR', 'A-G1:AAOR'].map((code) => ({ __typename: 'Exigence', code })),
      },
    );
    const codes = _entities.map(({ reglesValidation }) => reglesValidation.map(({ code }) => code));
    expect(codes[0]).toContain('HEURES_DANS_LA_SEMAINE');
    expect(codes[1]).not.toContain('HEURES_DANS_LA_SEMAINE');
    expect(codes[1]).toContain('VALEUR_NEGATIVE');
    expect(codes[2]).toEqual([]);
  });

  it.each(['hier', '2026-02-30', '2026-1-1', ''])('are not those of the day « %s »', async (day) => {
    const { errors } = await level.execute(
      'query ($d: String) { reglesValidation(enVigueurLe: $d) { totalCount } }',
      {
        d: day,
      },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FILTRE_INVALIDE' });
  });
});

describe('publierRegle', () => {
  it('publishes one version after the other, each in force from its day to that before the next', async () => {
    const first = await publish('r1', REGLE);
    expect(first.publierRegle.regle).toMatchObject({
      id: 'DELAI_LONG:V1',
      severite: 'A_JUSTIFIER',
      operandes: ['valeur'],
      unites: ['h'],
      codesExigences: [],
      enVigueurDe: TODAY,
      enVigueurA: null,
      fondement: { origine: 'INFERENCE', document: null, note: 'choisi ici' },
      provenance: { origine: 'SAISIE' },
      remplaceePar: null,
      retrait: null,
      actionsPossibles: [
        { nom: 'publierRegle', motifSiRefusee: null },
        { nom: 'retirerRegle', motifSiRefusee: null },
      ],
    });
    expect(await publish('r1', REGLE)).toEqual(first);
    const next = {
      ...REGLE,
      severite: 'BLOQUANTE',
      enVigueurDe: dayIn(10),
      enVigueurA: dayIn(20),
      exigences: ['A-P5:AAOR'],
      fondement: { origine: 'TEXTE', document: '003', lignes: 'L778-782' },
    };
    const second = await publish('r2', next);
    expect(second.publierRegle.regle).toMatchObject({
      id: 'DELAI_LONG:V2',
      enVigueurDe: dayIn(10),
      enVigueurA: dayIn(20),
      codesExigences: ['A-P5:AAOR'],
      fondement: { origine: 'TEXTE', document: { code: '003' }, lignes: 'L778-782' },
    });
    const { regleValidation } = await level.data<{ regleValidation: object }>(
      '{ regleValidation(code: "DELAI_LONG", version: 1) { enVigueurA remplaceePar { id } } }',
    );
    expect(regleValidation).toEqual({ enVigueurA: dayIn(9), remplaceePar: { id: 'DELAI_LONG:V2' } });
    const ids = await Promise.all([-1, 0, 9, 10, 20, 21].map((days) => codesOn(dayIn(days))));
    expect(ids.map((day) => day.filter((id) => id.startsWith('DELAI')))).toEqual([
      [],
      ['DELAI_LONG:V1'],
      ['DELAI_LONG:V1'],
      ['DELAI_LONG:V2'],
      ['DELAI_LONG:V2'],
      [],
    ]);
  });

  it.each([
    [
      'an expression that is none',
      { expression: 'valeur <= ' },
      'CONTENU_INVALIDE',
      /position 11, .*finit trop tôt/,
    ],
    ['an expression of another type', { expression: 'valeur + 1' }, 'CONTENU_INVALIDE', /vraie ou fausse/],
    ['a name that stands for nothing', { message: '{valuer}' }, 'CONTENU_INVALIDE', /\{valuer\}/],
    ['a day that is past', { enVigueurDe: '2020-01-01' }, 'ACTE_REFUSE', /ne juge pas ce qui l’a précédée/],
    ['a last day before the first', { enVigueurA: '2020-01-01' }, 'CONTENU_INVALIDE', /ne précède pas/],
    ['a past that blocks', { expression: 'valeur <= valeurPrecedente' }, 'ACTE_REFUSE', /n’empêche rien/],
    ['an exigence that nothing measures', { exigences: ['A-G1:AAOR'] }, 'CONTENU_INVALIDE', /A-G1:AAOR/],
    [
      'a text without lines',
      { fondement: { origine: 'TEXTE', document: '003' } },
      'CONTENU_INVALIDE',
      /lignes/,
    ],
    [
      'an unknown document',
      { fondement: { origine: 'TEXTE', document: '999', lignes: 'L1' } },
      'CONTENU_INVALIDE',
      /999 est inconnu\. Nommez-en un de ceux-ci : 003, 004/,
    ],
    [
      'lines that the document has not',
      { fondement: { origine: 'TEXTE', document: '003', lignes: 'L2831' } },
      'CONTENU_INVALIDE',
      /003 n’a pas de lignes L2831\. Ses lignes vont de L1 à L2830/,
    ],
    [
      'lines that go past the end of the document',
      { fondement: { origine: 'TEXTE', document: '004', lignes: 'L1900-2000' } },
      'CONTENU_INVALIDE',
      /Ses lignes vont de L1 à L1925/,
    ],
    [
      'lines that go backwards',
      { fondement: { origine: 'TEXTE', document: '003', lignes: 'L20-10' } },
      'CONTENU_INVALIDE',
      /n’a pas de lignes L20-10/,
    ],
    [
      'a unit that nothing is measured in',
      { unites: ['km'] },
      'CONTENU_INVALIDE',
      /« km ».*Les unités sont : .*h/,
    ],
    [
      'a unit that is not that of its exigences',
      { unites: ['min'], exigences: ['A-P5:AAOR'] },
      'CONTENU_INVALIDE',
      /de ces exigences n’est en « min ».*Les unités sont : h/,
    ],
    [
      'a brace that is never closed',
      { message: 'le délai est de {valeur' },
      'CONTENU_INVALIDE',
      /message : une accolade/,
    ],
    [
      'a guillemet that is never closed',
      { remede: 'Dites « pourquoi.' },
      'CONTENU_INVALIDE',
      /remede : .*guillemet/,
    ],
    [
      'a text that is closed and not opened',
      { expression: 'unite = h »' },
      'CONTENU_INVALIDE',
      /fermé sans avoir été ouvert/,
    ],
    [
      'a rule that is always false',
      { expression: 'faux' },
      'CONTENU_INVALIDE',
      /position 1, « faux » est toujours fausse.*aucune valeur n’est lue\. .*valeur <= 24.*valeurPrecedente/,
    ],
    [
      'a rule of figures alone',
      { expression: '1 < 2' },
      'CONTENU_INVALIDE',
      /position 1, « 1 < 2 » est toujours vraie/,
    ],
    [
      'a rule that what is measured does not change',
      { expression: 'valeur <= 720 ou connu(valeur) ou vrai' },
      'CONTENU_INVALIDE',
      /toujours vraie.*ce qu’elle lit de la mesure n’y change rien/,
    ],
    ['an inference without a note', { fondement: { origine: 'INFERENCE' } }, 'CONTENU_INVALIDE', /note/],
    ['a code of another form', { code: 'delai' }, 'CODE_INVALIDE', /VALEUR_NEGATIVE/],
    ['a version that somebody made meanwhile', { code: 'SAUT', versionAttendue: 0 }, 'VERSION_PERIMEE', /1/],
  ])('refuses %s, and so does its trial', async (_what, wrong, code, told) => {
    const regle = { ...REGLE, code: 'ESSAI', ...wrong };
    for (const query of [PUBLISH, TRY]) {
      const refusal = await refusalOf(query, { regle });
      expect(refusal).toMatchObject({ code });
      expect(refusal.message).toMatch(told);
    }
  });

  it('is an act of Santé Québec alone', async () => {
    expect(await refusalOf(PUBLISH, { regle: REGLE }, someoneOf('MSSS'))).toMatchObject({
      code: 'ACTE_NON_AUTORISE',
    });
    expect(await refusalOf(TRY, { regle: REGLE }, someoneOf('MSSS'))).toMatchObject({
      code: 'ACTE_NON_AUTORISE',
    });
  });
});

describe('essaiRegle', () => {
  it('says how many measures a rule would touch, and writes nothing', async () => {
    asked.length = 0;
    const { essaiRegle } = await level.data<{ essaiRegle: object }>(
      TRY,
      { regle: { ...REGLE, code: 'ESSAI' } },
      marie,
    );
    expect(essaiRegle).toEqual({
      version: 1,
      operandes: ['valeur'],
      mesuresJugees: 10,
      mesuresTouchees: 2,
      mesuresIndecises: 1,
    });
    expect(asked[0]?.variables).toEqual({ expression: 'valeur <= 720', unites: ['h'], exigences: [] });
    expect(await level.data('{ regleValidation(code: "ESSAI") { id } }')).toEqual({ regleValidation: null });
  });
});

describe('retirerRegle', () => {
  it('ends every version that judges or is to, from that day on, and says why', async () => {
    expect(await refusalOf(WITHDRAW, { regle: 'DELAI_LONG' })).toMatchObject({ code: 'CONTENU_INVALIDE' });
    // Whoever read the first does not take away the second unseen.
    const outdated = WITHDRAW.replace('motif: $motif', 'motif: $motif, versionAttendue: 1');
    expect(await refusalOf(outdated, { regle: 'DELAI_LONG', motif: 'Lu avant.' })).toMatchObject({
      code: 'VERSION_PERIMEE',
      versionCourante: 2,
    });
    expect(await codesOn(dayIn(15))).toContain('DELAI_LONG:V2');
    const { retirerRegle } = await level.data<{ retirerRegle: { regle: object } }>(
      WITHDRAW.replace('motif: $motif', 'motif: $motif, versionAttendue: 2'),
      { cle: 'w1', regle: 'DELAI_LONG', motif: 'Le seuil était faux.' },
      marie,
    );
    expect(retirerRegle.regle).toMatchObject({
      id: 'DELAI_LONG:V2',
      // It was to begin in ten days: it never judged.
      enVigueurDe: dayIn(10),
      enVigueurA: null,
      jamaisEnVigueur: true,
      toutesVersions: [
        // It began that very day, and judged until then.
        { id: 'DELAI_LONG:V1', enVigueurDe: TODAY, enVigueurA: TODAY, jamaisEnVigueur: false },
        { id: 'DELAI_LONG:V2', enVigueurDe: dayIn(10), enVigueurA: null, jamaisEnVigueur: true },
      ],
      retrait: { retireeLe: TODAY, motif: 'Le seuil était faux.', provenance: { origine: 'SAISIE' } },
      actionsPossibles: [
        { nom: 'publierRegle', motifSiRefusee: null },
        { nom: 'retirerRegle', motifSiRefusee: expect.stringContaining('ne juge') as string },
      ],
    });
    for (const days of [0, 9, 15]) expect(await codesOn(dayIn(days))).not.toContain('DELAI_LONG:V1');
    expect(await codesOn(dayIn(15))).not.toContain('DELAI_LONG:V2');
  });

  it('withdraws a rule known at birth as any other, once', async () => {
    await level.data(WITHDRAW, { cle: 'w2', regle: 'SAUT', motif: 'Trop de bruit.' }, marie);
    expect(await codesOn(TODAY)).not.toContain('SAUT:V1');
    expect(await refusalOf(WITHDRAW, { regle: 'SAUT', motif: 'Encore.' })).toMatchObject({
      regle: 'RETIRER_CE_QUI_JUGE',
    });
    expect(await refusalOf(WITHDRAW, { regle: 'INCONNUE', motif: 'x' })).toMatchObject({
      regle: 'RETIRER_CE_QUI_JUGE',
    });
  });

  it('lets a new version judge again', async () => {
    const { publierRegle } = await publish('r3', REGLE);
    expect(publierRegle.regle).toMatchObject({ id: 'DELAI_LONG:V3', enVigueurDe: TODAY });
  });
});
