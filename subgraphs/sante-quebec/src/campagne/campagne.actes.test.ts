import { toLocalDay } from '@palier/runtime/local-day';
import { type SubgraphUnderTest, openForTest, someoneOf } from '@palier/runtime/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consolidateDue } from '../consolidation/consolidate-due.ts';
import { santeQuebec } from '../subgraph.ts';

const LUC = '11045119';
const OMAR = '11045127';
const MESURES = ['2026-2027-P01:01111:A-P5:AAOR', '2026-2027-P02:01111:A-P5:AAOR'];

interface Version {
  readonly id: string;
  readonly campagne: string;
  readonly version: number;
  readonly etat: 'SOUMISE' | 'RETIREE';
  readonly etablissement: { readonly code: string };
}

/** The établissements, seen through the graph: the versions that they submitted. */
let versions: Version[] = [];
/** What is done while the graph answers an operation, once. */
const meanwhile = new Map<string, () => Promise<unknown>>();

function submit(campagne: string, etablissement: string): string {
  const version = versions.filter(
    (one) => one.campagne === campagne && one.etablissement.code === etablissement,
  ).length;
  const id = `${campagne}:${etablissement}:V${version + 1}`;
  versions.push({
    id,
    campagne,
    version: version + 1,
    etat: 'SOUMISE',
    etablissement: { code: etablissement },
  });
  return id;
}

const followed = ({ campagne, etablissement, version }: Version): Version | null =>
  versions.findLast(
    (one) =>
      one.campagne === campagne && one.etablissement.code === etablissement.code && one.version > version,
  ) ?? null;

const pageOf = (nodes: readonly object[]) => ({ nodes, pageInfo: { hasNextPage: false, endCursor: null } });

/** The measures that they publish, each of a territory: their values. */
const published = new Map<string, number>();
/** Whether they publish another measure between what tells whether they changed and what they are. */
let isMoving = false;
let territoires: string[] = [];

const mesuresOf = (territoire: string) =>
  [published.get(territoire) ?? []].flat().map((valeur) => ({
    ...{ id: MESURES[0], volet: null, valeur, unite: 'h', statut: 'PROVISOIRE', version: 1 },
    periode: { code: '2026-2027-P01' },
    territoire: { code: territoire },
    exigence: { code: 'A-P5:AAOR' },
    provenance: { origine: 'SAISIE' },
  }));

const ANSWERS: Readonly<Record<string, (variables: Readonly<Record<string, unknown>>) => object>> = {
  StatutsDesExigences: () => ({ e0: { statut: 'FIXE' }, e1: { statut: 'FIXE' } }),
  RedditionAExaminer: ({ id }) => {
    const one = versions.find((version) => version.id === id);
    return { reddition: one && { ...one, depasseePar: followed(one) } };
  },
  LignesAExaminer: () => ({ reddition: { lignes: pageOf(MESURES.map((mesureId) => ({ mesureId }))) } }),
  VersionsDeLaCampagne: ({ campagne }) => ({
    redditions: pageOf(versions.filter((one) => one.campagne === campagne)),
  }),
  EmpreintesDeLExercice: () => ({
    empreintesMesures: [...published].map(([territoire, valeur]) => ({
      territoire,
      empreinte: String(valeur),
      nombre: 1,
    })),
    mesuresSupprimees: [],
  }),
  SuppressionsDeLExercice: () => ({ mesuresSupprimees: [] }),
  LignesRetenues: () => ({ lignesRetenues: [] }),
  MesuresSansVersions: () => ({ mesuresSans: [] }),
  MesuresDesTerritoires: (variables) =>
    Object.fromEntries(
      [0, 1, 2, 3].map((index) => {
        const nodes = mesuresOf(String(variables[`t${index}`]));
        return [`t${index}`, { ...pageOf(nodes), totalCount: nodes.length + (isMoving ? 1 : 0) }];
      }),
    ),
  CompositionDesUnites: () => ({
    territoiresClsc: {
      totalCount: territoires.length,
      nodes: territoires.map((code) => ({ code, reseauLocal: null, reseauTerritorial: null, region: null })),
    },
  }),
  SeuilsDeLExigence: ({ code }) => ({
    exigence: {
      code,
      statut: 'FIXE',
      assertions: [
        {
          source: 'FICHE',
          volet: null,
          seuil: { valeur: 5, comparateur: 'INFERIEUR_OU_EGAL', unite: 'h', part: null },
        },
      ],
    },
  }),
};

const asked: string[] = [];

const graph = async (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
  const operation = /query (\w+)/.exec(query)?.[1] ?? '';
  // What countersigns beside has no name, and comes when it does.
  if (operation !== '') asked.push(operation);
  const work = meanwhile.get(operation);
  meanwhile.delete(operation);
  await work?.();
  return ANSWERS[operation]?.(variables) ?? {};
};

const marie = someoneOf('SANTE_QUEBEC', { subject: 'marie' });
let level: SubgraphUnderTest;
beforeAll(async () => {
  level = await openForTest(santeQuebec, undefined, undefined, { graph });
  const { etablissements } = await level.data<{ etablissements: { territoires: { code: string }[] }[] }>(
    '{ etablissements { territoires { code } } }',
  );
  territoires = etablissements.flatMap((one) => one.territoires.map(({ code }) => code));
  await act(
    'publierCanevas(cle: "canevas", exercice: "2026-2027", indicateurs: ["I-A-P5"], exigences: ["A-P5:AAOR"])',
  );
});
afterAll(() => level.close());

const act = (mutation: string, shown = 'acte { numero }') =>
  level.data<Record<string, unknown>>(`mutation { ${mutation} { ${shown} } }`, {}, marie);

async function refusalOf(mutation: string) {
  const { data, errors } = await level.execute(`mutation { ${mutation} { acte { numero } } }`, {}, marie);
  expect(Object.values(data ?? {})).toEqual([null]);
  return { ...errors?.[0]?.extensions, message: errors?.[0]?.message };
}

let rank = 0;
let campagne: string;
beforeEach(async () => {
  rank += 1;
  campagne = `2026-2027-C${rank}`;
  versions = [];
  meanwhile.clear();
  await act(`ouvrirCampagne(cle: "ouvre-${rank}", code: "${campagne}", canevas: "2026-2027-V1")`);
});

const RETURNED = MESURES.map(
  (mesure) => `{ mesure: "${mesure}", motif: "Surprend.", attendu: "Confirmer." }`,
);
const sendingBack = (reddition: string, cellules = RETURNED.slice(0, 1)) =>
  `retournerReddition(cle: "retourne-${reddition}", reddition: "${reddition}", cellules: [${cellules.join()}])`;
const accepting = (reddition: string) =>
  `consoliderReddition(cle: "consolide-${reddition}", reddition: "${reddition}")`;
const closing = () => `fermerCampagne(cle: "ferme-${campagne}", campagne: "${campagne}")`;

async function close() {
  const { fermerCampagne } = (await act(
    closing(),
    'campagne { versionsRetenues { etablissement { code } reddition { id } raison } }',
  )) as {
    fermerCampagne: {
      campagne: {
        versionsRetenues: {
          etablissement: { code: string };
          reddition: { id: string } | null;
          raison: string;
        }[];
      };
    };
  };
  return new Map(
    fermerCampagne.campagne.versionsRetenues.map(({ etablissement, reddition, raison }) => [
      etablissement.code,
      [reddition?.id ?? null, raison],
    ]),
  );
}

async function contradictionsOf(au?: string) {
  const read = await level.data<{
    campagne: { versionsRetenues: { etablissement: { code: string }; contradiction: string | null }[] };
  }>(
    `{ campagne(code: "${campagne}") { versionsRetenues { etablissement { code } contradiction } } }`,
    {},
    undefined,
    au,
  );
  return Object.fromEntries(
    read.campagne.versionsRetenues.flatMap(({ etablissement, contradiction }) =>
      contradiction === null ? [] : [[etablissement.code, contradiction]],
    ),
  );
}

it('a day that there is not is told once, and compared with no other', async () => {
  const refusal = await refusalOf(
    `ouvrirCampagne(cle: "jour", code: "2026-2027-JOUR", canevas: "2026-2027-V1", echeanceRecommandee: "2027-05-01", echeance: "2027-02-30")`,
  );
  expect(refusal).toMatchObject({ code: 'CONTENU_INVALIDE' });
  expect(refusal.message).toContain('echeance : ');
  expect(refusal.message).not.toContain('précède');
});

/** Opens a campagne whose closing has passed since. */
async function openPast(code: string): Promise<void> {
  await act(
    `ouvrirCampagne(cle: "${code}", code: "${code}", canevas: "2026-2027-V1", cloture: "2098-05-15")`,
  );
  const to = (day: string) => `update sante_quebec.campagne set cloture = '${day}' where code = '${code}'`;
  // What an act replaced meanwhile is remembered with the day as it was moved.
  const past = `update sante_quebec.campagne_histoire set cloture = '2098-05-15' where code = '${code}' and cloture = '2026-05-15'`;
  await level.behindActs(to('2026-05-15'), `with past as (${past}) ${to('2098-05-15')}`);
}

describe('the days of a campagne', () => {
  const opening = (days: string, periode = '2024-2025-P12') =>
    `ouvrirCampagne(cle: "ouvre-${periode}", code: "${periode.slice(0, 9)}-JOURS", canevas: "${periode.slice(0, 9)}-V1", periodes: ["${periode}"], ${days})`;
  beforeAll(async () => {
    for (const exercice of ['2024-2025', '2098-2099'])
      await act(`publierCanevas(cle: "${exercice}", exercice: "${exercice}", indicateurs: ["I-A-P5"])`);
  });

  it.each(['echeanceRecommandee', 'echeance', 'cloture'])('are not past: %s', async (day) => {
    const yesterday = toLocalDay(new Date(Date.now() - 86_400_000).toISOString());
    const refusal = await refusalOf(opening(`${day}: "${yesterday}"`));
    expect(refusal).toMatchObject({
      code: 'ACTE_REFUSE',
      regle: 'ECHEANCES_A_VENIR',
      remede: expect.stringContaining(toLocalDay(new Date().toISOString())) as string,
    });
    expect(refusal.message).toContain(`Le ${yesterday} est passé`);
  });

  it.each(['echeanceRecommandee', 'echeance', 'cloture'])(
    'leave the last period asked the time to end: %s',
    async (day) => {
      expect(await refusalOf(opening(`${day}: "2099-03-01"`, '2098-2099-P12'))).toMatchObject({
        code: 'ACTE_REFUSE',
        regle: 'ECHEANCES_DE_L_EXERCICE',
        message: expect.stringContaining('2098-2099-P12, finit le 2099-03-02') as string,
      });
    },
  );

  it('may be the last of the last period asked, and today', async () => {
    const today = toLocalDay(new Date().toISOString());
    await act(opening(`echeanceRecommandee: "${today}", cloture: "${today}"`));
    await act(opening('echeance: "2099-03-02"', '2098-2099-P12'));
  });
});

it('a campagne is opened once, and its state is told to who opens it again', async () => {
  const again = `ouvrirCampagne(cle: "encore-${campagne}", code: "${campagne}", canevas: "2026-2027-V1")`;
  expect((await refusalOf(again)).message).toContain('existe déjà : elle est ouverte.');
  await close();
  expect(await refusalOf(again)).toMatchObject({
    regle: 'CAMPAGNE_UNIQUE',
    message: expect.stringMatching(/existe déjà : elle est fermée depuis le \d{4}-\d\d-\d\d\./) as string,
  });
});

it('periods that are given are at least one; without them, all are asked', async () => {
  const opening = (periodes: string) =>
    `ouvrirCampagne(cle: "periodes", code: "2026-2027-PERIODES", canevas: "2026-2027-V1" ${periodes})`;
  const refusal = await refusalOf(opening('periodes: []'));
  expect(refusal).toMatchObject({
    code: 'CONTENU_INVALIDE',
    regle: 'DEMANDER_DES_PERIODES',
    remede: expect.stringContaining('2026-2027-P01 à 2026-2027-P13, ou ne donnez pas periodes') as unknown,
  });
  expect(refusal.message).toContain('periodes : au moins une période est attendue');
  await act(opening('periodes: null'));
});

describe('the examination of a version', () => {
  it('is that of the last one: what is said of a former one, nobody would have to answer', async () => {
    const former = submit(campagne, LUC);
    const latest = submit(campagne, LUC);
    for (const examining of [sendingBack(former), accepting(former)]) {
      const refusal = await refusalOf(examining);
      expect(refusal).toMatchObject({ code: 'ACTE_REFUSE', regle: 'EXAMINER_LA_DERNIERE' });
      expect(refusal.message).toContain(latest);
    }
    await act(sendingBack(latest));
  });

  it('sends each measure back once', async () => {
    const refusal = await refusalOf(sendingBack(submit(campagne, LUC), [...RETURNED, RETURNED[0]!]));
    expect(refusal).toMatchObject({ code: 'CONTENU_INVALIDE' });
    expect(refusal.message).toContain(`${MESURES[0]} est retournée deux fois`);
  });

  it('sends nothing back once the campagne is closed, when no version can answer any more', async () => {
    const reddition = submit(campagne, LUC);
    await close();
    expect(await refusalOf(sendingBack(reddition))).toMatchObject({ regle: 'CAMPAGNE_OUVERTE' });
    await act(accepting(reddition));
  });

  it('sends nothing back once the last day to submit has passed, unless more time was given', async () => {
    const code = campagne.replace('-C', '-PASSEE');
    await openPast(code);
    const [own, other] = [submit(code, LUC), submit(code, OMAR)];
    const given = (etablissement: string): string =>
      `accorderException(cle: "${code}-${etablissement}", campagne: "${code}", etablissement: "${etablissement}", jusquAu: "2099-01-01", motif: "Panne.")`;
    await act(given(OMAR));
    const refusal = await refusalOf(sendingBack(own));
    expect(refusal).toMatchObject({ code: 'ACTE_REFUSE', regle: 'RETOURNER_AVANT_CLOTURE' });
    expect(refusal.message).toMatch(/2026-05-15 .*accorderException/);
    await act(sendingBack(other));
    const soumiseLe = '2026-05-01T00:00:00.000Z';
    const offered = async () =>
      (
        await level.data<{
          _entities: { examen: { actionsPossibles: { motifSiRefusee: string | null }[] } }[];
        }>(
          'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Reddition { examen { actionsPossibles { motifSiRefusee } } } } }',
          { of: [{ __typename: 'Reddition', campagne: code, soumiseLe, id: own }] },
          marie,
        )
      )._entities[0]!.examen.actionsPossibles.map(({ motifSiRefusee }) => motifSiRefusee);
    expect(await offered()).toEqual([refusal.message, null]);
    await act(given(LUC));
    expect(await offered()).toEqual([null, null]);
    await act(sendingBack(own));
  });
});

describe('the closing of a campagne', () => {
  it('says which version it retains of each établissement that owes an account, and of no other', async () => {
    const accepted = submit(campagne, LUC);
    await act(accepting(accepted));
    const left = submit(campagne, LUC);
    await act(sendingBack(left));
    const waiting = submit(campagne, OMAR);
    const retained = await close();
    expect(retained.get(LUC)).toEqual([accepted, 'CONSOLIDEE']);
    expect(retained.get(OMAR)).toEqual([waiting, 'EXAMEN_NON_TERMINE']);
    // Published though it is not retained, the last version is not what the bilans count.
    const counted = expect.stringContaining(
      'comptent ce qu’elle retient, et non ce qui a été publié',
    ) as string;
    for (const au of [undefined, new Date().toISOString()])
      expect(await contradictionsOf(au)).toEqual({ [LUC]: counted });
    const submitted = { __typename: 'Reddition', campagne, soumiseLe: '2026-11-01T00:00:00.000Z' };
    const withdrawn = { ...submitted, retireeLe: '2026-11-02T00:00:00.000Z' };
    const { _entities } = await level.data<{ _entities: object[] }>(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Reddition { examen { statut contradiction } } } }',
      {
        of: [
          { ...submitted, id: accepted, depasseePar: { version: 2, soumiseLe: '9999-11-02T00:00:00.000Z' } },
          { ...submitted, id: left },
          { ...submitted, id: waiting },
          { ...withdrawn, id: waiting },
        ],
      },
    );
    expect(_entities).toEqual([
      { examen: { statut: 'CONSOLIDEE', contradiction: null } },
      { examen: { statut: 'RETOURNEE', contradiction: counted } },
      { examen: { statut: null, contradiction: null } },
      {
        examen: { statut: null, contradiction: expect.stringContaining('La fermeture la retient') as string },
      },
    ]);
    // A northern one, and the one of the Terres-Cries: no text makes Santé Québec coordinate their account.
    for (const code of ['RRSSSN', '16258899']) expect(retained.has(code)).toBe(false);
    const { etablissements } = await level.data<{
      etablissements: { code: string; territoires: object[] }[];
    }>('{ etablissements(categorie: ETABLISSEMENT_TERRITORIAL) { code territoires { code } } }');
    expect([...retained.keys()]).toEqual(
      etablissements.flatMap(({ code, territoires }) => (territoires.length > 0 ? [code] : [])),
    );
  });

  it('leaves what it did not see, and what is of an établissement that owes no account, and says which', async () => {
    await close();
    const soumiseLe = '2026-11-01T00:00:00.000Z';
    const of = [LUC, '16258899'].map((code) => ({
      ...{ __typename: 'Reddition', campagne, soumiseLe },
      id: `${campagne}:${code}:V1`,
    }));
    const { _entities } = await level.data<{ _entities: { examen: { contradiction: string } }[] }>(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Reddition { examen { contradiction } } } }',
      { of },
    );
    const [unseen, owedByNobody] = _entities.map(({ examen }) => examen.contradiction);
    expect(unseen).toContain('ne la voyait pas');
    expect(owedByNobody).toMatch(/mandat E11 .* celui-ci n’en est pas un/);
    for (const said of [unseen, owedByNobody]) expect(said).not.toContain('version retenue');
  });

  it.each([
    ['sent back', sendingBack],
    ['accepted', accepting],
  ])('retains a version as it was %s while the closing was prepared', async (_what, examining) => {
    const reddition = submit(campagne, LUC);
    meanwhile.set('VersionsDeLaCampagne', () => act(examining(reddition)));
    expect((await close()).get(LUC)).toEqual(
      examining === accepting ? [reddition, 'CONSOLIDEE'] : [null, 'AUCUNE_VERSION_VALIDE'],
    );
  });

  it('that is crossed each time it is prepared is refused, and may be asked again', async () => {
    const cross = async (): Promise<void> => {
      meanwhile.set('VersionsDeLaCampagne', cross);
      await act(accepting(submit(campagne, LUC)));
    };
    meanwhile.set('VersionsDeLaCampagne', cross);
    const refusal = await refusalOf(closing());
    meanwhile.clear();
    expect(refusal).toMatchObject({ code: 'ACTE_REFUSE', regle: 'RETENIR_CE_QUI_EST_VALIDE' });
    expect((await close()).get(LUC)).toEqual([expect.stringContaining(LUC), 'CONSOLIDEE']);
  });

  it('before days that were given are over says why, and only then', async () => {
    const code = campagne.replace('-C', '-TOT');
    await act(
      `ouvrirCampagne(cle: "${code}", code: "${code}", canevas: "2026-2027-V1", cloture: "2098-05-15")`,
    );
    const shut = (motif = '') => `fermerCampagne(cle: "ferme-${code}", campagne: "${code}"${motif})`;
    expect(await refusalOf(shut())).toMatchObject({
      code: 'ACTE_REFUSE',
      regle: 'FERMER_AVANT_CLOTURE_EN_LE_DISANT',
      message: expect.stringContaining('jusqu’à sa clôture, le 2098-05-15') as string,
    });
    const { campagne: found } = await level.data<{
      campagne: { actionsPossibles: { nom: string; motifSiRefusee: string | null }[] };
    }>(`{ campagne(code: "${code}") { actionsPossibles { nom motifSiRefusee } } }`, {}, marie);
    expect(found.actionsPossibles).toContainEqual({ nom: 'fermerCampagne', motifSiRefusee: null });
    await act(shut(', motif: "Canevas à refaire."'));
  });

  it('after its closing, wants no reason but while an exception runs', async () => {
    const [plain, excepted] = ['-ECHUE', '-EXCEPTEE'].map((end) => campagne.replace('-C', end));
    for (const code of [plain!, excepted!]) await openPast(code);
    await act(
      `accorderException(cle: "e-${excepted}", campagne: "${excepted}", etablissement: "${LUC}", jusquAu: "2099-01-01", motif: "Panne.")`,
    );
    await act(`fermerCampagne(cle: "ferme-${plain}", campagne: "${plain}")`);
    expect(await refusalOf(`fermerCampagne(cle: "f-${excepted}", campagne: "${excepted}")`)).toMatchObject({
      regle: 'FERMER_AVANT_CLOTURE_EN_LE_DISANT',
      message: expect.stringContaining('Une exception laisse jusqu’au 2099-01-01') as string,
    });
  });

  it('says which of the exceptions that were given it ends, and since when', async () => {
    const code = campagne.replace('-C', '-FINIE');
    await openPast(code);
    for (const etablissement of [LUC, OMAR])
      await act(
        `accorderException(cle: "${code}-${etablissement}", campagne: "${code}", etablissement: "${etablissement}", jusquAu: "2099-01-01", motif: "Panne.")`,
      );
    // Of one, the last day has passed.
    const ofOmar = `where campagne_code = '${code}' and etablissement_code = '${OMAR}'`;
    await level.behindActs(
      `update sante_quebec.exception_campagne set jusqu_au = '2026-05-20' ${ofOmar}`,
      `update sante_quebec.exception_campagne set jusqu_au = '2099-01-01' ${ofOmar}`,
    );
    const SHOWN = 'campagne { fermeeLe exceptions { etablissement { code } finieLe } }';
    const read = await level.data<object>(`{ campagne(code: "${code}") { exceptions { finieLe } } }`);
    expect(read).toEqual({ campagne: { exceptions: [{ finieLe: null }, { finieLe: null }] } });
    const { fermerCampagne } = (await act(
      `fermerCampagne(cle: "ferme-${code}", campagne: "${code}", motif: "Panne réglée.")`,
      SHOWN,
    )) as { fermerCampagne: { campagne: { fermeeLe: string; exceptions: object[] } } };
    const { fermeeLe, exceptions } = fermerCampagne.campagne;
    expect(exceptions).toEqual([
      { etablissement: { code: LUC }, finieLe: fermeeLe },
      { etablissement: { code: OMAR }, finieLe: null },
    ]);
  });

  describe('an exception that another follows', () => {
    let code: string;
    beforeEach(async () => {
      code = campagne.replace('-C', '-SUIVIE');
      await openPast(code);
    });
    const give = (cle: string, jusquAu: string, more = '') =>
      `accorderException(cle: "${code}-${cle}", campagne: "${code}", etablissement: "${LUC}", jusquAu: "${jusquAu}", motif: "Panne."${more})`;
    const read = async () => {
      const { campagne: found } = await level.data<{
        campagne: { exceptions: { version: number; jusquAu: string; accordeeLe: string; finieLe: string }[] };
      }>(`{ campagne(code: "${code}") { fermeeLe exceptions { version jusquAu accordeeLe finieLe } } }`);
      return found.exceptions;
    };

    it('is ended by it, where it still ran', async () => {
      await act(give('1', '2099-01-01'));
      await act(give('2', '2098-01-01', ', versionAttendue: 1'));
      const [first, second] = await read();
      expect(first).toMatchObject({ version: 1, finieLe: second!.accordeeLe });
      expect(second).toMatchObject({ version: 2, jusquAu: '2098-01-01', finieLe: null });
      // Over before the next was given, it ran to its end.
      await level.behindActs(
        `update sante_quebec.exception_campagne set jusqu_au = '2026-05-20' where campagne_code = '${code}' and jusqu_au = '2099-01-01'`,
        `update sante_quebec.exception_campagne set jusqu_au = '2099-01-01' where campagne_code = '${code}' and jusqu_au = '2026-05-20'`,
      );
      expect((await read()).map(({ finieLe }) => finieLe)).toEqual([null, null]);
    });

    it('gives no day less, unless its author names the one that is shortened, and has read the last', async () => {
      await act(give('1', '2099-01-01'));
      expect(await refusalOf(give('2', '2098-01-01'))).toMatchObject({
        code: 'ACTE_REFUSE',
        regle: 'ABREGER_EN_LE_DISANT',
        remede: expect.stringContaining('versionAttendue: 1') as string,
      });
      await act(give('3', '2099-02-01'));
      expect(await refusalOf(give('4', '2098-01-01', ', versionAttendue: 1'))).toMatchObject({
        code: 'VERSION_PERIMEE',
        versionCourante: 2,
      });
      await act(give('5', '2098-01-01', ', versionAttendue: 2'));
      expect((await read()).map(({ jusquAu }) => jusquAu)).toEqual([
        '2099-01-01',
        '2099-02-01',
        '2098-01-01',
      ]);
    });
  });

  it('is told by the day that it is in Québec', async () => {
    await close();
    await level.behindActs(
      `update sante_quebec.campagne set fermee_le = '2026-11-28T02:00:00Z' where code = '${campagne}'`,
      `update sante_quebec.campagne set fermee_le = (select inscrit_le from sante_quebec.journal where numero = connu_par) where code = '${campagne}'`,
    );
    expect((await refusalOf(closing().replace('ferme-', 'encore-'))).message).toContain(
      'fermée depuis le 2026-11-27',
    );
  });
});

describe('the transmission of the bilans', () => {
  const TRANSMISSION = 'acte { numero } campagne { transmissions { version } }';
  const transmitting = () => `transmettreBilan(cle: "transmet-${campagne}", campagne: "${campagne}")`;
  const bilanOf = async () =>
    (
      await level.data<{ bilanQuebec: object }>(
        `{ bilanQuebec(campagne: "${campagne}") { conformes nonConformes version } }`,
      )
    ).bilanQuebec;

  /** Why it is not offered. */
  const motif = async () => {
    const { campagne: found } = await level.data<{
      campagne: { actionsPossibles: { nom: string; motifSiRefusee: string | null }[] };
    }>(`{ campagne(code: "${campagne}") { actionsPossibles { nom motifSiRefusee } } }`, {}, marie);
    return found.actionsPossibles.find(({ nom }) => nom === 'transmettreBilan')?.motifSiRefusee;
  };

  it('asked again under its key, transmits what it did, and consolidates nothing', async () => {
    published.set('01111', 3);
    const first = await act(transmitting(), TRANSMISSION);
    const bilan = await bilanOf();
    expect(bilan).toMatchObject({ conformes: 1, nonConformes: 0 });
    published.set('01111', 9);
    asked.length = 0;
    expect(await act(transmitting(), TRANSMISSION)).toEqual(first);
    // By then, what would have been begun would have asked for the measures.
    await act(accepting(submit(campagne, LUC)));
    expect(asked).toEqual(['RedditionAExaminer']);
    expect(await bilanOf()).toEqual(bilan);
  });

  it('of the same bilans is not done twice; of others, it is, and nobody can tell before they are consolidated', async () => {
    const again = transmitting().replace('transmet-', 'encore-');
    published.set('01111', 3);
    expect(await motif()).toBeNull();
    await act(transmitting(), TRANSMISSION);
    const refusal = await refusalOf(again);
    expect(refusal).toMatchObject({ code: 'ACTE_REFUSE', regle: 'TRANSMETTRE_CE_QUI_A_CHANGE' });
    expect(refusal.message).toMatch(/déjà été transmis le \d{4}-\d\d-\d\d/);
    published.set('01111', 9);
    expect(await motif()).toBeNull();
    const { transmettreBilan } = (await act(again, TRANSMISSION)) as {
      transmettreBilan: { campagne: { transmissions: { version: string }[] } };
    };
    const versions = transmettreBilan.campagne.transmissions.map(({ version }) => version);
    expect([versions.length, new Set(versions).size]).toEqual([2, 2]);
  });

  it('of what is again what was transmitted, others consolidated meanwhile, is neither offered nor done', async () => {
    published.set('01111', 3);
    await act(transmitting());
    published.set('01111', 9);
    await consolidateDue({ database: level.database, graph, now: () => new Date() });
    expect(await motif()).toBeNull();
    published.set('01111', 3);
    const told = await motif();
    const refusal = await refusalOf(transmitting().replace('transmet-', 'encore-'));
    expect(refusal).toMatchObject({ code: 'ACTE_REFUSE', regle: 'TRANSMETTRE_CE_QUI_A_CHANGE' });
    expect(told).toBe(refusal.message);
  });

  it('crossed by a submission, says that the établissements did not answer with the same, and may be asked again', async () => {
    published.set('01111', 3);
    isMoving = true;
    const refusal = await refusalOf(transmitting());
    isMoving = false;
    expect(refusal).toMatchObject({ code: 'GRAPHE_INDISPONIBLE', retryable: true });
    expect(refusal.message).toContain('rien n’est consolidé de moins que toutes');
    await act(transmitting());
  });
});

describe('the transmission of bilans that are crossed', () => {
  const transmitting = () => `transmettreBilan(cle: "transmet-${campagne}", campagne: "${campagne}")`;
  const told = async () =>
    await level.data<{
      bilanQuebec: { version: string };
      campagne: { transmissions: { version: string }[] };
    }>(
      `{ bilanQuebec(campagne: "${campagne}") { conformes nonConformes version }
        campagne(code: "${campagne}") { transmissions { version } } }`,
    );
  const due = async () =>
    JSON.stringify(await consolidateDue({ database: level.database, graph, now: () => new Date() }));
  /** What is corrected once the first territories are read, and before the last ones are: as many measures, the same verdicts. */
  const crossing = (correct: () => unknown): void => {
    meanwhile.set('MesuresDesTerritoires', () => {
      meanwhile.set('MesuresDesTerritoires', async () => void (await correct()));
      return Promise.resolve();
    });
  };
  const publishing = (first: number, last: number) => (): void => {
    published.clear();
    published.set(territoires.toSorted()[0]!, first).set(territoires.toSorted().at(-1)!, last);
  };

  it.each(['open', 'closed'])(
    'transmits what was published together, and never two halves: %s',
    async (state) => {
      publishing(3, 9)();
      if (state === 'closed') await close();
      crossing(publishing(9, 3));
      await act(transmitting());
      const { bilanQuebec, campagne: found } = await told();
      expect(bilanQuebec).toMatchObject({ conformes: 1, nonConformes: 1 });
      expect(found.transmissions).toEqual([{ version: bilanQuebec.version }]);
      // What is closed and was transmitted stands, whatever is corrected since.
      publishing(9, 9)();
      expect((await due()).includes(`"${campagne}"`)).toBe(state === 'open');
    },
  );

  it('while the campagne is closed, are those of the closed campagne: they stand', async () => {
    publishing(3, 9)();
    crossing(close);
    await act(transmitting());
    const before = await told();
    publishing(9, 9)();
    expect(await due()).not.toContain(`"${campagne}"`);
    expect(await told()).toEqual(before);
  });

  it('each time they are made, are refused, and may be asked again', async () => {
    let value = 3;
    const cross = () => {
      publishing((value += 1), 9)();
      meanwhile.set('MesuresDesTerritoires', cross);
      return Promise.resolve();
    };
    await cross();
    const refusal = await refusalOf(transmitting());
    meanwhile.clear();
    expect(refusal).toMatchObject({ code: 'ACTE_REFUSE', regle: 'BILANS_D_UNE_SEULE_LECTURE' });
    await act(transmitting());
  });
});

describe('an examination', () => {
  it.each(['retournerReddition', 'consoliderReddition'])(
    'of what names no reddition is refused before anybody is asked: %s',
    async (mutation) => {
      asked.length = 0;
      const cellules = mutation === 'retournerReddition' ? ', cellules: []' : '';
      const refusal = await refusalOf(`${mutation}(cle: "forme", reddition: "';--"${cellules})`);
      expect(refusal).toMatchObject({ code: 'CODE_INVALIDE', retryable: false });
      expect(asked).toEqual([]);
    },
  );
});

describe('the campagne that is meant when none is named', () => {
  it('is one that is open, whatever was opened and closed since', async () => {
    const currentOf = async () => {
      const { campagnes, bilans } = await level.data<{
        campagnes: { nodes: { code: string; courante: boolean }[] };
        bilans: { nodes: { id: string }[] };
      }>('{ campagnes(first: 100) { nodes { code courante } } bilans(first: 1) { nodes { id } } }');
      return [
        campagnes.nodes.flatMap(({ code, courante }) => (courante ? [code] : [])),
        bilans.nodes.map(({ id }) => id.split('/')[0]),
      ];
    };
    await act(`transmettreBilan(cle: "transmet-${campagne}", campagne: "${campagne}")`);
    const pilot = campagne.replace('-C', '-P');
    await act(`ouvrirCampagne(cle: "${pilot}", code: "${pilot}", canevas: "2026-2027-V1")`);
    await act(`transmettreBilan(cle: "transmet-${pilot}", campagne: "${pilot}")`);
    expect(await currentOf()).toEqual([[pilot], [pilot]]);
    await act(`fermerCampagne(cle: "ferme-${pilot}", campagne: "${pilot}")`);
    expect(await currentOf()).toEqual([[campagne], [campagne]]);
    // Opened in advance, it gives way until one of its periods has begun.
    await act('publierCanevas(cle: "avance", exercice: "2097-2098", indicateurs: ["I-A-P5"])');
    await act('ouvrirCampagne(cle: "ouvre-avance", code: "2097-2098", canevas: "2097-2098-V1")');
    expect(await currentOf()).toEqual([[campagne], [campagne]]);
  });
});

describe('what a campagne asks', () => {
  it('is of an exercice, whose two years follow each other', async () => {
    for (const asking of [
      'ouvrirCampagne(cle: "non", code: "2026-2072", canevas: "2026-2027-V1")',
      'publierCanevas(cle: "non", exercice: "2026-2072", indicateurs: ["I-A-P5"])',
    ]) {
      const refusal = await refusalOf(asking);
      expect(refusal).toMatchObject({ code: 'CODE_INVALIDE' });
      expect(refusal.message).toContain('deux années qui se suivent');
    }
  });

  it('is what its canevas keeps of its indicateurs: of another exigence, nothing is coordinated there', async () => {
    await act(
      'publierCanevas(cle: "resserre", exercice: "2027-2028", indicateurs: ["I-A-P8"], exigences: ["A-P8:CONSULT_SOCIALE"])',
    );
    await act('ouvrirCampagne(cle: "resserree", code: "2027-2028", canevas: "2027-2028-V1")');
    const { _entities } = await level.data<{ _entities: object[] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Imputabilite {
        coordonnePar { indicateur { code } canevas { code } campagne { code } absence { motif doitRepondre { code } } } } } }`,
      {
        of: ['A-P8:CONSULT_SOCIALE', 'A-P8:CONSULT_PSY'].map((exigence) => ({
          ...{ __typename: 'Imputabilite', territoire: '06112', exigence, motifSansCompte: null },
        })),
      },
    );
    const indicateur = { code: 'I-A-P8' };
    expect(_entities).toEqual([
      {
        coordonnePar: {
          indicateur,
          canevas: { code: '2027-2028-V1' },
          campagne: { code: '2027-2028' },
          absence: null,
        },
      },
      {
        coordonnePar: {
          indicateur,
          canevas: null,
          campagne: null,
          absence: {
            motif: expect.stringContaining('Aucune campagne ne demande cette exigence') as unknown,
            doitRepondre: null,
          },
        },
      },
    ]);
  });

  it('is coordinated where it is asked, whatever was opened since for something else, or closed', async () => {
    const publish = (cle: string, ...asked: readonly (readonly [indicateur: string, exigence: string])[]) => {
      const [indicateurs, exigences] = [0, 1].map((at) => JSON.stringify(asked.map((one) => one[at])));
      return act(
        `publierCanevas(cle: "${cle}", exercice: "2028-2029", indicateurs: ${indicateurs}, exigences: ${exigences})`,
      );
    };
    const open = (code: string, canevas: number, periode = 'P01') =>
      act(
        `ouvrirCampagne(cle: "${code}", code: "${code}", canevas: "2028-2029-V${canevas}", periodes: ["2028-2029-${periode}"])`,
      );
    const shut = (code: string) => act(`fermerCampagne(cle: "ferme-${code}", campagne: "${code}")`);
    const campagnesOf = async (...exigences: string[]) => {
      const { _entities } = await level.data<{
        _entities: {
          coordonnePar: { campagne: { code: string } | null; canevas: { code: string } | null };
        }[];
      }>(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Imputabilite {
          coordonnePar { canevas { code } campagne { code } } } } }`,
        {
          of: exigences.map((exigence) => ({
            ...{ __typename: 'Imputabilite', territoire: '06112', exigence, motifSansCompte: null },
          })),
        },
      );
      return _entities.map(({ coordonnePar: { campagne: found, canevas } }) =>
        found === null ? null : [found.code, canevas?.code],
      );
    };
    await publish('annee', ['I-A-P8', 'A-P8:CONSULT_PSY']);
    await publish('sondage', ['I-A-P10', 'A-P10:AAOR']);
    await publish('jours', ['I-F-A1', 'F-A1:CRISE'], ['I-A-P5', 'A-P5:AAOR']);
    await open('2028-2029', 1);
    await open('2028-2029-SONDAGE', 2);
    expect(await campagnesOf('A-P8:CONSULT_PSY', 'A-P10:AAOR')).toEqual([
      ['2028-2029', '2028-2029-V1'],
      ['2028-2029-SONDAGE', '2028-2029-V2'],
    ]);
    // One that is closed says it no more than one that is open.
    await open('2028-2029-REPRISE', 1);
    expect(await campagnesOf('A-P8:CONSULT_PSY')).toEqual([['2028-2029-REPRISE', '2028-2029-V1']]);
    await shut('2028-2029-REPRISE');
    expect(await campagnesOf('A-P8:CONSULT_PSY')).toEqual([['2028-2029', '2028-2029-V1']]);
    await shut('2028-2029');
    expect(await campagnesOf('A-P8:CONSULT_PSY')).toEqual([['2028-2029-REPRISE', '2028-2029-V1']]);
    // Measured once a year, it is asked where the thirteenth period is.
    await open('2028-2029-DEBUT', 3);
    expect(await campagnesOf('F-A1:CRISE')).toEqual([null]);
    await open('2028-2029-FIN', 3, 'P13');
    expect(await campagnesOf('F-A1:CRISE')).toEqual([['2028-2029-FIN', '2028-2029-V3']]);
  });
});

it('a campagne that would ask nothing is not opened', async () => {
  await act(
    'publierCanevas(cle: "annuel", exercice: "2096-2097", indicateurs: ["I-F-A1"], exigences: ["F-A1:CRISE"])',
  );
  const opening = (periodes: string) =>
    `ouvrirCampagne(cle: "rien", code: "2096-2097-RIEN", canevas: "2096-2097-V1", periodes: [${periodes}])`;
  expect(await refusalOf(opening('"2096-2097-P02"'))).toMatchObject({
    code: 'ACTE_REFUSE',
    regle: 'DEMANDER_CE_QUI_SE_MESURE',
    remede: expect.stringContaining('2096-2097-P13') as string,
  });
  await act(opening('"2096-2097-P02", "2096-2097-P13"'));
});
