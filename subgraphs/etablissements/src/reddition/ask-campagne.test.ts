import 'reflect-metadata';
import { exerciceOf, lastBegunPeriode } from '@palier/runtime/exercice';
import { toLocalDay } from '@palier/runtime/local-day';
import { openForTest, someoneOf, type SubgraphUnderTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { act as writeAct } from '@palier/runtime/acts/act';
import { etablissements } from '../subgraph.ts';
import { prepareSaisie } from './prepare-saisie.ts';
import { saisirMesures } from './reddition.actes.ts';

/** What Santé Québec says, through the graph, of one établissement and of each campagne: each test has its own. */
const ETABLISSEMENT = '11045119';
const luc = someoneOf('ETABLISSEMENT', { subject: 'luc', etablissement: ETABLISSEMENT });

interface Said {
  cloture: string | null;
  exceptions: { readonly etablissement: { readonly code: string }; readonly jusquAu: string }[];
  territoires: readonly string[];
  /** Measures sent back of the first version. */
  retournees: readonly string[];
  statut: 'OUVERTE' | 'FERMEE';
  regles: readonly object[];
}
const NOTHING: Said = {
  cloture: null,
  exceptions: [],
  territoires: ['01111', '01121'],
  retournees: [],
  statut: 'OUVERTE',
  regles: [],
};
const said: Said = { ...NOTHING };
const VOLETS = ['en personne', 'par téléphone'].map((volet) => ({
  exigenceCode: 'A-G7:AAOR',
  volet,
  frequence: 'PERIODE_FINANCIERE',
}));
const cellule = { exigenceCode: 'A-P5:AAOR', volet: null, frequence: 'PERIODE_FINANCIERE' };

const ANSWERS: Readonly<Record<string, () => object>> = {
  CampagneDemandee: () => ({
    campagne: {
      ...opening(),
      exercice,
      periodes: [],
      canevas: { cellules: [cellule, ...VOLETS], regles: said.regles },
    },
    etablissement: { territoires: said.territoires.map((code) => ({ code })) },
  }),
  VersionARetirer: () => ({ reddition: { examen: { statut: null } }, campagne: opening() }),
  CellulesRetournees: () => ({
    redditions: {
      nodes: said.retournees.length === 0 ? [] : [{ id: version(1), examen: sentBack() }],
      pageInfo: { hasNextPage: false, endCursor: null },
    },
  }),
};
const opening = () => ({ statut: said.statut, cloture: said.cloture, exceptions: said.exceptions });
const sentBack = () => ({
  statut: 'RETOURNEE',
  cellules: said.retournees.map((mesureId) => ({ mesureId, attendu: 'Confirmer.', texteReserve: null })),
});
let atAsking: ((variables: { readonly jour?: string }) => void) | undefined;
const graph = (query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> => {
  atAsking?.(variables);
  return Promise.resolve(ANSWERS[/query (\w+)/.exec(query)?.[1] ?? '']?.() ?? {});
};

let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(etablissements, undefined, undefined, { graph });
});
afterAll(() => level.close());

// All have begun.
let rank = 1990;
let exercice: string;
let campagne: string;
beforeEach(() => {
  rank += 1;
  exercice = `${rank}-${rank + 1}`;
  campagne = exercice;
  Object.assign(said, NOTHING, { exceptions: [] });
});
const version = (number: number): string => `${campagne}:${ETABLISSEMENT}:V${number}`;

/** Each test measures an exercice of its own. */
const periodeOf = (number: number): string => `${exercice}-P${String(number).padStart(2, '0')}`;
const idOf = (territoire: string, number: number): string => `${periodeOf(number)}:${territoire}:A-P5:AAOR`;
const placeOf = (territoire: string, number: number): string =>
  `territoire: "${territoire}", exigence: "A-P5:AAOR", periode: "${periodeOf(number)}"`;

let keys = 0;
const next = (): string => {
  keys += 1;
  return `cle: "${keys}"`;
};
type Figure = readonly [territoire: string, number: number, valeur: number];
const entering = (figures: readonly Figure[], more = '', cle = next()): string =>
  `saisirMesures(${cle}, campagne: "${campagne}", mesures: [${figures
    .map(([territoire, number, valeur]) => `{ ${placeOf(territoire, number)}, valeur: ${valeur} }`)
    .join(' ')}] ${more})`;
const submitting = (): string => `soumettreReddition(${next()}, campagne: "${campagne}")`;
const withdrawing = (number: number): string =>
  `retirerReddition(${next()}, reddition: "${version(number)}", motif: "Erreur.")`;

const act = async (mutation: string) =>
  Object.values(
    await level.data<Record<string, { acte: { numero: number; contenu: string } }>>(
      `mutation { ${mutation} { acte { numero contenu } } }`,
      {},
      luc,
    ),
  )[0]!.acte;
async function refusalOf(mutation: string) {
  const { data, errors } = await level.execute(`mutation { ${mutation} { acte { numero } } }`, {}, luc);
  expect(Object.values(data ?? {})).toEqual([null]);
  return { ...errors?.[0]?.extensions, message: errors?.[0]?.message };
}
const offered = async (number: number, nom: string) => {
  const { reddition } = await level.data<{
    reddition: { actionsPossibles: { nom: string; motifSiRefusee: string | null }[] };
  }>(`{ reddition(id: "${version(number)}") { actionsPossibles { nom motifSiRefusee } } }`, {}, luc);
  return reddition.actionsPossibles.find((one) => one.nom === nom)?.motifSiRefusee;
};
const linesOf = ({ contenu }: { readonly contenu: string }): string[] =>
  (JSON.parse(contenu) as { lignes: { mesure: string }[] }).lignes.map(({ mesure }) => mesure);

describe('a version', () => {
  it('is not withdrawn past the last day to submit another, unless more time was given', async () => {
    await act(entering([['01111', 1, 2]]));
    await act(submitting());
    said.cloture = '2026-05-15';
    said.exceptions = [{ etablissement: { code: '11045127' }, jusquAu: '2099-01-01' }];
    const refusal = await refusalOf(withdrawing(1));
    expect(refusal).toMatchObject({ code: 'ACTE_REFUSE', regle: 'RETIRER_AVANT_CLOTURE' });
    expect(refusal.message).toContain('2026-05-15 : une version retirée ne pourrait plus être remplacée');
    expect(await offered(1, 'retirerReddition')).toBe(refusal.message);
    said.exceptions.push({ etablissement: { code: ETABLISSEMENT }, jusquAu: '2099-01-01' });
    expect(await offered(1, 'retirerReddition')).toBeNull();
    await act(withdrawing(1));
  });

  it('is not submitted with measures of a territory that passed to another établissement, sent back or not', async () => {
    await act(
      entering([
        ['01111', 1, 2],
        ['01121', 1, 3],
      ]),
    );
    await act(submitting());
    said.territoires = ['01121'];
    said.retournees = [idOf('01111', 1)];
    await act(entering([['01121', 2, 4]]));
    const refusal = await refusalOf(submitting());
    expect(refusal).toMatchObject({ code: 'ACTE_REFUSE', regle: 'SES_TERRITOIRES' });
    expect(refusal.message).toContain(idOf('01111', 1));
    expect(refusal.message).not.toContain(idOf('01121', 1));
    expect(await offered(2, 'soumettreReddition')).toBe(refusal.message);
    await act(entering([], `, retraits: [{ ${placeOf('01111', 1)} }]`));
    await act(submitting());
    expect(
      await level.data(`{ reddition(id: "${version(2)}") { lignes { nodes { mesureId } } } }`, {}, luc),
    ).toEqual({
      reddition: { lignes: { nodes: [{ mesureId: idOf('01121', 1) }, { mesureId: idOf('01121', 2) }] } },
    });
  });
});

it('a campagne that is closed says where what changes is to be said', async () => {
  said.statut = 'FERMEE';
  expect(await refusalOf(entering([['01111', 1, 2]]))).toMatchObject({
    regle: 'CAMPAGNE_OUVERTE',
    message: expect.stringContaining(`La campagne ${campagne} est fermée`) as string,
    remede: expect.stringMatching(
      /dans une campagne ouverte qui demande ces mesures.*demandez à Santé Québec d’en ouvrir une/,
    ) as string,
  });
});

describe('what another campagne has suppressed', () => {
  const SAUT = {
    id: 'SAUT:V1',
    code: 'SAUT',
    version: 1,
    nom: 'Saut',
    severite: 'INFORMATION',
    expression: 'si valeurPrecedente > 0 alors valeur <= 2 * valeurPrecedente',
    message: 'la valeur passe de {valeurPrecedente} à {valeur}.',
    remede: 'Vérifiez-la.',
    unites: [],
    codesExigences: [],
    fondement: { origine: 'INFERENCE', document: null, lignes: null },
  };
  const messagesOf = async (reddition: string, who?: typeof luc): Promise<string[]> => {
    const found = await level.data<{
      reddition: { constatsValidation: { nodes: { message: string }[] } };
      journal: { nodes: { contenu: string; contenuReserve: string | null }[] };
    }>(
      `{ reddition(id: "${reddition}") { constatsValidation { nodes { message } } }
         journal: journalEtablissements(nature: "soumettreReddition") { nodes { contenu contenuReserve } } }`,
      {},
      who,
    );
    const messages = found.reddition.constatsValidation.nodes.map(({ message }) => message);
    const [campagneCode] = reddition.split(':');
    const written = found.journal.nodes.filter(
      ({ contenu, contenuReserve }) => contenuReserve !== null || contenu.includes(`"${campagneCode}"`),
    );
    // What the journal holds is told where the version tells it, and nowhere else.
    for (const message of messages)
      expect(written.some(({ contenu }) => contenu.includes(message))).toBe(true);
    if (messages.length === 0)
      expect(written.filter(({ contenu }) => contenu.includes('passe de 3'))).toEqual([]);
    return messages;
  };
  const suppressing = (number: number): string =>
    `saisirMesures(${next()}, campagne: "${campagne}", mesures: [{ ${placeOf('01111', number)}, statut: SUPPRIMEE }])`;

  it('is what no later measure is compared with, whatever is carried over', async () => {
    said.regles = [SAUT];
    const [x, y] = [campagne, `${campagne}-Y`];
    await act(entering([['01111', 2, 3]]));
    await act(submitting());
    campagne = y;
    await act(suppressing(2));
    await act(submitting());
    campagne = x;
    await act(entering([['01111', 3, 9]]));
    expect(
      await level.data(`{ validerReddition(campagne: "${x}") { mesures constats { message } } }`, {}, luc),
    ).toEqual({ validerReddition: { mesures: 1, constats: [] } });
    await act(submitting());
    expect(await messagesOf(version(2), luc)).toEqual([]);
  });

  it('is told no more by what rules had said of it, or of what they compared with it', async () => {
    said.regles = [SAUT];
    // Of periods that are compared with none that the test before left suppressed.
    const [x, y] = [campagne, `${campagne}-Y`];
    await act(entering([['01111', 4, 3]]));
    await act(entering([['01111', 5, 9]]));
    await act(submitting());
    const told = ['la valeur passe de 3 à 9.'];
    expect([await messagesOf(version(1)), await messagesOf(version(1), luc)]).toEqual([told, told]);
    const first = version(1);
    campagne = y;
    await act(suppressing(4));
    await act(submitting());
    const id = `${first}:${idOf('01111', 5)}:SAUT:V1`;
    const findAgain = (who?: typeof luc) =>
      level.data<{ _entities: readonly ({ id: string } | null)[] }>(
        `query ($all: [_Any!]!) { _entities(representations: $all) { ... on ConstatValidation { id } } }`,
        { all: [{ __typename: 'ConstatValidation', id }] },
        who,
      );
    expect(await messagesOf(first)).toEqual([]);
    expect(await findAgain()).toEqual({ _entities: [null] });
    expect(await messagesOf(first, luc)).toEqual(told);
    expect(await findAgain(luc)).toEqual({ _entities: [{ id }] });
    await act(entering([['01111', 4, 4]]));
    await act(submitting());
    expect(await messagesOf(first)).toEqual(told);
    campagne = x;
  });
});

it('a trial is worth what the act under its key was, or would be, and writes nothing', async () => {
  const cle = next();
  const trying = (figures: readonly Figure[], more = '', key = cle): string =>
    `{ ${entering(figures, more, key).replace('saisirMesures', 'validerMesures')} { mesures retraits } }`;
  const figures: readonly Figure[] = [['01111', 1, 2]];
  const worth = { validerMesures: { mesures: 1, retraits: 0 } };
  expect(await level.data(trying(figures), {}, luc)).toEqual(worth);
  await act(entering(figures, '', cle));
  // Nothing is left to enter: it is the act that is told.
  expect(await level.data(trying(figures), {}, luc)).toEqual(worth);
  const refused = async (query: string) =>
    (await level.execute(query, {}, luc)).errors?.[0]?.extensions['code'];
  expect(await refused(trying([['01111', 1, 3]]))).toBe('CLE_REPRISE');
  expect(await refused(trying(figures, ', versionAttendue: 0', next()))).toBe('VERSION_PERIMEE');
  expect(await refused(trying(figures, ', sansRedites: true', next()))).toBe('ACTE_REFUSE');
  expect(await refused(trying(figures, '', 'cle: "é"'))).toBe('CONTENU_INVALIDE');
  expect(
    await level.data(`{ reddition(id: "${version(1)}") { revision lignes { totalCount } } }`, {}, luc),
  ).toEqual({ reddition: { revision: 1, lignes: { totalCount: 1 } } });
});

it('two entries of one operation each show the draft as it then is', async () => {
  const shown = '{ reddition { revision lignes { totalCount nodes { valeur } } } }';
  const done = await level.data(
    `mutation {
      a: ${entering([['01111', 1, 2]])} ${shown}
      b: ${entering([
        ['01111', 1, 3],
        ['01121', 1, 4],
      ])} ${shown} }`,
    {},
    luc,
  );
  expect(done).toEqual({
    a: { reddition: { revision: 1, lignes: { totalCount: 1, nodes: [{ valeur: 2 }] } } },
    b: { reddition: { revision: 2, lignes: { totalCount: 2, nodes: [{ valeur: 3 }, { valeur: 4 }] } } },
  });
});

describe('an entry that was prepared by what changed meanwhile', () => {
  /** Enters a second measure by the revision that its author read, while something else is written. */
  const enterWhile = async (revision: number, meanwhile: string): Promise<string[]> => {
    const program = await etablissements.open(level.database, { demonstration: 'ABSENTE' }, { graph });
    const context = program.createContext(luc);
    const mesures = [{ territoire: '01111', exigence: 'A-P5:AAOR', periode: periodeOf(2), valeur: 4 }];
    let isFirst = true;
    const acte = await writeAct(context, {
      definition: saisirMesures,
      cle: `${campagne}-croise`,
      asked: { campagne },
      versionAttendue: revision,
      prepare: async () => {
        const given = { campagne, mesures, retraits: [], revision, sansRedites: false };
        const { contenu } = await prepareSaisie(context, ETABLISSEMENT, given);
        if (isFirst) await act(meanwhile);
        isFirst = false;
        return contenu;
      },
    });
    return Object.values(acte.contenu).map(String);
  };
  const linesOfVersion = async (number: number) =>
    (
      await level.data<{ reddition: { revision: number; lignes: { nodes: { valeur: number }[] } } }>(
        `{ reddition(id: "${version(number)}") { revision lignes { nodes { valeur } } } }`,
        {},
        luc,
      )
    ).reddition;

  it('goes in the next version, where the one that its author read is submitted as it was', async () => {
    await act(entering([['01111', 1, 2]]));
    await enterWhile(1, submitting());
    expect(await linesOfVersion(2)).toEqual({
      revision: 2,
      lignes: { nodes: [{ valeur: 2 }, { valeur: 4 }] },
    });
  });

  it('begins as what stands by then, where the one that stood is withdrawn', async () => {
    await act(entering([['01111', 1, 2]]));
    await act(submitting());
    await enterWhile(1, withdrawing(1));
    expect(await linesOfVersion(2)).toEqual({ revision: 2, lignes: { nodes: [{ valeur: 4 }] } });
  });

  it('is refused by the revision that is there, where somebody entered something', async () => {
    await act(entering([['01111', 1, 2]]));
    await expect(enterWhile(1, entering([['01121', 1, 3]]))).rejects.toMatchObject({
      extensions: { code: 'VERSION_PERIMEE', versionCourante: 2 },
    });
  });
});

it('what is taken out of a draft that does not carry it is refused, or what is published would keep it without a word', async () => {
  await act(entering([['01111', 1, 2]]));
  const takingOut = (place: string): string => entering([], `, retraits: [{ ${place} }]`);
  const wrong = placeOf('01111', 1).replace('-P01', '-P1');
  for (const place of [wrong, placeOf('01111', 2)])
    expect(await refusalOf(takingOut(place))).toMatchObject({
      code: 'CONTENU_INVALIDE',
      message: expect.stringMatching(/retrait 1 : .* ne porte pas .*:01111:A-P5:AAOR/) as string,
    });
  const tried = await level.execute(
    `{ validerMesures(campagne: "${campagne}", mesures: [], retraits: [{ ${wrong} }]) { retraits } }`,
    {},
    luc,
  );
  expect(tried.errors?.[0]?.extensions).toMatchObject({ code: 'CONTENU_INVALIDE' });
  await act(submitting());
  // Without a draft, it is of what the next one begins as.
  await act(takingOut(placeOf('01111', 1)));
});

it('an act that midnight in Québec finds on its way is judged by the rules of its day', async () => {
  const saut = {
    ...{
      id: 'SAUT:V1',
      code: 'SAUT',
      version: 1,
      nom: 'Saut',
      severite: 'BLOQUANTE',
      expression: 'valeur < 2',
    },
    ...{ message: 'trop', remede: 'Corrigez.', unites: [], codesExigences: [] },
    fondement: { origine: 'INFERENCE', document: null, lignes: null },
  };
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 86_400_000 });
  const jours: string[] = [];
  atAsking = ({ jour }) => {
    if (jour === undefined) return;
    jours.push(jour);
    // In force from the second day on, which begins while it is asked of the first.
    said.regles = jours.length > 1 ? [saut] : [];
    vi.useRealTimers();
  };
  try {
    const refusal = await refusalOf(entering([['01111', 1, 2]]));
    expect(new Set(jours).size).toBe(2);
    expect(refusal).toMatchObject({ code: 'CONTENU_INVALIDE', regle: 'MESURES_VALIDES' });
    jours.length = 0;
    await act(entering([['01111', 1, 1]]));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 86_400_000 });
    jours.length = 0;
    saut.expression = 'valeur < 1';
    expect(await refusalOf(submitting())).toMatchObject({ code: 'ACTE_REFUSE', regle: 'MESURES_VALIDES' });
  } finally {
    vi.useRealTimers();
    atAsking = undefined;
  }
});

it('a submission tells at once all that refuses it', async () => {
  await act(
    entering([
      ['01111', 1, 1],
      ['01121', 1, 1],
    ]),
  );
  await act(submitting());
  await act(
    entering([
      ['01111', 2, 3],
      ['01111', 3, 9],
    ]),
  );
  const regle = (code: string, severite: string, expression: string) => ({
    ...{ id: `${code}:V1`, code, version: 1, nom: 'Saut', severite, expression },
    ...{ message: 'trop', remede: 'Corrigez.', unites: [], codesExigences: [] },
    fondement: { origine: 'INFERENCE', document: null, lignes: null },
  });
  said.regles = [regle('HAUT', 'BLOQUANTE', 'valeur < 9'), regle('SAUT', 'A_JUSTIFIER', 'valeur < 3')];
  said.retournees = [idOf('01111', 1)];
  said.territoires = ['01111'];
  const answering = (mesure: string): string =>
    submitting().replace(/\)$/, `, reponses: [{ mesure: "${mesure}", justification: "Vérifié." }])`);
  const refusal = await refusalOf(answering('x'));
  expect(refusal).toMatchObject({
    code: 'ACTE_REFUSE',
    regle: 'SES_TERRITOIRES',
    origineRegle: 'INFERENCE',
    remede: expect.stringMatching(/^Ôtez-les du brouillon/) as unknown,
    autresRefus: [
      {
        regle: 'REPONDRE_AUX_RETOURS',
        message: expect.stringContaining(
          `sans réponse : ${idOf('01111', 1)} (attendu : Confirmer.)`,
        ) as unknown,
      },
      {
        regle: 'REPONDRE_AUX_RETOURS',
        message: expect.stringContaining('x (ni saisie, ni retournée)') as unknown,
        remede: 'Retirez-les, ou nommez une mesure du brouillon.',
      },
      {
        regle: 'MESURES_VALIDES',
        origineRegle: 'INFERENCE',
        compte: 3,
        fautes: [
          { mesure: idOf('01111', 3), regle: 'HAUT' },
          { mesure: idOf('01111', 2), regle: 'SAUT' },
          { mesure: idOf('01111', 3), regle: 'SAUT' },
        ],
      },
    ],
  });
  const { autresRefus } = refusal as unknown as { autresRefus: { message: string }[] };
  for (const { message } of autresRefus) expect(refusal.message).toContain(`De plus : ${message}`);
  // The button, which may still be given answers, tells the others.
  expect(await offered(2, 'soumettreReddition')).toMatch(
    /dont votre établissement ne répond plus.* De plus : .*HAUT/,
  );
  await act(entering([['01111', 3, 1]], `, retraits: [{ ${placeOf('01121', 1)} }]`));
  // Of one kind alone, nothing else is told.
  const one = await refusalOf(answering(idOf('01111', 1)));
  expect(one).toMatchObject({ regle: 'JUSTIFIER', compte: 1, fautes: [{ mesure: idOf('01111', 2) }] });
  expect(one).not.toHaveProperty('autresRefus');
  await act(
    answering(idOf('01111', 1)).replace(
      'reponses: [',
      `reponses: [{ mesure: "${idOf('01111', 2)}", justification: "Panne." } `,
    ),
  );
});

describe('what the draft says already', () => {
  it('is left out of what the draft is then: what somebody changes meanwhile is judged again', async () => {
    await act(entering([['01111', 1, 2]]));
    const program = await etablissements.open(level.database, { demonstration: 'ABSENTE' }, { graph });
    const context = program.createContext(luc);
    const mesure = (number: number, valeur: number) => ({
      territoire: '01111',
      exigence: 'A-P5:AAOR',
      periode: periodeOf(number),
      valeur,
    });
    const given = {
      campagne,
      mesures: [mesure(1, 2), mesure(2, 4)],
      retraits: [],
      revision: null,
      sansRedites: true,
    };
    let isFirst = true;
    await writeAct(context, {
      definition: saisirMesures,
      cle: `${campagne}-fichier`,
      asked: { campagne },
      versionAttendue: null,
      prepare: async () => {
        const { contenu } = await prepareSaisie(context, ETABLISSEMENT, given);
        if (isFirst) await act(entering([['01111', 1, 7]]));
        isFirst = false;
        return contenu;
      },
    });
    expect(
      await level.data(`{ reddition(id: "${version(1)}") { lignes { nodes { valeur } } } }`, {}, luc),
    ).toEqual({ reddition: { lignes: { nodes: [{ valeur: 2 }, { valeur: 4 }] } } });
  });

  it('is not entered again by who asks not to, and is otherwise', async () => {
    await act(
      entering([
        ['01111', 1, 2],
        ['01121', 1, 3],
      ]),
    );
    const both: readonly Figure[] = [
      ['01111', 1, 2],
      ['01121', 1, 4],
    ];
    expect(linesOf(await act(entering(both, ', sansRedites: true')))).toEqual([idOf('01121', 1)]);
    await act(submitting());
    // Carried over, it is as it was.
    const cle = next();
    const nothing = entering(both, ', sansRedites: true', cle);
    expect(await refusalOf(nothing)).toMatchObject({ code: 'ACTE_REFUSE', regle: 'SAISIR_CE_QUI_CHANGE' });
    expect(await refusalOf(nothing.replace('sansRedites', 'versionAttendue: 1, sansRedites'))).toMatchObject({
      code: 'VERSION_PERIMEE',
      versionCourante: 2,
    });
    const written = await act(entering(both, '', cle));
    expect(linesOf(written)).toEqual([idOf('01111', 1), idOf('01121', 1)]);
    // The key names what was sent: to say it again, or not, is a part of it.
    expect(await act(entering(both, '', cle))).toEqual(written);
    expect(await refusalOf(nothing)).toMatchObject({ code: 'CLE_REPRISE' });
    const left = next();
    const changed: readonly Figure[] = [['01121', 1, 5]];
    const kept = await act(entering(changed, ', sansRedites: true', left));
    expect(await act(entering(changed, ', sansRedites: true', left))).toEqual(kept);
    expect(await refusalOf(entering(changed, '', left))).toMatchObject({ code: 'CLE_REPRISE' });
  });

  it('is the same act by the same file, whatever is read of it then, and another by another', async () => {
    const fichier = (digit: string) => `, sansRedites: true, fichier: "${digit.repeat(64)}"`;
    const cle = next();
    const written = await act(entering([['01111', 1, 2]], fichier('a'), cle));
    // Read again, it says the reason that the draft has since, or nothing that can be entered.
    const justified = entering([['01111', 1, 2]], fichier('a'), cle).replace(
      'valeur',
      'justification: "Panne", valeur',
    );
    said.territoires = [];
    for (const again of [justified, entering([], fichier('a'), cle)])
      expect(await act(again)).toEqual(written);
    for (const other of [
      entering([['01111', 1, 2]], fichier('b'), cle),
      entering([['01111', 1, 2]], '', cle),
    ])
      expect(await refusalOf(other)).toMatchObject({ code: 'CLE_REPRISE' });
    expect(await refusalOf(entering([], fichier('a')))).toMatchObject({ code: 'ACTE_REFUSE' });
    expect(await refusalOf(entering([], ', fichier: "x"'))).toMatchObject({ code: 'CODE_INVALIDE' });
  });

  it('is the same act by a key of before, of which neither the file nor what was left out was a part', async () => {
    const program = await etablissements.open(level.database, { demonstration: 'ABSENTE' }, { graph });
    const context = program.createContext(luc);
    const asked = {
      campagne,
      revision: null,
      mesures: [{ periode: periodeOf(1), territoire: '01111', exigence: 'A-P5:AAOR', valeur: 2 }],
    };
    const { cleEntiere, ...contenu } = (
      await prepareSaisie(context, ETABLISSEMENT, { ...asked, retraits: [], sansRedites: true })
    ).contenu;
    expect(cleEntiere).toBe(true);
    const cle = `${campagne}-avant`;
    const { numero } = await writeAct(context, {
      definition: saisirMesures,
      cle,
      asked,
      prepare: () => contenu,
    });
    for (const more of ['', ', sansRedites: true', `, sansRedites: true, fichier: "${'a'.repeat(64)}"`])
      expect(await act(entering([['01111', 1, 2]], more, `cle: "${cle}"`)), more).toMatchObject({ numero });
  });

  it.each([
    ['', 'par volet (« en personne », « par téléphone ») : son volet manque.'],
    [
      ', volet: "EN_PERSONNE"',
      'par volet (« en personne », « par téléphone ») : « EN_PERSONNE » n’en est pas un.',
    ],
  ])('of an exigence asked by volet, says which there are: %s', async (volet, message) => {
    const refused = entering([['01111', 1, 2]]).replace('"A-P5:AAOR"', `"A-G7:AAOR"${volet}`);
    expect(await refusalOf(refused)).toMatchObject({
      code: 'CONTENU_INVALIDE',
      message: expect.stringContaining(`demande A-G7:AAOR ${message}`) as unknown,
    });
  });

  it('is refused of a period that has not begun, and of no other', async () => {
    const today = lastBegunPeriode(toLocalDay(new Date().toISOString()));
    exercice = exerciceOf(today);
    campagne = `${exercice}-A`;
    const begun = Number(today.slice(-2));
    await act(entering([['01111', begun, 2]]));
    const [first = 0] = exercice.split('-').map(Number);
    exercice = `${first + 1}-${first + 2}`;
    campagne = `${exercice}-A`;
    const early = { rang: 1, mesure: idOf('01111', 1), regle: 'MESURER_CE_QUI_A_COMMENCE' };
    expect(await refusalOf(entering([['01111', 1, 2]]))).toMatchObject({
      code: 'CONTENU_INVALIDE',
      regle: 'MESURER_CE_QUI_A_COMMENCE',
      message: expect.stringMatching(/mesure 1 : le .*-P01 n’a pas commencé/) as unknown,
      remede: expect.stringContaining(`la dernière commencée est ${today}`) as unknown,
      fautes: [{ ...early, version: null, operandes: ['periode'], severite: 'BLOQUANTE' }],
    });
    // Told with every other fault.
    const both = await refusalOf(
      entering([
        ['01111', 1, 2],
        ['99999', 1, 2],
      ]),
    );
    expect(both).toMatchObject({ code: 'CONTENU_INVALIDE', fautes: [early] });
    expect(both.message).toMatch(/le territoire 99999 n’est pas.*mesure 1 : le .* n’a pas commencé/);
  });

  it('is not submitted either, entered before it was refused, until it is taken out of the draft', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const today = lastBegunPeriode(toLocalDay(new Date().toISOString()));
      const [first = 0] = exerciceOf(today).split('-').map(Number);
      exercice = `${first + 1}-${first + 2}`;
      campagne = `${exercice}-B`;
      vi.setSystemTime(`${first + 1}-12-01T12:00:00Z`);
      const program = await etablissements.open(level.database, { demonstration: 'ABSENTE' }, { graph });
      const context = program.createContext(luc);
      const mesures = [{ periode: periodeOf(1), territoire: '01111', exigence: 'A-P5:AAOR', valeur: 2 }];
      const asked = { campagne, mesures, retraits: [], revision: null, sansRedites: false };
      const { jugeLe, ...contenu } = (await prepareSaisie(context, ETABLISSEMENT, asked)).contenu;
      expect(jugeLe).toBe(`${first + 1}-12-01`);
      const cle = `${campagne}-avant`;
      // Judged by the rules of another day than the one it would be inscribed on.
      const ofAnotherDay = {
        definition: saisirMesures,
        cle,
        asked: { campagne },
        prepare: () => ({ ...contenu, jugeLe }),
      };
      await expect(writeAct(context, ofAnotherDay)).rejects.toMatchObject({
        extensions: { regle: 'JUGER_PAR_LES_REGLES_DU_JOUR' },
      });
      await writeAct(context, {
        definition: saisirMesures,
        cle,
        asked: { campagne },
        prepare: () => contenu,
      });
      vi.setSystemTime(`${first + 1}-03-01T12:00:00Z`);
      const refusal = {
        code: 'ACTE_REFUSE',
        regle: 'MESURER_CE_QUI_A_COMMENCE',
        message: expect.stringContaining(idOf('01111', 1)) as unknown,
        remede: expect.stringContaining('du brouillon (saisirMesures, retraits)') as unknown,
      };
      expect(await refusalOf(submitting())).toMatchObject(refusal);
      expect(await offered(1, 'soumettreReddition')).toContain(idOf('01111', 1));
    } finally {
      vi.useRealTimers();
    }
  });

  it('is not taken out where it is not, and is justified otherwise where it is', async () => {
    await act(entering([['01111', 1, 2]]));
    const takingOut = (territoire: string): string =>
      `, retraits: [{ ${placeOf(territoire, 1)} }], sansRedites: true`;
    expect(await refusalOf(entering([], takingOut('01121')))).toMatchObject({
      regle: 'SAISIR_CE_QUI_CHANGE',
    });
    const justified = entering([['01111', 1, 2]], ', sansRedites: true').replace(
      'valeur: 2',
      'valeur: 2, justification: "Panne."',
    );
    expect(linesOf(await act(justified))).toEqual([idOf('01111', 1)]);
    await act(entering([], takingOut('01111')));
  });

  it('is entered with its reason by who begins a draft, which carries none over', async () => {
    const justified = (rest = ''): string =>
      entering([['01111', 1, 2]], rest).replace('valeur: 2', 'valeur: 2, justification: "Panne."');
    await act(justified());
    await act(submitting());
    expect(linesOf(await act(justified(', sansRedites: true')))).toEqual([idOf('01111', 1)]);
    expect(await refusalOf(justified(', sansRedites: true'))).toMatchObject({
      regle: 'SAISIR_CE_QUI_CHANGE',
    });
  });
});
