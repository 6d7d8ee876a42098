import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HouseOfPeople, openCampagne, openHouseOfPeople, type Person, refusalOf } from '../people.ts';

/** Every rule that refuses an act is told by its name, its origin and what to do; and every name stands in a test. */
const CAMPAGNE = '2026-2027';
const ETABLISSEMENT = '11045119';
const version = (number: number): string => `${CAMPAGNE}:${ETABLISSEMENT}:V${number}`;
const MESURE = `${CAMPAGNE}-P01:01111:A-P5:AAOR`;

let people: HouseOfPeople;
let marie: Person;
let luc: Person;
let nobody: Person;
beforeAll(async () => {
  people = await openHouseOfPeople();
  marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
  luc = await people.person({ sub: 'luc', palier: 'ETABLISSEMENT', etablissement: ETABLISSEMENT });
  nobody = await people.person();
  await openCampagne(marie, ['I-A-P5']);
  for (const number of [1, 2])
    await luc.read(`mutation {
      saisirMesures(cle: "s${number}", campagne: "${CAMPAGNE}", mesures: [
        { territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P01", valeur: ${number} }]) { acte { numero } }
      soumettreReddition(cle: "v${number}", campagne: "${CAMPAGNE}") { acte { numero } } }`);
});
afterAll(() => people.close());

const canevas = (given: string): string => `publierCanevas(cle: "x", exercice: "${CAMPAGNE}", ${given})`;
const campagne = (given: string): string => `ouvrirCampagne(cle: "x", ${given})`;
const regle = (given: string): string => `publierRegle(cle: "x", regle: { code: "ESSAI", nom: "Essai",
  message: "vaut {valeur}.", remede: "Corrigez.", fondement: { origine: INFERENCE, note: "essai" }, ${given} })`;
const retirer = (number: number): string =>
  `retirerReddition(cle: "x", reddition: "${version(number)}", motif: "Erreur.")`;

const refusalOfAct = (person: Person, act: string) =>
  refusalOf(person, `mutation { ${act} { acte { numero } } }`);

it.each([
  [
    canevas('indicateurs: ["I-A-P5"], exigences: ["Q-P4:AAOR"]'),
    {
      code: 'CANEVAS_REFUSE',
      regle: 'QUALITE_SANS_INDICATEUR',
      regleModele: 'R3',
      origineRegle: 'TEXTE (003, L2395-2400)',
    },
    /Q-P4:AAOR/,
  ],
  [
    canevas('indicateurs: ["I-A-P5"], exigences: ["A-P6:INFO_SOCIAL"]'),
    {
      code: 'CANEVAS_REFUSE',
      regle: 'EXIGENCES_AYANT_UN_OBJET',
      regleModele: 'R5, V10',
      origineRegle: 'TEXTE (003, L2339-2344)',
    },
    /A-P6:INFO_SOCIAL : sans objet.*\(003, L2339-2344\)\. Retirez/,
  ],
  [
    canevas('indicateurs: ["I-A-P5"], exigences: ["F-E3:SECURITE_CIVILE"]'),
    { code: 'CANEVAS_REFUSE', regle: 'EXIGENCES_DITES', regleModele: 'R5', origineRegle: 'INFERENCE' },
    /F-E3:SECURITE_CIVILE : aucun texte n’en dit rien/,
  ],
  [
    canevas('indicateurs: ["I-A-P5"], exigences: ["A-P19:AAOR"]'),
    { code: 'CANEVAS_REFUSE', regle: 'EXIGENCES_CONNUES', origineRegle: 'INFERENCE' },
    /A-P19:AAOR : le ministère n’en a pas/,
  ],
  [
    canevas('indicateurs: ["I-A-P5"], exigences: ["A-P6:AAOR"]'),
    { code: 'CANEVAS_REFUSE', regle: 'EXIGENCES_MISES_EN_OEUVRE', origineRegle: 'INFERENCE' },
    /A-P6:AAOR : aucun des indicateurs/,
  ],
  [
    canevas('indicateurs: ["I-A-P5", "I-Z-Z9"]'),
    { code: 'CANEVAS_REFUSE', regle: 'INDICATEURS_CONNUS', origineRegle: 'INFERENCE' },
    /I-Z-Z9/,
  ],
  [
    campagne(`code: "${CAMPAGNE}-A", canevas: "${CAMPAGNE}-V9"`),
    { code: 'ACTE_REFUSE', regle: 'CANEVAS_DE_L_EXERCICE', origineRegle: 'INFERENCE' },
    /V9 n’est pas publié/,
  ],
  [
    campagne(`code: "${CAMPAGNE}-A", canevas: "${CAMPAGNE}-V1", cloture: "2020-01-01"`),
    { code: 'ACTE_REFUSE', regle: 'ECHEANCES_DE_L_EXERCICE', origineRegle: 'INFERENCE' },
    /2020-01-01/,
  ],
  [
    `retournerReddition(cle: "x", reddition: "${version(1)}", cellules: [{ mesure: "${MESURE}", motif: "x", attendu: "y" }])`,
    { code: 'ACTE_REFUSE', regle: 'EXAMINER_LA_DERNIERE', origineRegle: 'INFERENCE' },
    /version 2 a suivi/,
  ],
  [
    regle('severite: BLOQUANTE, expression: "valeur <= 2 * valeurPrecedente"'),
    { code: 'ACTE_REFUSE', regle: 'LE_PASSE_INFORME_SEULEMENT', origineRegle: 'INFERENCE' },
    /INFORMATION/,
  ],
  [
    regle('severite: BLOQUANTE, expression: "valeur <= 2", enVigueurDe: "2020-01-01"'),
    { code: 'ACTE_REFUSE', regle: 'REGLE_SANS_EFFET_RETROACTIF', origineRegle: 'INFERENCE' },
    /peut juger à partir du/,
  ],
  [
    'retirerRegle(cle: "x", regle: "INCONNUE", motif: "Erreur.")',
    { code: 'ACTE_REFUSE', regle: 'RETIRER_CE_QUI_JUGE', origineRegle: 'INFERENCE' },
    /INCONNUE/,
  ],
] as const)('Santé Québec does not do %s', async (act, refused, told) => {
  const refusal = await refusalOfAct(marie, act);
  expect(refusal).toMatchObject({ ...refused, remede: expect.any(String) as string });
  expect(refusal.message).toMatch(told);
});

it.each([
  [retirer(1), 'RETIRER_LA_DERNIERE'],
  [retirer(9), 'RETIRER_CE_QUI_EST_SOUMIS'],
] as const)('an établissement does not do %s', async (act, code) => {
  expect(await refusalOfAct(luc, act)).toMatchObject({
    code: 'ACTE_REFUSE',
    regle: code,
    origineRegle: 'INFERENCE',
    remede: expect.any(String) as string,
  });
});

it('what another version replaced before any examination is owed by nobody: it would be refused', async () => {
  const examens = await marie.read(
    `{ ${[1, 2].map((number) => `v${number}: reddition(id: "${version(number)}") { examen { statut absence { motif doitRepondre { code } mandat { code } } } }`).join(' ')} }`,
  );
  expect(examens).toEqual({
    v1: {
      examen: {
        statut: null,
        absence: {
          motif: expect.stringContaining('La version 2 a remplacé celle-ci') as string,
          doitRepondre: null,
          mandat: null,
        },
      },
    },
    v2: {
      examen: {
        statut: null,
        absence: {
          motif: expect.stringContaining('pas encore examinée') as string,
          doitRepondre: { code: 'SANTE_QUEBEC' },
          mandat: { code: 'S4' },
        },
      },
    },
  });
});

it.each(
  ['AUCUN_CAS', 'NON_DISPONIBLE', 'SUPPRIMEE'].flatMap((statut) =>
    ['valeur', 'numerateur', 'denominateur'].map((figure) => [figure, statut]),
  ),
)('no %s is entered beside %s', async (figure, statut) => {
  const mesures = `[{ territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P01", statut: ${statut}, ${figure}: 2 }]`;
  const entered = await refusalOfAct(
    luc,
    `saisirMesures(cle: "x", campagne: "${CAMPAGNE}", mesures: ${mesures})`,
  );
  const tried = await luc.ask(`{ validerMesures(campagne: "${CAMPAGNE}", mesures: ${mesures}) { mesures } }`);
  const [fault] = tried.errors ?? [];
  for (const { code, message } of [entered, { code: fault?.extensions?.['code'], message: fault?.message }]) {
    expect(code).toBe('CONTENU_INVALIDE');
    expect(message).toContain(figure === 'valeur' ? 'ne vont pas ensemble' : `${statut} va seul`);
  }
});

it('a draft that says nothing is not submitted, nor offered to be', async () => {
  await marie.read(
    `mutation { ouvrirCampagne(cle: "vide", code: "${CAMPAGNE}-2", canevas: "${CAMPAGNE}-V1") { acte { numero } } }`,
  );
  const place = `territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P02"`;
  await luc.read(`mutation {
    a: saisirMesures(cle: "vide-1", campagne: "${CAMPAGNE}-2", mesures: [{ ${place}, valeur: 1 }]) { acte { numero } }
    b: saisirMesures(cle: "vide-2", campagne: "${CAMPAGNE}-2", mesures: [], retraits: [{ ${place} }]) { acte { numero } } }`);
  expect(await refusalOfAct(luc, `soumettreReddition(cle: "x", campagne: "${CAMPAGNE}-2")`)).toMatchObject({
    code: 'ACTE_REFUSE',
    regle: 'SOUMETTRE_DES_MESURES',
    remede: expect.stringContaining('saisirMesures') as string,
  });
  const { reddition } = await luc.read<{
    reddition: { actionsPossibles: { nom: string; motifSiRefusee: string | null }[] };
  }>(`{ reddition(id: "${CAMPAGNE}-2:${ETABLISSEMENT}:V1") { actionsPossibles { nom motifSiRefusee } } }`);
  expect(reddition.actionsPossibles.find(({ nom }) => nom === 'soumettreReddition')?.motifSiRefusee).toMatch(
    /ne porte aucune mesure/,
  );
});

it('nobody known does nothing', async () => {
  for (const act of [canevas('indicateurs: ["I-A-P5"]'), retirer(2)])
    expect(await refusalOfAct(nobody, act)).toMatchObject({ code: 'AUTHENTIFICATION_REQUISE' });
});

it('what is malformed in a list is told by its place', async () => {
  const codes = '["I-A-P5", "I-A-P6", "I-A-P9", "bad"]';
  const { code, message } = await refusalOfAct(marie, canevas(`indicateurs: ${codes}`));
  expect(code).toBe('CODE_INVALIDE');
  expect(message).toContain('le 4e de la liste est « bad »');
});

it('every rule that refuses is asserted by its name', async () => {
  const files = (
    await Promise.all(
      ['subgraphs', 'test'].map(async (folder) =>
        (await readdir(folder, { recursive: true })).map((file) => join(folder, file)),
      ),
    )
  )
    .flat()
    .filter((file) => file.endsWith('.ts') && !/node_modules|dist/.test(file));
  const isTest = (file: string): boolean => /^test\/|\.test\.ts$/.test(file);
  const textOf = (which: boolean): string =>
    files
      .filter((file) => isTest(file) === which)
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
  const codes = [
    ...textOf(false).matchAll(/code: '([A-Z][A-Z0-9_]*)',\s+origine: '(?:TEXTE|INFERENCE)'/g),
    ...textOf(false).matchAll(/toRefus\('([A-Z_]+)'/g),
  ].map(([, code]) => code!);
  expect(codes).toEqual(expect.arrayContaining(['CLOTURE', 'MESURES_VALIDES']));
  const asserted = textOf(true);
  const named = (code: string): boolean =>
    new RegExp(`regle: '${code}'|, '${code}'\\]|\\('${code}'\\)`).test(asserted);
  expect([...new Set(codes)].filter((code) => !named(code))).toEqual([]);
});
