import { createGateway, type Gateway } from '@palier/gateway';
import { createInMemoryCaller } from '@palier/gateway/subgraphs/in-memory/in-memory-caller';
import type { Identity } from '@palier/gateway/request/identity';
import type { SubgraphCaller } from '@palier/gateway/request/subgraph-caller';
import { type Database, openDatabase } from '@palier/runtime/database';
import { createEphemeralKeys, type JournalKeys } from '@palier/runtime/journal/journal-keys';
import { verifyLevelJournal } from '@palier/runtime/level/verify-level-journal';
import { LEVELS } from '@palier/start/levels';
import { askGraph, SUPERGRAPH } from '@palier/start/open-house';
import fc from 'fast-check';
import type { KyselyPlugin } from 'kysely';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { moveDays } from '../move-days.ts';
import { snapshotLocation } from '../../house.ts';
import { holdInvariants } from '../../invariants/hold-all.ts';
import { PLANNING } from '../../planning.ts';
import { copyDatabase, query as administer } from '../../postgres.ts';
import { checkReplay } from '../check-replay.ts';

/**
 * Whatever people of two établissements and of Santé Québec do of one campagne, in whatever order, again, at once, on what they
 * have read or not, by one program or the other, one of which dies: the same acts always give the same state, and what was
 * answered is never lost.
 */
const EXERCICE = '2026-2027';
const PERIODES = [`${EXERCICE}-P01`, `${EXERCICE}-P02`] as const;
const EXIGENCE = 'A-P5:AAOR';

const PEOPLE = {
  marie: { palier: 'SANTE_QUEBEC', etablissement: undefined },
  luc: { palier: 'ETABLISSEMENT', etablissement: '11045119' },
  ana: { palier: 'ETABLISSEMENT', etablissement: '11045119' },
  omar: { palier: 'ETABLISSEMENT', etablissement: '11045127' },
  sophie: { palier: 'MSSS', etablissement: undefined },
} as const;
type Name = keyof typeof PEOPLE;
const TERRITOIRES: Readonly<Record<string, string>> = { '11045119': '01111', '11045127': '02111' };

const identityOf = (name: Name, run: number): Identity => ({
  ...PEOPLE[name],
  subject: `${name}-${run}`,
  scopes: new Set(),
  policies: new Set(),
  key: `${name}-${run}`,
});

/** What somebody asks: a field of `Mutation`, without its key. */
interface Asked {
  readonly who: Name;
  readonly what: (campagne: string) => string;
  /** Where it is said beforehand whether it may be done. */
  readonly where: (campagne: string) => string;
}

/** The same, under a key, of one program or the other. */
interface Act extends Asked {
  readonly program: 0 | 1;
  readonly cle: number;
}

const said = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /"(\w+)":|"(AUCUN_CAS|NON_DISPONIBLE|SUPPRIMEE)"/g,
    (_, name?: string, statut?: string) => (name === undefined ? statut! : `${name}: `),
  );

/** A value, what it is a fraction of, or what stands for it. */
type Figure = number | readonly [numerateur: number, denominateur: number] | Statut;
const STATUTS = ['AUCUN_CAS', 'NON_DISPONIBLE', 'SUPPRIMEE'] as const;
type Statut = (typeof STATUTS)[number];

function sayFigure(figure: Figure): object {
  if (typeof figure === 'number') return { valeur: figure };
  if (typeof figure === 'string') return { statut: figure };
  const [numerateur, denominateur] = figure;
  return { valeur: numerateur / denominateur, numerateur, denominateur };
}
const mesureOf = (of: string, periode: string): string => `${periode}:${TERRITOIRES[of]}:${EXIGENCE}`;

const ACTIONS = 'actionsPossibles { nom motifSiRefusee }';
const ofEtablissement =
  (who: Name) =>
  (campagne: string): string =>
    `etablissement(code: "${PEOPLE[who].etablissement}") { ${ACTIONS.replace(' ', `(campagne: "${campagne}") `)} }`;
/** The draft is what is submitted, or the version that stands. */
const ofDraft =
  (who: Name) =>
  (campagne: string): string =>
    ['SAISIE', 'SOUMISE']
      .map(
        (etat) =>
          `${etat}: redditions(campagne: "${campagne}", etablissement: "${PEOPLE[who].etablissement}", etat: ${etat},
            tri: VERSION, sens: DECROISSANT, first: 1) { nodes { ${ACTIONS} } }`,
      )
      .join(' ');
const ofVersion =
  (whose: string | undefined, of: number, actions: string = ACTIONS) =>
  (campagne: string): string =>
    `reddition(id: "${campagne}:${whose}:V${of}") { ${actions} }`;
const ofExamen = (whose: string, of: number) => ofVersion(whose, of, `examen { ${ACTIONS} }`);
const ofCampagne = (campagne: string): string => `campagne(code: "${campagne}") { ${ACTIONS} }`;
const ofAppreciation = (campagne: string): string =>
  `campagne(code: "${campagne}") { appreciation { ${ACTIONS} } }`;

/** What is said of an action, wherever it stands in an answer: null where it may be done; undefined where nothing says. */
function findSaid(answer: unknown, nature: string): string | null | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { nom, motifSiRefusee } = answer as { nom?: unknown; motifSiRefusee?: string | null };
  if (nom === nature) return motifSiRefusee;
  return Object.values(answer)
    .map((each) => findSaid(each, nature))
    .find((found) => found !== undefined);
}

/** What refuses an act for what its author gives with it, whatever is there: nothing says so beforehand. */
const OF_ITS_AUTHOR: readonly string[] = [
  'AGIR_SUR_CE_QUI_EST_LU',
  'REPONDRE_AUX_RETOURS',
  'OTER_CE_QUI_EST_PORTE',
  'RETOURNER_CE_QUI_EST_PORTE',
  // Answers alone are enough for what was sent back; without any, there is nothing to submit.
  'SOUMETTRE_UN_BROUILLON',
];

/** Each act of a reddition, as somebody asks it. */
const ASK = {
  saisirMesures: (who: Name, periode: string, figure: Figure, lue: number | null): Asked => ({
    who,
    where: ofEtablissement(who),
    what: (campagne) => {
      const territoire = TERRITOIRES[PEOPLE[who].etablissement ?? ''];
      const mesures = [{ territoire, exigence: EXIGENCE, periode, ...sayFigure(figure) }];
      return `saisirMesures(${sayArguments({ campagne, versionAttendue: lue, mesures })}`;
    },
  }),
  /** The same act, which takes a measure out, and enters the other one or nothing. */
  retirerMesure: (who: Name, periode: string, valeur: number | null, lue: number | null): Asked => ({
    who,
    where: ofEtablissement(who),
    what: (campagne) => {
      const territoire = TERRITOIRES[PEOPLE[who].etablissement ?? ''];
      const retraits = [{ territoire, exigence: EXIGENCE, periode }];
      const other = PERIODES.find((one) => one !== periode);
      const mesures = valeur === null ? [] : [{ territoire, exigence: EXIGENCE, periode: other, valeur }];
      return `saisirMesures(${sayArguments({ campagne, versionAttendue: lue, mesures, retraits })}`;
    },
  }),
  soumettreReddition: (who: Name, answered: number, lue: number | null): Asked => ({
    who,
    where: ofDraft(who),
    what: (campagne) => {
      const of = PEOPLE[who].etablissement ?? '';
      const reponses = PERIODES.slice(0, answered).map((periode) => ({
        mesure: mesureOf(of, periode),
        justification: 'Vérifié.',
      }));
      return `soumettreReddition(${sayArguments({ campagne, versionAttendue: lue, reponses })}`;
    },
  }),
  retirerReddition: (who: Name, of: number): Asked => ({
    who,
    where: ofVersion(PEOPLE[who].etablissement, of),
    what: (campagne) =>
      `retirerReddition(${sayArguments({ reddition: `${campagne}:${PEOPLE[who].etablissement}:V${of}`, motif: 'Erreur.' })}`,
  }),
  retournerReddition: (whose: string, of: number, cells: readonly string[]): Asked => ({
    who: 'marie',
    where: ofExamen(whose, of),
    what: (campagne) => {
      const cellules = cells.map((periode) => ({
        mesure: mesureOf(whose, periode),
        motif: 'Surprend.',
        attendu: 'Confirmer.',
      }));
      return `retournerReddition(${sayArguments({ reddition: `${campagne}:${whose}:V${of}`, cellules })}`;
    },
  }),
  consoliderReddition: (whose: string, of: number): Asked => ({
    who: 'marie',
    where: ofExamen(whose, of),
    what: (campagne) => `consoliderReddition(${sayArguments({ reddition: `${campagne}:${whose}:V${of}` })}`,
  }),
  accorderException: (whose: string): Asked => ({
    who: 'marie',
    where: ofCampagne,
    what: (campagne) =>
      `accorderException(${sayArguments({ campagne, etablissement: whose, jusquAu: '2099-01-01', motif: 'Panne.' })}`,
  }),
  fermerCampagne: (): Asked => ({
    who: 'marie',
    where: ofCampagne,
    what: (campagne) => `fermerCampagne(${sayArguments({ campagne, motif: 'Panne.' })}`,
  }),
  transmettreBilan: (): Asked => ({
    who: 'marie',
    where: ofCampagne,
    what: (campagne) => `transmettreBilan(${sayArguments({ campagne })}`,
  }),
  apprecierBilan: (lue: number | null): Asked => ({
    who: 'sophie',
    where: ofAppreciation,
    what: (campagne) => `apprecierBilan(${sayArguments({ campagne, texte: 'Vu.', versionAttendue: lue })}`,
  }),
};

/** Acts of the graph that are no part of a reddition: what each begins with, and the rules that judge it. */
const NOT_DRAWN = ['ouvrirCampagne', 'publierCanevas', 'publierRegle', 'retirerRegle'];
const isLevels = (mutation: string): boolean => mutation.startsWith('contresignature');

const sayArguments = (given: Readonly<Record<string, unknown>>): string =>
  Object.entries(given)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${said(value)}`)
    .join(', ');

const inDraft = fc.constantFrom<Name>('luc', 'ana', 'omar');
const version = fc.integer({ min: 1, max: 3 });
const etablissement = fc.constantFrom(...Object.keys(TERRITOIRES));
const lue = fc.option(fc.integer({ min: 0, max: 3 }));
const cells = fc.subarray([...PERIODES], { minLength: 1 });

const asked = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        inDraft,
        fc.constantFrom(...PERIODES),
        fc.constantFrom<Figure>(1, 2, 3, [1, 2], [2, 2], ...STATUTS),
        lue,
      )
      .map((given) => ASK.saisirMesures(...given)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(inDraft, fc.constantFrom(...PERIODES), fc.option(fc.integer({ min: 1, max: 3 })), lue)
      .map((given) => ASK.retirerMesure(...given)),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(inDraft, fc.integer({ min: 0, max: 2 }), lue)
      .map((given) => ASK.soumettreReddition(...given)),
  },
  { weight: 1, arbitrary: fc.tuple(inDraft, version).map((given) => ASK.retirerReddition(...given)) },
  {
    weight: 2,
    arbitrary: fc.tuple(etablissement, version, cells).map((given) => ASK.retournerReddition(...given)),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(etablissement, version).map((given) => ASK.consoliderReddition(...given)),
  },
  { weight: 2, arbitrary: etablissement.map(ASK.accorderException) },
  { weight: 1, arbitrary: fc.constant(ASK.fermerCampagne()) },
  { weight: 1, arbitrary: fc.constant(ASK.transmettreBilan()) },
  { weight: 1, arbitrary: lue.map(ASK.apprecierBilan) },
);
const act: fc.Arbitrary<Act> = fc
  .record({
    asked,
    program: fc.constantFrom(0 as const, 1 as const),
    cle: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ asked: one, program, cle }) => ({ ...one, program, cle }));

/** Acts asked at once, all answered before the next ones are asked; of which a program dies of some. */
interface Step {
  readonly acts: readonly Act[];
  /** How many statements the first program sends before it dies: what it was doing is cut there. */
  readonly dies: number | null;
}

const step: fc.Arbitrary<Step> = fc.record({
  acts: fc.oneof(
    { weight: 3, arbitrary: fc.array(act, { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(act, { minLength: 2, maxLength: 4 }) },
  ),
  dies: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 8 }),
});

const natureOf = ({ what }: Asked, campagne: string): string => what(campagne).split('(', 1)[0]!;

const alone = (one: Asked, rank: number): Step => ({
  acts: [{ ...one, program: rank % 2 === 0 ? 0 : 1, cle: 10 + rank }],
  dies: null,
});

/** Each act is done at least once, whatever is drawn. */
const EACH_ACT: readonly Step[] = [
  ASK.saisirMesures('luc', PERIODES[0], 2, 0),
  ASK.soumettreReddition('ana', 0, 1),
  ASK.retirerReddition('luc', 1),
  ASK.saisirMesures('ana', PERIODES[0], 3, 1),
  ASK.soumettreReddition('luc', 0, null),
  ASK.retournerReddition('11045119', 2, [PERIODES[0]]),
  ASK.saisirMesures('luc', PERIODES[1], 1, null),
  ASK.soumettreReddition('luc', 1, 3),
  ASK.consoliderReddition('11045119', 3),
  ASK.transmettreBilan(),
  ASK.apprecierBilan(0),
  ASK.accorderException('11045127'),
  ASK.fermerCampagne(),
  ASK.transmettreBilan(),
  ASK.apprecierBilan(1),
].map(alone);

/** What stands for a value answers what was sent back, as a value does, and a fraction is another figure than its value. */
const WITHOUT_VALUE: readonly Step[] = [
  ASK.saisirMesures('luc', PERIODES[0], 'NON_DISPONIBLE', 0),
  ASK.saisirMesures('luc', PERIODES[1], [2, 2], 1),
  ASK.soumettreReddition('luc', 0, null),
  ASK.retournerReddition('11045119', 1, [...PERIODES]),
  ASK.saisirMesures('luc', PERIODES[0], 'AUCUN_CAS', null),
  ASK.saisirMesures('luc', PERIODES[1], 1, null),
  ASK.soumettreReddition('luc', 2, null),
  ASK.saisirMesures('luc', PERIODES[0], 'SUPPRIMEE', null),
  ASK.soumettreReddition('luc', 2, null),
  ASK.retirerReddition('luc', 3),
].map(alone);

/** What was sent back is corrected, then put back; and what a closing retained, withdrawn. */
const PUT_BACK: readonly Step[] = [
  ASK.saisirMesures('luc', PERIODES[0], 3, 0),
  ASK.soumettreReddition('luc', 0, null),
  ASK.retournerReddition('11045119', 1, [PERIODES[0]]),
  ASK.saisirMesures('luc', PERIODES[0], 1, 1),
  ASK.soumettreReddition('luc', 0, null),
  ASK.saisirMesures('luc', PERIODES[0], 3, 2),
  ASK.soumettreReddition('luc', 0, null),
  ASK.soumettreReddition('luc', 1, null),
  ASK.fermerCampagne(),
  ASK.retirerReddition('luc', 3),
].map(alone);

/** What a version took out stands again once it is withdrawn; what is carried over takes the place of nothing. */
const TAKEN_OUT: readonly Step[] = [
  ASK.saisirMesures('omar', PERIODES[0], 3, 0),
  ASK.saisirMesures('omar', PERIODES[1], 2, 1),
  ASK.soumettreReddition('omar', 0, null),
  ASK.retirerMesure('omar', PERIODES[0], 1, null),
  ASK.soumettreReddition('omar', 0, null),
  ASK.retirerReddition('omar', 2),
  ASK.saisirMesures('omar', PERIODES[1], 3, null),
  ASK.soumettreReddition('omar', 0, null),
].map(alone);

/** What a version suppresses is not published again by its withdrawal, nor once another took it out. */
const SUPPRESSED: readonly Step[] = [
  ASK.saisirMesures('luc', PERIODES[0], 3, 0),
  ASK.soumettreReddition('luc', 0, null),
  ASK.saisirMesures('luc', PERIODES[0], 'SUPPRIMEE', null),
  ASK.soumettreReddition('luc', 0, null),
  ASK.retirerReddition('luc', 2),
  ASK.retirerMesure('luc', PERIODES[0], 1, null),
  ASK.soumettreReddition('luc', 0, null),
  ASK.retirerReddition('luc', 3),
  ASK.retirerReddition('luc', 2),
].map(alone);

/** The last day to submit passes before the third step: what was submitted is neither sent back nor withdrawn without an exception. */
const TOO_LATE: readonly Step[] = [
  ASK.saisirMesures('luc', PERIODES[0], 3, 0),
  ASK.soumettreReddition('luc', 0, null),
  ASK.retournerReddition('11045119', 1, [PERIODES[0]]),
  ASK.retirerReddition('luc', 1),
  ASK.accorderException('11045119'),
  ASK.retirerReddition('luc', 1),
].map(alone);

/** All that a line says: a value and its fraction, or what stands for them. */
const figureOf = (line: string) =>
  sql<string>`concat_ws('|', ${sql.ref(`${line}.valeur`)}, ${sql.ref(`${line}.numerateur`)}, ${sql.ref(`${line}.denominateur`)},
    case when ${sql.ref(`${line}.valeur`)} is null then ${sql.ref(`${line}.statut`)} end)`;

const [TO_COME, PASSED] = ['2098-01-01', '2026-05-15'];

const REFUSALS = ['VERSION_PERIMEE', 'CLE_REPRISE', 'ACTE_REFUSE', 'CONTENU_INVALIDE'];

/** One program on the database: the three levels, and the gateway before them. */
interface Program {
  readonly gateway: Gateway;
  /** Dies after some statements more: every one that follows fails, as where nobody is left to send it. */
  dieAfter(statements: number): void;
  /** Is started again, with nothing kept. */
  restart(): Promise<void>;
}

/** A program that dies says so for each thing that it was doing. */
const say = (): void => undefined;
const SILENT = { debug: say, info: say, warn: say, error: say };

async function openProgram(database: Database, keys: JournalKeys): Promise<Program> {
  const callers = new Map<string, SubgraphCaller>();
  let left = { statements: Infinity };
  const open = async (): Promise<void> => {
    // The former life, if it has not ended by itself, ends here.
    left.statements = -1;
    const life = { statements: Infinity };
    left = life;
    const mortal: KyselyPlugin = {
      transformQuery: ({ node }) => {
        life.statements -= 1;
        if (life.statements < 0) throw new Error('This program is dead');
        return node;
      },
      transformResult: ({ result }) => {
        if (life.statements < 0) return Promise.reject(new Error('This program is dead'));
        return Promise.resolve(result);
      },
    };
    const alive = { ...database, kysely: database.kysely.withPlugin(mortal) };
    for (const definition of LEVELS) {
      const subgraph = await definition.open(
        alive,
        { demonstration: 'CHARGEE' },
        { keys, graph: (query, variables) => askGraph(gateway)(query, variables) },
      );
      callers.set(definition.name, createInMemoryCaller(subgraph));
    }
  };
  const gateway = await createGateway({
    supergraph: { path: SUPERGRAPH },
    planning: PLANNING,
    logger: SILENT,
    callers: ({ name }) => ({ call: (request) => callers.get(name)!.call(request) }),
  });
  await open();
  return { gateway, restart: open, dieAfter: (statements) => (left.statements = statements) };
}

/** Campagnes that are drawn; each is some seconds of a core. */
const RUNS = Number(process.env['REDDITION_RUNS'] ?? 8);

/** What refuses an act, as its author reads it. */
interface Refusal {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface Ground {
  readonly database: Database;
  /** Cuts what the programs have under way with the database, where it is a server. */
  cut(): Promise<void>;
  close(): Promise<void>;
}

const serverUrl = inject('serverUrl');
const GROUNDS = [
  {
    name: 'embedded',
    open: async (): Promise<Ground> => {
      const database = await openDatabase(snapshotLocation());
      return { database, cut: () => Promise.resolve(), close: () => database.close() };
    },
  },
  ...(serverUrl === undefined
    ? []
    : [
        {
          name: 'on PostgreSQL, whose connections are cut',
          open: async (): Promise<Ground> => {
            const copy = await copyDatabase(serverUrl);
            const database = await openDatabase({ kind: 'server', url: copy.url });
            return {
              database,
              cut: async () => {
                // Once it has answered they are gone: what is asked next is not cut by what was cut before.
                await administer(
                  copy.url,
                  'select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
                );
              },
              close: () => database.close().finally(() => copy.close()),
            };
          },
        },
      ]),
];

describe.each(GROUNDS)('acts of a reddition, $name', { timeout: 900_000 }, ({ open }) => {
  const keys = createEphemeralKeys();
  let ground: Ground;
  let programs: [Program, Program];
  beforeAll(async () => {
    ground = await open();
    programs = [await openProgram(ground.database, keys), await openProgram(ground.database, keys)];
  });
  afterAll(async () => {
    for (const { gateway } of programs) await gateway.stop();
    await ground.close();
  });

  /** @returns the number and the digest of the act, the code of what refuses it, or why nobody answered */
  async function perform(
    { who, program, cle, what: ask }: Act,
    run: number,
    campagne: string,
    onRefused?: (refusal: Refusal) => void,
  ): Promise<string> {
    const identity = identityOf(who, run);
    const query = `mutation { fait: ${ask(campagne)}, cle: "${cle}") { acte { numero recu { empreinte } } } }`;
    const { data, errors } = await programs[program].gateway.execute({ query, identity, asker: 'PROGRAM' });
    if (errors?.[0]) onRefused?.(errors[0]);
    if (errors?.[0]) return String(errors[0].extensions?.['code'] ?? errors[0].message);
    const { acte } = data?.['fait'] as { acte: { numero: number; recu: { empreinte: string } } };
    return `${acte.numero} ${acte.recu.empreinte}`;
  }

  /** An act done alone, which is what is said of it beforehand: refused for that very reason, or done but for what its author gives. */
  async function performAsSaid(each: Act, run: number, campagne: string): Promise<string> {
    const nature = natureOf(each, campagne);
    const { data } = await programs[each.program].gateway.execute({
      query: `{ ${each.where(campagne)} }`,
      identity: identityOf(each.who, run),
      asker: 'PROGRAM',
    });
    const said = findSaid(data, nature);
    let refusal: Refusal | undefined;
    const answer = await perform(each, run, campagne, (refused) => (refusal = refused));
    // Whether bilans changed since they were transmitted is heard of by the journals of others, a moment later.
    if (said === undefined || nature === 'transmettreBilan') return answer;
    const regle = String(refusal?.extensions?.['regle']);
    if (said === null) expect([undefined, ...OF_ITS_AUTHOR], refusal?.message).toContain(refusal && regle);
    // What its author gives may be refused first.
    else if (!OF_ITS_AUTHOR.includes(regle)) expect(refusal?.message).toBe(said);
    return answer;
  }

  async function ask(query: string): Promise<void> {
    const { errors } = await programs[0].gateway.execute({
      query,
      identity: identityOf('marie', 0),
      asker: 'PROGRAM',
    });
    expect(errors).toBeUndefined();
  }

  const isDone = (answer: string): boolean => /^\d+ [0-9a-f]{64}$/.test(answer);

  it('always give the same state, and none that was answered is lost', async () => {
    await ask(
      `mutation { publierCanevas(cle: "canevas", exercice: "${EXERCICE}", indicateurs: ["I-A-P5"]) { acte { numero } } }`,
    );
    let done = 0;
    let run = 0;
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        // Before which step the last day to submit passes.
        fc.option(fc.nat({ max: 3 }), { freq: 2 }),
        fc.array(step, { minLength: 3, maxLength: 8 }),
        async (passes, steps) => {
          run += 1;
          const campagne = `${EXERCICE}-R${run}`;
          await ask(`mutation { ouvrirCampagne(cle: "${campagne}", code: "${campagne}", canevas: "${EXERCICE}-V1",
          periodes: ${JSON.stringify(PERIODES)}, cloture: "${TO_COME}") { acte { numero } } }`);
          const answers = new Map<string, { readonly act: Act; readonly answer: string }>();
          // Acts of one step may cross each other; those of two do not.
          const ended: number[] = [];
          const nameOf = ({ who, cle, what: asked }: Act): string => `${who} ${cle} ${asked(campagne)}`;
          const keyOf = ({ who, cle }: Act): string => `${who} ${cle}`;
          const used = new Set<string>();
          let passed = Infinity;
          for (const [rank, { acts, dies }] of steps.entries()) {
            if (rank === passes) passed = await moveCloture(campagne, PASSED);
            // Of a key that was used, what it did is said again.
            const isAlone = acts.length === 1 && dies === null && !used.has(keyOf(acts[0]!));
            const asking = acts.map((each) =>
              isAlone ? performAsSaid(each, run, campagne) : perform(each, run, campagne),
            );
            if (dies !== null) {
              programs[0].dieAfter(dies);
              await ground.cut();
            }
            const given = await Promise.all(asking);
            if (dies !== null) await programs[0].restart();
            ended.push(Date.now());
            for (const [index, answer] of given.entries()) {
              const each = acts[index]!;
              if (isDone(answer) || dies !== null) used.add(keyOf(each));
              if (!isDone(answer)) {
                // Whoever was cut off knows nothing; nobody else is refused but by a rule.
                if (dies === null) expect(REFUSALS).toContain(answer);
                continue;
              }
              // Whoever asks the same again, by whichever program, is answered the same.
              expect(answers.get(nameOf(each))?.answer ?? answer).toBe(answer);
              answers.set(nameOf(each), { act: each, answer });
              seen.add(natureOf(each, campagne));
            }
          }
          for (const { act: each, answer } of answers.values())
            expect(await perform({ ...each, program: 1 }, run, campagne)).toBe(answer);
          expect(new Set([...answers.values()].map(({ answer }) => answer)).size).toBe(answers.size);
          done += answers.size;
          await checkVersions(campagne);
          await checkPublished();
          await checkAnswers(campagne, ended);
          await checkClosing(campagne, ended);
          await checkPassed(campagne, passed);
          await checkSuppressed(campagne);
          await checkBilans(campagne);
          // As its acts say, which are played again.
          if (passed < Infinity) await moveCloture(campagne, TO_COME);
        },
      ),
      {
        numRuns: RUNS,
        examples: [
          ...[EACH_ACT, PUT_BACK, TAKEN_OUT, SUPPRESSED, WITHOUT_VALUE].map((steps): [null, Step[]] => [
            null,
            [...steps],
          ]),
          [2, [...TOO_LATE]],
        ],
      },
    );
    expect(done).toBeGreaterThan(RUNS);
    expect([...seen].sort()).toEqual(await listActs());
    for (const definition of LEVELS) {
      const { fautes } = await verifyLevelJournal(ground.database.kysely, definition, keys.publics());
      expect(fautes).toEqual([]);
    }
    await checkReplay(ground.database);
  });

  holdInvariants('whatever was drawn', () => programs[1]);

  /** The acts that people may ask of a reddition, as the graph has them: each is to be drawn. */
  async function listActs(): Promise<string[]> {
    const { data } = await programs[0].gateway.execute({
      query: '{ __schema { mutationType { fields { name } } } }',
      identity: identityOf('marie', 0),
      asker: 'PROGRAM',
    });
    const { mutationType } = data?.['__schema'] as { mutationType: { fields: { name: string }[] } };
    const names = mutationType.fields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(NOT_DRAWN));
    return names.filter((name) => !isLevels(name) && !NOT_DRAWN.includes(name)).sort();
  }

  /** What is transmitted differs from what was transmitted before it; what is appreciated was transmitted, and versions follow each other. */
  async function checkBilans(campagne: string): Promise<void> {
    const { rows } = await sql<{ version: string }>`
      select version from sante_quebec.transmission where campagne_code = ${campagne} order by transmise_le, acte`.execute(
      ground.database.kysely,
    );
    const versions = rows.map(({ version: transmitted }) => transmitted);
    expect(versions.filter((one, rank) => one === versions[rank - 1])).toEqual([]);
    const { rows: appreciations } = await sql<{ version: number; bilans: string }>`
      select version, version_bilans as bilans from msss.appreciation where campagne_code = ${campagne} order by version`.execute(
      ground.database.kysely,
    );
    expect(appreciations.map((one) => one.version)).toEqual(appreciations.map((_, index) => index + 1));
    for (const { bilans } of appreciations) expect(versions).toContain(bilans);
  }

  /** Versions follow each other, one draft at most, which is the last; and one examination at most of each. */
  async function checkVersions(campagne: string): Promise<void> {
    const { rows } = await sql<{ etablissement: string; version: number; etat: string; examens: number }>`
      select etablissement_code as etablissement, version, etat,
        (select count(*)::int from sante_quebec.examen where reddition_id = reddition.id) as examens
      from etablissements.reddition where campagne = ${campagne} order by etablissement_code, version`.execute(
      ground.database.kysely,
    );
    for (const of of Object.keys(TERRITOIRES)) {
      const versions = rows.filter((row) => row.etablissement === of);
      expect(versions.map((row) => row.version)).toEqual(versions.map((_, index) => index + 1));
      expect(versions.slice(0, -1).map(({ etat }) => etat)).not.toContain('SAISIE');
      for (const { etat, examens } of versions) {
        expect(examens).toBeLessThanOrEqual(1);
        if (etat !== 'SOUMISE') expect(examens).toBe(0);
      }
    }
    // What is sent back can be answered, and no closing retains it.
    const { rows: lost } = await sql`
      select reddition_id from sante_quebec.examen join sante_quebec.campagne on code = campagne_code
        left join sante_quebec.version_retenue using (reddition_id)
      where code = ${campagne} and statut = 'RETOURNEE' and (examine_le > fermee_le or raison is not null)`.execute(
      ground.database.kysely,
    );
    expect(lost).toEqual([]);
  }

  /**
   * A measure is published when a version that stands says it, of the campagnes of those that do; it says what was said last,
   * whichever version carries it since.
   */
  async function checkPublished(): Promise<void> {
    const { rows: lines } = await sql<{ mesure: string; valeur: number; campagne: string; depuis: number }>`
      select mesure_id as mesure, valeur, campagne, (
        select min(extract(epoch from soumise_le)::float8) from etablissements.reddition as first
          join etablissements.ligne_reddition as same on same.reddition_id = first.id
        where first.campagne = version.campagne and etat = 'SOUMISE' and same.mesure_id = line.mesure_id
          and same.provenance = line.provenance) as depuis
      from etablissements.reddition as version join etablissements.ligne_reddition as line on reddition_id = version.id
      where etat = 'SOUMISE' and version = (select max(version) from etablissements.reddition as last
        where (last.campagne, last.etablissement_code, last.etat) = (version.campagne, version.etablissement_code, 'SOUMISE'))`.execute(
      ground.database.kysely,
    );
    const { rows: published } = await sql<{ id: string; valeur: number; campagnes: string[] }>`
      select id, valeur, campagne || aussi as campagnes from etablissements.mesure where id like ${`${EXERCICE}-%`}
      order by id`.execute(ground.database.kysely);
    expect(published.map(({ id }) => id)).toEqual([...new Set(lines.map(({ mesure }) => mesure))].sort());
    for (const { id, valeur, campagnes } of published) {
      const said = lines
        .filter(({ mesure }) => mesure === id)
        .toSorted((one, other) => other.depuis - one.depuis);
      expect([...campagnes].sort(), id).toEqual(said.map(({ campagne }) => campagne).sort());
      const last = said.filter(({ depuis }) => depuis === said[0]!.depuis);
      expect(
        last.map((line) => line.valeur),
        id,
      ).toContain(valeur);
    }
  }

  /** Whether what was done at the second instant was asked once what was done at the first had been answered. */
  const isAfter = (ended: readonly number[], first: number, second: number): boolean =>
    ended.some((instant) => first <= instant && instant < second);

  /**
   * What was sent back of the last version that was examined is answered by each one that follows: corrected, if it says something
   * else than the one that was examined, or maintained and justified.
   */
  async function checkAnswers(campagne: string, ended: readonly number[]): Promise<void> {
    const { rows } = await sql<{
      id: string;
      examineLe: number;
      soumiseLe: number;
      dit: string;
      avant: string;
      reponse: string | null;
      justification: string | null;
    }>`
      select version.id, extract(epoch from examine_le)::float8 * 1000 as "examineLe",
        extract(epoch from version.soumise_le)::float8 * 1000 as "soumiseLe", ${figureOf('line')} as dit,
        ${figureOf('returned')} as avant, line.reponse, line.justification
      from etablissements.reddition as version
        join etablissements.ligne_reddition as line on line.reddition_id = version.id
        join lateral (
          select examen.* from sante_quebec.examen join etablissements.reddition as former on former.id = reddition_id
          where examen.campagne_code = version.campagne and examen.etablissement_code = version.etablissement_code
            and examen.version < version.version and former.etat = 'SOUMISE'
          order by examen.version desc limit 1) as examen on true
        join sante_quebec.cellule_retournee as cell on cell.reddition_id = examen.reddition_id and cell.mesure_id = line.mesure_id
        join etablissements.ligne_reddition as returned
          on returned.reddition_id = examen.reddition_id and returned.mesure_id = line.mesure_id
      where version.campagne = ${campagne} and version.etat = 'SOUMISE'`.execute(ground.database.kysely);
    for (const { id, examineLe, soumiseLe, dit, avant, reponse, justification } of rows) {
      if (!isAfter(ended, examineLe, soumiseLe)) continue;
      expect(reponse, id).toBe(dit === avant ? 'MAINTENUE' : 'CORRIGEE');
      if (reponse === 'MAINTENUE') expect(justification, id).not.toBeNull();
    }
  }

  /** What a closing retained is not taken back by who knows that the campagne is closed. */
  async function checkClosing(campagne: string, ended: readonly number[]): Promise<void> {
    const { rows } = await sql<{ id: string; fermeeLe: number; retireeLe: number }>`
      select id, extract(epoch from fermee_le)::float8 * 1000 as "fermeeLe",
        extract(epoch from retiree_le)::float8 * 1000 as "retireeLe" from etablissements.reddition
        join sante_quebec.campagne on code = campagne
      where campagne = ${campagne} and fermee_le is not null and retiree_le is not null`.execute(
      ground.database.kysely,
    );
    expect(rows.filter(({ fermeeLe, retireeLe }) => isAfter(ended, fermeeLe, retireeLe))).toEqual([]);
  }

  /** Gives the instant from which it is known. */
  async function moveCloture(campagne: string, cloture: string): Promise<number> {
    const gateways = programs.map(({ gateway }) => gateway);
    await moveDays({ database: ground.database, gateways }, campagne, { cloture });
    return Date.now();
  }

  /** Past the last day to submit, nothing is sent back that cannot be answered, nor withdrawn that cannot be replaced. */
  async function checkPassed(campagne: string, passed: number): Promise<void> {
    const { rows } = await sql<{ id: string; le: number }>`
      select id, extract(epoch from le)::float8 * 1000 as le from (
        select id, etablissement_code, retiree_le as le from etablissements.reddition where campagne = ${campagne}
        union all select reddition_id, etablissement_code, examine_le from sante_quebec.examen
        where campagne_code = ${campagne} and statut = 'RETOURNEE') as done
      where le is not null and not exists (
        select from sante_quebec.exception_campagne as given
        where given.campagne_code = ${campagne} and given.etablissement_code = done.etablissement_code
          -- Of two levels, each of which numbers its instants.
          and given.accordee_le < le + interval '50 ms')`.execute(ground.database.kysely);
    expect(rows.filter(({ le }) => le > passed)).toEqual([]);
  }

  /** A withdrawal publishes nothing of what was suppressed until then. */
  async function checkSuppressed(campagne: string): Promise<void> {
    const { rows } = await sql`
      with known as (
        select id, statut, connu_depuis, 'infinity'::timestamptz as connu_jusqua from etablissements.mesure
        union all select id, statut, connu_depuis, connu_jusqua from etablissements.mesure_histoire)
      select reddition.id, after.id, after.statut from etablissements.reddition
        join known as after on after.connu_depuis = retiree_le
        join known as before on before.id = after.id and before.connu_jusqua = retiree_le
      where campagne = ${campagne} and before.statut = 'SUPPRIMEE' and after.statut <> 'SUPPRIMEE'
        and not exists (select from etablissements.reddition as other where other.soumise_le = reddition.retiree_le)`.execute(
      ground.database.kysely,
    );
    expect(rows).toEqual([]);
  }
});
