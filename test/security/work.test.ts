import { readdirSync, readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Workplace, DEFAULT_WORK, type Work, type WorkLimits } from '@palier/federation/work/work';
import { readEnvironment } from '@palier/gateway/environment';
import { OPEN_NETWORK_LIMITS } from '@palier/gateway/guard/limits';
import { readHouseEnvironment } from '@palier/start/environment';
import { openHouse, type House } from '@palier/start/open-house';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openOwnHouse, snapshotLocation } from '../house.ts';
import { variablesOf } from '../operation-variables.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

/** Territories of territories: each turn of the chain multiplies the answer by five. */
const chain = (turns: number): string =>
  `territoireClsc(code: "06112") { ${'reseauTerritorial { reseauxLocaux { territoires { '.repeat(turns)}code nom${' } } }'.repeat(turns)} }`;

describe('whatever was estimated, the work of an operation', () => {
  const LIMIT = 5_000;
  const works: Work[] = [];
  const limits: { -readonly [Name in keyof WorkLimits]: WorkLimits[Name] } = { ...DEFAULT_WORK };
  let house: House;
  const { open: begin } = Workplace.prototype;
  beforeAll(async () => {
    // Nothing that is asked is limited: only what is done.
    house = await openOwnHouse({ work: limits });
    vi.spyOn(Workplace.prototype, 'open').mockImplementation(function (this: Workplace) {
      const work = begin.call(this);
      works.push(work);
      return work;
    });
  });
  afterEach(() => {
    works.length = 0;
    Object.assign(limits, DEFAULT_WORK);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await house.close();
  });

  it('is stopped at its limit, by whichever executor it runs', async () => {
    limits.values = LIMIT;
    const { url } = await house.gateway.listen(0, '127.0.0.1');
    const questions = [
      // Compiled; left to graphql-js for its fault; left to the stock executor for its name.
      `{ ${chain(5)} }`,
      `{ faute: territoireClsc(code: "x") { nom } ${chain(5)} }`,
      `{ constructor: territoireClsc(code: "06111") { nom } ${chain(5)} }`,
      // Joined by the gateway, at each place.
      `{ territoiresClsc { nodes { etablissement { territoires { nom mesures(first: 9) { nodes { valeur } } } } } } }`,
      // Wide instead of deep.
      `{ ${Array.from({ length: 40 }, (_, n) => `a${n}: territoiresClsc { nodes { code } }`).join(' ')} }`,
    ];
    for (const query of questions) {
      works.length = 0;
      const asked = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ query }),
      });
      const { data, errors } = (await asked.json()) as { data?: unknown; errors: { extensions: object }[] };
      expect([asked.status, data, errors.length], query).toEqual([400, undefined, 1]);
      expect(errors[0]?.extensions, query).toMatchObject({
        code: 'TRAVAIL_EXCESSIF',
        mesure: 'valeurs',
        limite: LIMIT,
      });
      // The last reading may have brought one list more.
      expect(Math.max(...works.map(({ values }) => values)), query).toBeLessThan(LIMIT + 3_000);
    }
    expect((await house.gateway.execute({ query: `{ ${chain(2)} }` })).errors).toBeUndefined();
  });

  it('is stopped for the bytes of its answer, even where entities are written once and repeated', async () => {
    limits.bytes = 20_000;
    for (const query of [
      `{ ${chain(5)} }`,
      `{ territoiresClsc { nodes { code nom region { nom } etablissement { nom } } } }`,
      `{ territoiresClsc { nodes { code nom reseauTerritorial { nom code } reseauLocal { nom code } } } }`,
    ]) {
      const { data, errors } = await house.gateway.execute({ query });
      expect([data, errors?.length], query).toEqual([undefined, 1]);
      expect(errors?.[0]?.extensions, query).toMatchObject({ code: 'TRAVAIL_EXCESSIF', mesure: 'octets' });
    }
  });

  it.each([
    ['compiled', ''],
    ['left to graphql-js', 'faute: territoireClsc(code: "x") { nom }'],
    ['left to the stock executor', 'constructor: territoireClsc(code: "06111") { nom }'],
  ])('leaves the loop to others while it goes on: %s', async (_, beside) => {
    let isAnswered = false;
    const large = house.gateway
      .execute({ query: `{ ${beside} ${chain(6)} }` })
      .finally(() => (isAnswered = true));
    const values: number[] = [];
    while (!isAnswered) {
      await nextTurn();
      values.push(works.reduce((sum, work) => sum + work.values, 0));
    }
    expect((await large).errors?.length ?? 0).toBe(beside.startsWith('faute') ? 1 : 0);
    const jumps = values.map((value, at) => value - (values[at - 1] ?? 0));
    // Only the answer itself, whose size is bounded, is written in one go at the end.
    const written = jumps.findLast((jump) => jump > 0)!;
    expect(written).toBeLessThan(65_000);
    expect(jumps.filter((jump) => jump > 21_000)).toEqual([written]);
    expect(jumps.filter((jump) => jump > 0).length).toBeGreaterThan(beside.startsWith('faute') ? 1 : 5);
  });
});

describe('what is served whole', () => {
  it('is limited unless told otherwise; a gateway alone is not, and its work is bounded as well', () => {
    const whole = (variables: Record<string, string>) => readHouseEnvironment(variables).settings;
    expect(whole({})).toMatchObject({ limits: OPEN_NETWORK_LIMITS, work: DEFAULT_WORK });
    expect(whole({ PALIER_LIMITS: '0' })).toMatchObject({ limits: {}, work: DEFAULT_WORK });
    expect(whole({ PALIER_MAX_COST: '7' }).limits).toEqual({ ...OPEN_NETWORK_LIMITS, cost: 7 });
    expect(readEnvironment({ SUPERGRAPH_PATH: 'a' }).settings).toMatchObject({
      limits: {},
      work: DEFAULT_WORK,
    });
  });

  describe('as it is by default', () => {
    let house: House;
    beforeAll(async () => {
      const { settings } = readHouseEnvironment({ PALIER_LOG_LEVEL: 'error' });
      house = await openHouse({
        location: snapshotLocation(),
        data: { demonstration: 'CHARGEE' },
        ...settings,
      });
    });
    afterAll(() => house.close());

    it('answers the questions of the explorer and the queries of the README', async () => {
      const questions = readdirSync(new URL('test/questions', ROOT)).filter((name) => /^Q\d+$/.test(name));
      const blocks = [...`${read('README.md')}${read('LISEZMOI.md')}`.matchAll(/^```graphql\n(.*?)^```$/gms)];
      const texts = [
        ...questions.map((id) => read(`test/questions/${id}/query.graphql`)),
        ...blocks.map(([, text = '']) => text),
        read('gateway/explorer/src/questions/welcome.graphql'),
      ];
      expect(texts.length).toBeGreaterThan(27);
      for (const query of texts)
        expect((await house.gateway.execute({ query })).errors, query).toBeUndefined();
    });

    it('answers the operations registered with it, within their own work', async () => {
      for (const file of readdirSync(new URL('schema/operations', ROOT))) {
        const documentId = file.replace(/\.graphql$/, '');
        const variables = variablesOf(documentId);
        const { errors } = await house.gateway.execute({ documentId, variables });
        expect(errors, documentId).toBeUndefined();
      }
    });

    it('consolidates a campagne, whose questions are its own', async () => {
      expect(await house.consolidate()).toEqual([
        expect.objectContaining({ etat: expect.stringMatching(/CONSOLIDEE|INCHANGEE/) as string }),
      ]);
    });
  });
});
