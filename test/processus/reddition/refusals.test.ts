import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseActeur } from '@palier/runtime/acts/act';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPublicApi } from '../../invariants/public-api.ts';
import { type HouseOfPeople, openCampagne, openHouseOfPeople, type Person, refusalOf } from '../people.ts';
import { type Given, type Path, sampleAct } from '../sample-arguments.ts';

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

/** Whatever refuses an act says by which rule, where it comes from and what to do. */
async function refusalOfAct(person: Person, act: string) {
  const refusal = await refusalOf(person, `mutation { ${act} { acte { numero } } }`);
  expect(refusal, act).toMatchObject({
    regle: expect.stringMatching(/^[A-Z_]+$/) as string,
    origineRegle: expect.stringMatching(/^(INFERENCE|TEXTE \()/) as string,
    remede: expect.stringMatching(/\.$/) as string,
  });
  expect(refusal.message).toContain(refusal['remede']);
  return refusal;
}

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
    /2026-2027-P13, finit le 2027-03-31 .*2020-01-01/,
  ],
  [
    campagne(
      `code: "${CAMPAGNE}-A", canevas: "${CAMPAGNE}-V1", periodes: ["${CAMPAGNE}-P01"], cloture: "2026-06-01"`,
    ),
    { code: 'ACTE_REFUSE', regle: 'ECHEANCES_A_VENIR', origineRegle: 'INFERENCE' },
    /2026-06-01 est passé/,
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

const P02 = `territoire: "01111", exigence: "A-P5:AAOR", periode: "${CAMPAGNE}-P02"`;
const saisir = (mesures: string, more = ''): string =>
  `saisirMesures(cle: "x", campagne: "${CAMPAGNE}", mesures: [${mesures}]${more})`;

it.each([
  [saisir(`{ ${P02}, valeur: 1 }`).replace('"x"', '"é"'), 'NOMMER_SON_ACTE', /cle : de 1 à 128/],
  [saisir(`{ ${P02}, valeur: 1 }`, ', versionAttendue: -1'), 'NOMMER_CE_QUI_EST_LU', /reçu : -1/],
  [retirer(2).replace('Erreur.', ' '), 'DIRE_POURQUOI', /motif : un texte est attendu/],
  [
    saisir(`{ ${P02}, valeur: 1, justification: "\u200b" }`),
    'TEXTE_LISIBLE',
    /mesure 1, justification : ce texte ne contient rien/,
  ],
  [saisir(''), 'CONTENU_BIEN_FORME', /mesures : aucune mesure n’est donnée/],
  [
    saisir(`{ ${P02}, valeur: 1e300 }`),
    'CONTENU_BIEN_FORME',
    /mesure 1, valeur : un nombre d’au plus quinze chiffres/,
  ],
  [
    saisir(`{ ${P02}, valeur: 1, numerateur: 1 }`),
    'CONTENU_BIEN_FORME',
    /mesure 1, denominateur : un numérateur va avec/,
  ],
  [
    saisir(`{ ${P02}, valeur: 1, justification: "${'😀'.repeat(2_001)}" }`),
    'CONTENU_BIEN_FORME',
    /mesure 1, justification : au plus 2000 caractères/,
  ],
  [
    saisir(`{ ${P02}, valeur: 1 }`, `, motif: "${'😀'.repeat(2_001)}"`),
    'CONTENU_BIEN_FORME',
    /motif : au plus 2000 caractères/,
  ],
  [saisir(`{ ${P02.replace('01111', '06112')}, valeur: 1 }`), 'SES_TERRITOIRES', /06112 n’est pas de ceux/],
  [saisir(`{ ${P02.replace('P02', 'P99')}, valeur: 1 }`), 'DIRE_CE_QUI_EST_DEMANDE', /P99/],
  [saisir(`{ ${P02}, volet: "nope", valeur: 1 }`), 'DIRE_CE_QUI_EST_DEMANDE', /« nope » n’en est pas un/],
  [saisir(`{ ${P02}, volet: "", valeur: 1 }`), 'VOLET_NOMME', /mesure 1, volet : un texte est attendu/],
  [
    saisir('', `, retraits: [{ ${P02}, volet: "" }], sansRedites: true`),
    'VOLET_NOMME',
    /retrait 1, volet : un texte est attendu/,
  ],
  [saisir(`{ ${P02} }`), 'UNE_VALEUR_OU_CE_QUI_EN_TIENT_LIEU', /mesure 1 : ni valeur ni statut/],
  [saisir(`{ ${P02}, valeur: 1 } { ${P02}, valeur: 2 }`), 'DIRE_UNE_FOIS', /mesure 2 : .* deux fois/],
  [saisir('', `, retraits: [{ ${P02} }]`), 'OTER_CE_QUI_EST_PORTE', /retrait 1 : votre brouillon/],
] as const)('what an établissement says wrong is told: %s', async (act, code, told) => {
  const refusal = await refusalOfAct(luc, act);
  expect(refusal).toMatchObject({ code: 'CONTENU_INVALIDE', regle: code });
  expect(refusal.message).toMatch(told);
});

it('a reason is measured as people count it', async () => {
  // What refuses it is the draft, which has changed: not its length.
  expect(
    await refusalOfAct(
      luc,
      saisir(`{ ${P02}, valeur: 1 }`, `, versionAttendue: 0, motif: "${'😀'.repeat(2_000)}"`),
    ),
  ).toMatchObject({ code: 'VERSION_PERIMEE', regle: 'AGIR_SUR_CE_QUI_EST_LU', versionCourante: 2 });
});

it.each([
  [
    `accorderException(cle: "x", campagne: "${CAMPAGNE}", etablissement: "99999999", jusquAu: "2099-01-01", motif: "x")`,
    'ETABLISSEMENT_CONNU',
    /99999999 est inconnu/,
  ],
  [
    `accorderException(cle: "x", campagne: "${CAMPAGNE}", etablissement: "11042918", jusquAu: "2099-01-01", motif: "x")`,
    'EXCEPTION_A_QUI_REND_COMPTE',
    /11042918 ne doit rien/,
  ],
  [
    `accorderException(cle: "x", campagne: "${CAMPAGNE}", etablissement: "${ETABLISSEMENT}", jusquAu: "hier", motif: "x")`,
    'CONTENU_BIEN_FORME',
    /jusquAu : un jour du calendrier est attendu, tel que « 2026-05-15 »/,
  ],
  [
    campagne(`code: "${CAMPAGNE}-A", canevas: "${CAMPAGNE}-V1", nom: ""`),
    'CONTENU_BIEN_FORME',
    /nom : un texte/,
  ],
  [
    campagne(`code: "${CAMPAGNE}-A", canevas: "${CAMPAGNE}-V1", nom: "${'a'.repeat(10_000)}"`),
    'CONTENU_BIEN_FORME',
    /nom : au plus \d+ caractères sont permis/,
  ],
  [
    `retournerReddition(cle: "x", reddition: "${CAMPAGNE}:99999999:V1", cellules: [{ mesure: "${MESURE}", motif: "x", attendu: "y" }])`,
    'REDDITION_CONNUE',
    /n’a de reddition/,
  ],
  [
    `retournerReddition(cle: "x", reddition: "${version(2)}", cellules: [{ mesure: "${MESURE.replace('P01', 'P09')}", motif: "x", attendu: "y" }])`,
    'RETOURNER_CE_QUI_EST_PORTE',
    /ne porte pas/,
  ],
  [
    regle('severite: BLOQUANTE, expression: "valeur <= 2", unites: ["toises"]'),
    'JUGER_CE_QUI_SE_MESURE',
    /« toises »/,
  ],
  [
    regle('severite: BLOQUANTE, expression: "valeur <= 2"').replace(
      'origine: INFERENCE, note: "essai"',
      'origine: TEXTE, document: "999", lignes: "L1-2"',
    ),
    'CITER_CE_QUI_EST_ECRIT',
    /999 est inconnu/,
  ],
] as const)('what Santé Québec says wrong is told: %s', async (act, code, told) => {
  const refusal = await refusalOfAct(marie, act);
  expect(refusal).toMatchObject({ regle: code });
  expect(refusal.message).toMatch(told);
});

it('whose act it is, is told', async () => {
  const of = (etablissement?: string) =>
    people.person({ sub: 'luc', palier: 'ETABLISSEMENT', ...(etablissement && { etablissement }) });
  const scoped = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC', scope: 'acte:fermerCampagne' });
  for (const [person, act, code] of [
    [luc, canevas('indicateurs: ["I-A-P5"]'), 'AGIR_A_SON_PALIER'],
    [scoped, canevas('indicateurs: ["I-A-P5"]'), 'PORTEES_DU_JETON'],
    [await of(), retirer(2), 'NOMMER_SON_ETABLISSEMENT'],
  ] as const)
    expect(await refusalOfAct(person, act)).toMatchObject({ code: 'ACTE_NON_AUTORISE', regle: code });
  const { reddition } = await (
    await of('11045127')
  ).read<{ reddition: { actionsPossibles: { motifSiRefusee: string }[] } }>(
    `{ reddition(id: "${version(2)}") { actionsPossibles { nom motifSiRefusee } } }`,
  );
  for (const { motifSiRefusee } of reddition.actionsPossibles)
    expect(motifSiRefusee).toMatch(/et non de 11045119\. Demandez-le à cet établissement\.$/);
});

it('what is offered of another établissement is refused by its rule', () => {
  const omar = {
    subject: 'omar',
    palier: 'ETABLISSEMENT',
    etablissement: '11045127',
    scopes: new Set<string>(),
    policies: new Set<string>(),
  } as const;
  expect(() => parseActeur(omar, 'ETABLISSEMENT', 'retirerReddition', ETABLISSEMENT)).toThrow(
    expect.objectContaining({
      extensions: expect.objectContaining({ code: 'ACTE_NON_AUTORISE', regle: 'AGIR_EN_SON_NOM' }) as object,
    }),
  );
});

it('a key that its author gave in the name of another établissement tells nothing of that act', async () => {
  const same = await people.person({ sub: 'luc', palier: 'ETABLISSEMENT', etablissement: '11045127' });
  const refusal = await refusalOfAct(
    same,
    saisir(`{ ${P02.replace('01111', '02111')}, valeur: 1 }`).replace('"x"', '"s1"'),
  );
  expect(refusal).toMatchObject({ code: 'CLE_REPRISE', regle: 'UNE_CLE_UN_ACTE' });
  expect(refusal.message).toContain('au nom d’un autre établissement');
  expect(refusal.message).not.toMatch(/l’acte \d/);
});

it('a key names one act', async () => {
  expect(await refusalOfAct(luc, saisir(`{ ${P02}, valeur: 1 }`).replace('"x"', '"s1"'))).toMatchObject({
    code: 'CLE_REPRISE',
    regle: 'UNE_CLE_UN_ACTE',
  });
});

it('the ministry is told what is wrong of its day', async () => {
  const sophie = await people.person({ sub: 'sophie', palier: 'MSSS' });
  const apprecier = (given: string): string => `apprecierBilan(cle: "x", texte: "Vu.", ${given})`;
  expect(await refusalOfAct(sophie, apprecier('campagne: "2030-2031"'))).toMatchObject({
    code: 'CONTENU_INVALIDE',
    regle: 'CAMPAGNE_CONNUE',
  });
  const malformed = await refusalOfAct(sophie, apprecier(`campagne: "${CAMPAGNE}", date: "hier"`));
  expect(malformed).toMatchObject({ code: 'CONTENU_INVALIDE', regle: 'CONTENU_BIEN_FORME' });
  expect(malformed.message).toContain('date : un jour du calendrier est attendu');
  await marie.read(
    `mutation { transmettreBilan(cle: "bilan", campagne: "${CAMPAGNE}") { acte { numero } } }`,
  );
  for (const [date, told] of [
    ['2999-01-01', 'le 2999-01-01 est à venir'],
    ['2020-01-01', 'ne peut pas être d’eux'],
  ] as const) {
    const refusal = await refusalOfAct(sophie, apprecier(`campagne: "${CAMPAGNE}", date: "${date}"`));
    expect(refusal).toMatchObject({ code: 'ACTE_REFUSE', regle: 'APPRECIER_APRES_TRANSMISSION' });
    expect(refusal.message).toContain(told);
  }
});

/** What a text is, or what stands where one is expected. */
const TEXTS = ['', ' ', 'x'.repeat(5_000), '2026-02-30', '2026-2027-a', 'inconnu', 12, true, {}, []];
const NUMBERS = [-1, 1.5, 1e300, 2 ** 40, 'a', '', true, {}];
const GIVEN: Given = {
  fichier: '0'.repeat(64),
  campagne: CAMPAGNE,
  exercice: CAMPAGNE,
  code: `${CAMPAGNE}-BALAI`,
  canevas: `${CAMPAGNE}-V1`,
  reddition: version(2),
  etablissement: ETABLISSEMENT,
  territoire: '01111',
  exigence: 'A-P5:AAOR',
  exigences: 'A-P5:AAOR',
  indicateurs: 'I-A-P5',
  periode: `${CAMPAGNE}-P01`,
  periodes: `${CAMPAGNE}-P01`,
  mesure: MESURE,
  volet: null,
  unites: 'h',
  regle: 'SAUT',
  'regle.code': 'BALAI',
  expression: 'valeur <= 2',
  document: '003',
  lignes: 'L1-2',
  // A draft, a rule or an appreciation that nobody has read.
  versionAttendue: null,
  date: null,
  echeanceRecommandee: '2097-05-01',
  echeance: '2097-05-02',
  cloture: '2097-05-03',
  jusquAu: '2099-01-01',
  enVigueurDe: '2099-01-01',
  enVigueurA: '2099-02-01',
};

/** The same, another thing being at that place. */
function put(whole: unknown, [step, ...rest]: Path, wrong: unknown): unknown {
  if (step === undefined) return wrong;
  if (Array.isArray(whole)) return [put(whole[0], rest, wrong)];
  return { ...(whole as object), [step]: put((whole as Record<string, unknown>)[step], rest, wrong) };
}

/** What libraries say by themselves. */
const RAW =
  /\b(expected|received|invalid|must|cannot|undefined|null|NaN|string|number|boolean|object|array|of type|got|Entrée|Chaîne|Trop (grand|petit)|Option)\b/;
/** Those that tell of one argument. */
const OF_ONE = ['CODE_INVALIDE', 'BAD_USER_INPUT'];

it('whatever is sent in each place of each act, what refuses it is French, and names the place', async () => {
  const speakers = [marie, luc, await people.person({ sub: 'sophie', palier: 'MSSS' })];
  const untold: string[] = [];
  for (const act of Object.values(readPublicApi().getMutationType()!.getFields())) {
    if (act.name.startsWith('contresignature') || act.name.startsWith('importer')) continue;
    const { query, variables: whole, leaves } = sampleAct(act, GIVEN, '__typename');
    const ask = (person: Person, variables: object) => person.ask(query, variables as never);
    const author = await speakers.reduce<Promise<Person | undefined>>(async (found, person) => {
      const known = await found;
      if (known !== undefined) return known;
      const { errors } = await ask(person, { ...whole, cle: '' });
      return errors?.[0]?.extensions['code'] === 'ACTE_NON_AUTORISE' ? undefined : person;
    }, Promise.resolve(undefined));
    for (const [argument, places] of Object.entries(leaves))
      for (const { name, path, isText } of places)
        for (const [rank, value] of (isText ? TEXTS : NUMBERS).entries()) {
          const sent = {
            ...whole,
            cle: `balai-${name}-${rank}`,
            [argument]: put(whole[argument], path, value),
          };
          for (const { message, extensions } of (await ask(author!, sent)).errors ?? []) {
            const { code, regle: rule } = extensions;
            const isOfOne = OF_ONE.includes(String(code)) || rule === 'CONTENU_BIEN_FORME';
            if (RAW.test(message) || (isOfOne && !message.includes(name.replace(/s$/, ''))))
              untold.push(
                `${act.name} ${argument} ${path.join('.')} = ${String(JSON.stringify(value)).slice(0, 20)}: ${message.slice(0, 300)}`,
              );
          }
        }
  }
  expect(untold).toEqual([]);
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
    expect(await refusalOfAct(nobody, act)).toMatchObject({
      code: 'AUTHENTIFICATION_REQUISE',
      regle: 'AGIR_SOUS_SON_NOM',
    });
});

it('what is malformed in a list is told by its place', async () => {
  const codes = '["I-A-P5", "I-A-P6", "I-A-P9", "bad"]';
  const { code, regle: rule, message } = await refusalOfAct(marie, canevas(`indicateurs: ${codes}`));
  expect([code, rule]).toEqual(['CODE_INVALIDE', 'CODE_BIEN_FORME']);
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
  // What an act is refused by is made with its rule.
  expect(
    textOf(false).match(
      /new PalierError\(\s*'(ACTE_(NON_AUTORISE|REFUSE)|CANEVAS_REFUSE|CONTENU_INVALIDE|VERSION_PERIMEE)'/g,
    ),
  ).toBeNull();
  const codes = [
    ...textOf(false).matchAll(/code: '([A-Z][A-Z0-9_]*)',\s+origine: '(?:TEXTE|INFERENCE)'/g),
    ...textOf(false).matchAll(/toRefus\('([A-Z_]+)'/g),
  ].map(([, code]) => code!);
  expect(codes).toEqual(expect.arrayContaining(['CLOTURE', 'MESURES_VALIDES']));
  const asserted = textOf(true);
  const named = (code: string): boolean => new RegExp(`regle: '${code}'|'${code}'[\\],)]`).test(asserted);
  expect([...new Set(codes)].filter((code) => !named(code))).toEqual([]);
});
