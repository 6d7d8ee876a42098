import { readFileSync } from 'node:fs';
import { measureCost } from '@palier/gateway/guard/measure-cost';
import type { Identity } from '@palier/gateway/request/identity';
import { prepareSupergraph } from '@palier/federation/prepare/prepare-supergraph';
import type { CodePalier } from '@palier/runtime/paliers';
import { LEVELS } from '@palier/start/levels';
import { SUPERGRAPH } from '@palier/start/open-house';
import { parse } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, openOwnHouse } from '../house.ts';
import { readPublicApi } from '../invariants/public-api.ts';
import { type Given, sampleAct } from '../processus/sample-arguments.ts';
import { isUpkeep } from './upkeep.ts';

/** What a mutation is said to cost beside the statements it sends and the rows it writes: the figure is generous, and true. */
const GENEROSITY = 4;

const { demand } = prepareSupergraph(readFileSync(SUPERGRAPH, 'utf8'));
const schema = readPublicApi();

// All of its periods have begun.
const CAMPAGNE = '2024-2025';
const versionOf = ({ etablissement }: Speaker, version: number): string =>
  `${CAMPAGNE}:${etablissement}:V${version}`;
const PERIODES = Array.from(
  { length: 13 },
  (_, index) => `${CAMPAGNE}-P${String(index + 1).padStart(2, '0')}`,
);

type Speaker = Pick<Identity, 'palier' | 'etablissement'>;
const MSSS: Speaker = { palier: 'MSSS', etablissement: undefined };
const SANTE_QUEBEC: Speaker = { palier: 'SANTE_QUEBEC', etablissement: undefined };

/** Who asks what no test below does, and of what: an act that takes more is taken by one. */
const SPEAKERS: Readonly<Record<CodePalier, Speaker>> = {
  MSSS,
  SANTE_QUEBEC,
  ETABLISSEMENT: { palier: 'ETABLISSEMENT', etablissement: '11045119' },
};
const GIVEN: Given = { campagne: '2025-2026', territoire: '01111', exigence: 'A-P5:AAOR' };

interface Asked {
  readonly by: Speaker;
  /** « ouvrirCampagne(code: "2024-2025", canevas: "2024-2025-V1") », without its key. */
  readonly what: string;
  readonly given?: Readonly<Record<string, unknown>>;
  readonly declared?: string;
}

interface Entered {
  readonly periode: string;
  readonly territoire: string;
  readonly exigence: string;
  readonly volet: string | null;
}

interface Taken {
  readonly name: string;
  readonly cost: number;
  readonly statements: number;
  readonly rows: number;
}

let house: TestHouse;
let largest: Speaker;
let mesures: readonly Entered[];
const all: Taken[] = [];

beforeAll(async () => {
  house = await openOwnHouse();
});
afterAll(() => house.close());

let keys = 0;

/** Does it, and says what it took beside what it was said to cost. */
async function take({ by, what, given = {}, declared = '' }: Asked): Promise<Taken> {
  keys += 1;
  const query = `mutation Essai${declared} { ${what.replace('(', `(cle: "${keys}", `)} { acte { numero } } }`;
  return takeQuery(by, query, given);
}

async function takeQuery(
  by: Speaker,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Taken> {
  const identity: Identity = {
    ...by,
    subject: 'essai',
    scopes: new Set(),
    policies: new Set(),
    key: JSON.stringify(by),
  };
  await untilWitnessed();
  const before = await countWritten();
  let statements = 0;
  const stop = house.database.onStatement((text) => {
    if (!isUpkeep(text)) statements += 1;
  });
  const { data, errors } = await house.gateway.execute({ query, variables, identity });
  stop();
  expect(errors).toBeUndefined();
  const [name = ''] = Object.keys(data ?? {});
  const cost = measureCost(parse(query), undefined, variables, { schema, demand });
  const taken = { name, cost, statements, rows: (await countWritten()) - before };
  all.push(taken);
  return taken;
}

/** Until both witnesses of each level have signed its last point: what they read and write is no part of an act. */
async function untilWitnessed(): Promise<void> {
  const { kysely } = house.database;
  for (const level of ['msss', 'sante_quebec', 'etablissements']) {
    const unsigned = sql<{ point: string }>`
      select taille as point from ${sql.table(`${level}.journal_point`)} as last
      where taille = (select max(taille) from ${sql.table(`${level}.journal_point`)})
        and 2 > (select count(*) from ${sql.table(`${level}.journal_contresignature`)} as signed
                 where signed.taille = last.taille)`;
    await expect.poll(async () => (await unsigned.execute(kysely)).rows).toEqual([]);
  }
}

/** Rows that were inserted, changed or removed since the database was opened. */
async function countWritten(): Promise<number> {
  const { kysely } = house.database;
  await sql`select pg_stat_force_next_flush()`.execute(kysely);
  const { rows } = await sql<{ written: string }>`
    select sum(n_tup_ins + n_tup_upd + n_tup_del) as written from pg_stat_user_tables
    where relname not in ('journal_point', 'journal_temoin', 'journal_contresignature', 'version_donnees')`.execute(
    kysely,
  );
  return Number(rows[0]?.written);
}

const workOf = ({ statements, rows }: Taken): number => statements + rows;

function expectNear(taken: Taken, work = workOf(taken)): void {
  expect(taken.cost, `the cost of ${JSON.stringify(taken)}`).toBeGreaterThanOrEqual(work);
  expect(taken.cost, `the cost of ${JSON.stringify(taken)}`).toBeLessThanOrEqual(work * GENEROSITY);
}

const enter = (some: number): Promise<Taken> =>
  take({
    by: largest,
    what: `saisirMesures(campagne: "${CAMPAGNE}", mesures: $mesures)`,
    declared: '($mesures: [MesureASaisir!]!)',
    given: { mesures: mesures.slice(0, some) },
  });

describe('what a mutation is estimated to cost is near what it does', { timeout: 600_000 }, () => {
  it('for the acts of Santé Québec that begin a campagne, each value of a list counting', async () => {
    const { data } = await house.gateway.execute({
      query: '{ indicateurs { code } etablissements { code territoires { code } } }',
    });
    const read = data as {
      indicateurs: { code: string }[];
      etablissements: { code: string; territoires: { code: string }[] | null }[];
    };
    const publish = (indicateurs: readonly string[]): Promise<Taken> =>
      take({
        by: SANTE_QUEBEC,
        what: `publierCanevas(exercice: "${CAMPAGNE}", indicateurs: $indicateurs)`,
        declared: '($indicateurs: [ID!]!)',
        given: { indicateurs },
      });
    const codes = read.indicateurs.map(({ code }) => code);
    const few = await publish(codes.slice(0, 1));
    const many = await publish(codes);
    expectNear(few);
    expectNear(many);
    expect(many.cost - few.cost).toBeGreaterThanOrEqual(many.rows - few.rows);
    expectNear(
      await take({
        by: SANTE_QUEBEC,
        what: `ouvrirCampagne(code: "${CAMPAGNE}", canevas: "${CAMPAGNE}-V2", cloture: "2099-06-01")`,
      }),
    );
    const { code = '', territoires } =
      read.etablissements
        .filter((one) => one.territoires !== null)
        .toSorted((a, b) => (b.territoires?.length ?? 0) - (a.territoires?.length ?? 0))[0] ?? {};
    largest = { palier: 'ETABLISSEMENT', etablissement: code };
    expectNear(
      await take({
        by: SANTE_QUEBEC,
        what: `accorderException(campagne: "${CAMPAGNE}", etablissement: "${code}", jusquAu: "2099-07-01", motif: "Panne.")`,
      }),
    );
    const asked = await house.gateway.execute({
      query: `{ campagne(code: "${CAMPAGNE}") { canevas { cellules { exigenceCode volet frequence } } } }`,
    });
    const { campagne } = asked.data as {
      campagne: {
        canevas: { cellules: { exigenceCode: string; volet: string | null; frequence: string }[] };
      };
    };
    mesures = (territoires ?? []).flatMap((territoire) =>
      campagne.canevas.cellules
        .filter(({ frequence }) => frequence === 'PERIODE_FINANCIERE')
        .flatMap(({ exigenceCode: exigence, volet }) =>
          PERIODES.map((periode) => ({
            territoire: territoire.code,
            exigence,
            volet,
            periode,
            statut: 'AUCUN_CAS',
          })),
        ),
    );
  });

  it('for measures, by how many are given, up to the year of the largest établissement', async () => {
    const one = await enter(1);
    const some = await enter(100);
    const whole = await enter(mesures.length);
    for (const taken of [one, some, whole]) expectNear(taken);
    expect(mesures.length).toBeGreaterThan(2_000);
    expect(whole.cost - some.cost).toBeGreaterThanOrEqual(whole.rows - some.rows);
    const retire = await take({
      by: largest,
      what: `saisirMesures(campagne: "${CAMPAGNE}", mesures: [], retraits: $retraits)`,
      declared: '($retraits: [MesureARetirer!]!)',
      given: {
        retraits: mesures
          .slice(-100)
          .map(({ territoire, exigence, periode, volet }) => ({ territoire, exigence, periode, volet })),
      },
    });
    expectNear(retire);
  });

  it('for a version submitted, taken back and begun again, all its rows included', async () => {
    const submit = (): Promise<Taken> =>
      take({ by: largest, what: `soumettreReddition(campagne: "${CAMPAGNE}")` });
    const submitted = await submit();
    // The version that follows begins as a copy of the one that stands: it is weighed with what ended the one before.
    const begun = await enter(1);
    await submit();
    const withdrawn = await take({
      by: largest,
      what: `retirerReddition(reddition: "${versionOf(largest, 2)}", motif: "Mauvais fichier.")`,
    });
    const begunAgain = await enter(1);
    for (const { rows } of [begun, begunAgain]) expect(rows).toBeGreaterThan(2_000);
    expectNear(submitted, workOf(submitted) + begun.rows);
    expectNear(withdrawn, workOf(withdrawn) + begunAgain.rows);
    await submit();
  });

  it('for an examination, cell by cell, and what answers it', async () => {
    const cellules = mesures
      .slice(0, 60)
      .filter(({ volet }) => volet === null)
      .map(({ periode, territoire, exigence }) => ({
        mesure: `${periode}:${territoire}:${exigence}`,
        motif: 'Aucun cas surprend.',
        attendu: 'Confirmer.',
      }));
    expect(cellules.length).toBeGreaterThan(20);
    expectNear(
      await take({
        by: SANTE_QUEBEC,
        what: `retournerReddition(reddition: "${versionOf(largest, 3)}", cellules: $cellules)`,
        declared: '($cellules: [CelluleARetourner!]!)',
        given: { cellules },
      }),
    );
    const begun = await enter(1);
    const submitted = await take({
      by: largest,
      what: `soumettreReddition(campagne: "${CAMPAGNE}", reponses: $reponses)`,
      declared: '($reponses: [ReponseRetour!]!)',
      given: { reponses: cellules.map(({ mesure }) => ({ mesure, justification: 'Vérifié.' })) },
    });
    expectNear(submitted, workOf(submitted) + begun.rows);
    expectNear(
      await take({
        by: SANTE_QUEBEC,
        what: `consoliderReddition(reddition: "${versionOf(largest, 4)}")`,
      }),
    );
  });

  it('for what is consolidated, transmitted, appreciated and closed', async () => {
    expectNear(await take({ by: SANTE_QUEBEC, what: `transmettreBilan(campagne: "${CAMPAGNE}")` }));
    expectNear(await take({ by: MSSS, what: `apprecierBilan(campagne: "${CAMPAGNE}", texte: "À suivre.")` }));
    expectNear(
      await take({ by: SANTE_QUEBEC, what: `fermerCampagne(campagne: "${CAMPAGNE}", motif: "Essai.")` }),
    );
  });

  it('for rules', async () => {
    expectNear(
      await take({
        by: SANTE_QUEBEC,
        what: `publierRegle(regle: { code: "ESSAI", nom: "Essai", severite: INFORMATION, expression: "valeur >= 0",
          message: "la valeur est de {valeur}.", remede: "Vérifiez-la.", enVigueurDe: "2099-01-01",
          fondement: { origine: INFERENCE, note: "choisi pour cet essai" } })`,
      }),
    );
    expectNear(
      await take({ by: SANTE_QUEBEC, what: 'retirerRegle(regle: "ESSAI", motif: "Elle était fausse.")' }),
    );
  });

  it('for what a level signs of another', async () => {
    for (const level of ['Msss', 'SanteQuebec', 'Etablissements']) {
      const { cost } = await takeQuery(
        MSSS,
        `mutation { contresignature${level}(point: "illisible", depuis: 0, preuve: []) { motif } }`,
        {},
      );
      expect(cost).toBeGreaterThanOrEqual(30);
      expect(cost).toBeLessThanOrEqual(30 * GENEROSITY);
    }
  });

  it('for every other mutation of the graph', async () => {
    const others = Object.values(schema.getMutationType()!.getFields()).filter(
      ({ name }) => !all.some((taken) => taken.name === name),
    );
    for (const act of others) {
      const { query, variables } = sampleAct(act, GIVEN, 'acte { numero }');
      const level = LEVELS.find(({ mutations }) => mutations.includes(act.name));
      expectNear(await takeQuery(SPEAKERS[level!.niveau!], query, { ...variables, cle: act.name }));
    }
  });
});
