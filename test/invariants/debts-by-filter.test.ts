import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { getNamedType, getNullableType, graphql, isEnumType, isRequiredArgument } from 'graphql';
import { etablissements } from '@palier/etablissements';
import { openOwnHouse, type TestHouse } from '../house.ts';
import { hasField, listObjectTypes, objectTypeOf, readPublicApi, rootFields } from './public-api.ts';

// What narrows a list can agree or not, exist or not, be over or to come: a debt is said only where all of it can be at once.
// Every pair of codes and sorts that every list with an absence takes, each in each of these ways, against what the house was given.

type Values = Readonly<Record<string, readonly string[]>>;

/** By argument: one that agrees with all the others, one that exists and does not, then what does not exist, is to come, is long past. */
const VALUES: Values = {
  territoire: ['06112', '01131', '99999', '17011'],
  territoires: ['06112', '01131', '99999', '17011'],
  reseauLocal: ['0611', '0113', '9999'],
  reseauTerritorial: ['061', '011', '999'],
  region: ['06', '01', '99'],
  ruisss: ['3', '1'],
  etablissement: ['11045168', '11045119', '99999999', '11042918'],
  exigence: ['A-P5:AAOR', 'A-P6:AAOR', 'A-P99:AAOR', 'F-A1:CRISE', 'Q-P4:INFO_SOCIAL'],
  indicateur: ['I-A-P5', 'I-A-P6', 'I-A-P99'],
  campagne: ['2025-2026', '2024-2025', '2030-2031', '2019-2020'],
  exercice: ['2025-2026', '2024-2025', '2030-2031', '2015-2016'],
  periode: ['2025-2026-P02', '2025-2026-P13', '2024-2025-P12', '2030-2031-P01', '2019-2020-P01'],
  periodeDe: ['2025-2026-P01', '2025-2026-P05', '2030-2031-P01', '2019-2020-P01'],
  periodeA: ['2025-2026-P13', '2025-2026-P01', '2031-2032-P01', '2019-2020-P01'],
};

/** What is not a code, or narrows nothing that is owed: the day of a rule, the texts of a journal, an order. */
const NO_CODES = ['after', 'depuis', 'version', 'id', 'demandeur', 'code', 'tri', 'sens'];

/** By enum that a list sorts by: of what is declared, nobody owes one of a sort. */
const SORTS = new Map(
  Object.values(readPublicApi().getTypeMap()).flatMap((type) =>
    isEnumType(type) ? [[type.name, type.getValues().map(({ name }) => name)] as const] : [],
  ),
);

const [GIVEN_IN, GIVEN_BY] = ['01111', '11045119'];
const PERIODES = ['2025-2026-P02', '2025-2026-P13'];
/** Of the exercice before the last: the lists that choose one are of the last. */
const [BEFORE, BEFORE_PERIODE, BEFORE_EXIGENCE] = ['2024-2025', '2024-2025-P12', 'A-P5:AAOR'];
const LAST = '2025-2026';
const MOMENT = ['campagne', 'exercice', 'periode', 'periodeDe', 'periodeA'];

interface Place {
  readonly code: string;
  readonly rls_code: string;
  readonly rts_code: string;
  readonly rss_code: string;
  readonly ruisss_code: string;
  readonly etablissement_code: string;
}

const readData = <Row>(file: string): Row[] =>
  JSON.parse(
    readFileSync(new URL(`../../subgraphs/etablissements/data/${file}`, import.meta.url), 'utf8'),
  ) as Row[];
const PLACES = readData<Place>('territoires.json').filter(({ code }) => !/^1[78]/.test(code));
const MEASURED = readData<{ code: string; indicateur_code: string; frequence: string }>(
  'exigences-mesurees.json',
);

/** What somebody was asked. */
const CELLULES = [
  { campagne: BEFORE, periode: BEFORE_PERIODE, code: BEFORE_EXIGENCE },
  ...PERIODES.flatMap((periode) =>
    MEASURED.filter(({ frequence }) => frequence !== 'EXERCICE' || periode.endsWith('P13')).map(
      ({ code }) => ({
        campagne: LAST,
        periode,
        code,
      }),
    ),
  ),
];

type Asked = Readonly<Record<string, string>>;

/** Whether a debt can stand: brute force over the places, what is measured, and the periods that somebody was asked. */
function canOwe(asked: Asked, by: (place: Place) => string, choosesLast: boolean): boolean {
  const isDated = MOMENT.some((name) => name in asked);
  const within: Asked = choosesLast && !isDated ? { ...asked, exercice: LAST } : asked;
  const columns = {
    territoire: 'code',
    territoires: 'code',
    reseauLocal: 'rls_code',
    reseauTerritorial: 'rts_code',
    region: 'rss_code',
    ruisss: 'ruisss_code',
    etablissement: 'etablissement_code',
  } as const;
  const somewhere = PLACES.some((place) =>
    Object.entries(columns).every(
      ([name, column]) =>
        asked[name] === undefined ||
        PLACES.some((one) => one[column] === asked[name] && by(one) === by(place)),
    ),
  );
  const measured = MEASURED.filter(
    ({ code, indicateur_code }) =>
      (asked['exigence'] ?? code) === code && (asked['indicateur'] ?? indicateur_code) === indicateur_code,
  );
  const sometime = CELLULES.some(
    ({ campagne, periode, code }) =>
      (within['campagne'] ?? campagne) === campagne &&
      (within['exercice'] ?? campagne) === campagne &&
      (asked['periode'] ?? periode) === periode &&
      (asked['periodeDe'] ?? periode) <= periode &&
      (asked['periodeA'] ?? periode) >= periode &&
      measured.some((one) => one.code === code),
  );
  return somewhere && measured.length > 0 && ((!isDated && !choosesLast) || sometime);
}

const ABSENCE = 'totalCount absence { motif doitRepondre { code } mandat { code } }';
const api = readPublicApi();

interface List {
  readonly parent: string;
  readonly field: string;
  /** The type of each, by its name. */
  readonly types: Readonly<Record<string, string>>;
  readonly codes: readonly string[];
  readonly required: boolean;
}

const listsOf = (parent: string): List[] => {
  const fields =
    parent === 'Query'
      ? rootFields(api)
      : Object.values(
          listObjectTypes(api)
            .find(({ name }) => name === parent)!
            .getFields(),
        );
  return fields.flatMap((field) => {
    const type = objectTypeOf(field);
    if (type === undefined || !hasField(type, 'absence') || !hasField(type, 'totalCount')) return [];
    const types = Object.fromEntries(
      field.args
        .filter(({ type }) => getNamedType(type).name === 'ID' || SORTS.has(getNamedType(type).name))
        .map(({ name, type }) => [name, String(getNullableType(type))] as const)
        .filter(([name]) => !NO_CODES.includes(name)),
    );
    const required = field.args.some(isRequiredArgument);
    return [{ parent, field: field.name, types, codes: Object.keys(types), required }];
  });
};

/** What the lists of a parent are narrowed to by it. */
const PARENTS: Readonly<Record<string, { readonly open: string; readonly asked: Asked }>> = {
  Query: { open: '', asked: {} },
  TerritoireClsc: { open: 'territoireClsc(code: "06112")', asked: { territoire: '06112' } },
  Etablissement: { open: 'etablissement(code: "11045168")', asked: { etablissement: '11045168' } },
};
const LISTS = Object.keys(PARENTS)
  .flatMap(listsOf)
  .filter(({ codes, required }) => codes.length > 0 && !required);

/** What is owed of a place: it is said wherever the list is empty and a debt can stand. */
const OWED = ['mesures', 'ententes', 'constats', 'redditions'];

let house: TestHouse;

beforeAll(async () => {
  house = await openOwnHouse({ data: { demonstration: 'ABSENTE' } });
  const SAISIE = `'{"origine":"SAISIE"}'`;
  for (const opened of [
    `sante_quebec.canevas values ('2025-2026-V1', 1, '2025-2026', 'OFFICIEL', ${SAISIE})`,
    `sante_quebec.campagne values ('2025-2026', 'Campagne', '2025-2026', '2025-2026-V1', '2025-04-01', null, ${SAISIE})`,
    `etablissements.reddition values ('r1', '${GIVEN_BY}', '2025-2026', 1, 'SAISIE', '2025-05-30T12:00:00Z', null, ${SAISIE})`,
    ...CELLULES.map(
      ({ campagne, periode, code }) =>
        `etablissements.mesure values ('${periode}:${GIVEN_IN}:${code}', '${campagne}', '${periode}', '${GIVEN_IN}', '${code}', null, 2, 'h', 'FINALE', 1, '2025-05-09T14:00:00Z', ${SAISIE})`,
    ),
  ])
    await sql.raw(`insert into ${opened}`).execute(house.database.kysely);
});

afterAll(() => house.close());

interface Answer {
  readonly totalCount: number;
  readonly absence: { readonly motif: string; readonly doitRepondre: object | null } | null;
}

/** Null where the graph refuses to answer: what is unknown is said there. */
async function askList({ parent, field, types }: List, asked: Asked): Promise<Answer | null> {
  const names = Object.keys(asked);
  const list = `list: ${field}(${names.map((name) => `${name}: $${name}`).join(', ')}) { ${ABSENCE} }`;
  const { open } = PARENTS[parent]!;
  // One text for all the values of two codes: it is planned once.
  const { data, errors } = await house.gateway.execute({
    query: `query (${names.map((name) => `$${name}: ${types[name]}!`).join(', ')}) { ${open === '' ? list : `parent: ${open} { ${list} }`} }`,
    variables: asked,
  });
  if (errors !== undefined) {
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['FILTRE_INVALIDE']);
    return null;
  }
  const answered = data as { list?: Answer; parent?: { list: Answer } };
  return answered.list ?? answered.parent!.list;
}

const valuesOf = ({ types }: List, name: string): readonly string[] | undefined =>
  SORTS.get(types[name]!) ?? VALUES[name];

const pairsOf = (list: List): Asked[] => {
  const { codes } = list;
  const each = (name: string): [string, string][] => valuesOf(list, name)!.map((value) => [name, value]);
  return codes.flatMap((one, index) => [
    ...each(one).map((given) => Object.fromEntries([given])),
    ...codes
      .slice(index + 1)
      .flatMap((other) =>
        each(one).flatMap((given) => each(other).map((too) => Object.fromEntries([given, too]))),
      ),
  ]);
};

describe('a debt, by what a list is narrowed to', () => {
  it('is asked of every code that any such list takes', () => {
    expect(LISTS.map(({ field }) => field)).toEqual(
      expect.arrayContaining([...OWED, 'bilans', 'obligations']),
    );
    expect(LISTS.flatMap((list) => list.codes.filter((code) => valuesOf(list, code) === undefined))).toEqual(
      [],
    );
    expect(LISTS.find(({ field }) => field === 'ententes')?.types['type']).toBe('TypeEntente');
  });

  it.each(LISTS.map((list) => [`${list.parent}.${list.field}`, list] as const))(
    'of %s stands where each pair of codes can be at once, and nowhere else',
    async (_name, list) => {
      const by =
        list.field === 'redditions' ? (one: Place) => one.etablissement_code : (one: Place) => one.code;
      const faults: string[] = [];
      let owed = 0;
      for (const pair of pairsOf(list)) {
        const answer = await askList(list, pair);
        if (answer === null) continue;
        const { totalCount, absence } = answer;
        if ((absence === null) !== totalCount > 0) faults.push(`${JSON.stringify(pair)} ${absence?.motif}`);
        if (absence === null) continue;
        const isOwed = absence.doitRepondre !== null;
        owed += isOwed ? 1 : 0;
        const isSorted = Object.keys(pair).some((name) => SORTS.has(list.types[name]!));
        const asked = { ...PARENTS[list.parent]!.asked, ...pair };
        const expected = !isSorted && canOwe(asked, by, list.field === 'mesures');
        if (isOwed ? !expected : expected && OWED.includes(list.field))
          faults.push(`${isOwed ? 'owed' : 'not owed'} ${JSON.stringify(pair)} ${absence.motif}`);
      }
      expect(faults).toEqual([]);
      if (OWED.includes(list.field)) expect(owed).toBeGreaterThan(0);
    },
  );

  it.each([
    ['serie(exigence: "A-P5:AAOR", exercice: "2025-2026")', ['2025-2026-P02', '2025-2026-P13']],
    ['serie(exigence: "A-P5:AAOR", exercice: "2030-2031")', []],
    ['serie(exigence: "A-P5:AAOR", exercice: "2015-2016")', []],
    ['serie(exigence: "A-P99:AAOR", exercice: "2025-2026")', []],
  ])('of a point of %s is of the periods that were asked: %j', async (field, periodes) => {
    const { data } = await house.gateway.execute({
      query: `{ territoireClsc(code: "06112") { ${field} { periode { code } absence { doitRepondre { code } } } } }`,
    });
    const { serie } = data!['territoireClsc'] as {
      serie: { periode: { code: string }; absence: { doitRepondre: object | null } }[];
    };
    expect(serie).toHaveLength(13);
    const owed = serie.filter(({ absence }) => absence.doitRepondre !== null);
    expect(owed.map(({ periode }) => periode.code)).toEqual(periodes);
  });

  it.each([
    ['exigence: "A-P5:AAOR", periode: "2025-2026-P02", region: "06"', true],
    ['exigence: "A-P5:AAOR", periode: "2025-2026-P02", region: "17"', false],
    ['exigence: "A-P5:AAOR", periode: "2025-2026-P03", region: "06"', false],
    ['exigence: "A-P5:AAOR", periode: "2024-2025-P12", region: "06"', true],
    ['exigence: "A-P6:AAOR", periode: "2024-2025-P12", region: "06"', false],
    ['exigence: "A-P5:AAOR", periode: "2030-2031-P01"', false],
    ['exigence: "A-P99:AAOR", periode: "2025-2026-P02"', false],
  ])('of a ranking that has nobody stands for what was asked: %s, %s', async (args, expected) => {
    const { data } = await house.gateway.execute({
      query: `{ classementTerritoires(${args}) { ranges absence { doitRepondre { code } } } }`,
    });
    const { absence } = data!['classementTerritoires'] as { absence: { doitRepondre: object | null } };
    expect(absence.doitRepondre !== null).toBe(expected);
  });
});

describe('a debt of a territory, as time goes and by what other campagnes have', () => {
  afterEach(() => vi.useRealTimers());

  const [PAS_FINIES, EN_AVANCE] = ['Ces périodes ne sont pas finies', 'D’autres n’en ont rendu que'];
  const [NE_SAIT_PAS, SERVIE] = ['Ce palier ne sait pas si', 'déjà servi par la campagne 2024-2025'];
  const OWED = 'Aucune mesure pour cette sélection';

  it.each([
    ['2025-06-01', '06112', 'exigence: "F-A1:CRISE"', PAS_FINIES],
    ['2025-06-01', '06112', 'exigence: "F-A1:CRISE", campagne: "2025-2026"', PAS_FINIES],
    ['2026-05-01', '06112', 'exigence: "F-A1:CRISE"', OWED],
    ['2025-06-01', '06112', 'exigence: "A-P5:AAOR", periode: "2025-2026-P13"', PAS_FINIES],
    ['2026-05-01', '06112', 'exigence: "A-P5:AAOR", periode: "2025-2026-P13"', OWED],
    ['2025-07-01', '06112', 'exigence: "A-P5:AAOR", periodeDe: "2025-2026-P03"', EN_AVANCE],
    ['2025-07-01', '06112', 'exigence: "A-P5:AAOR", periode: "2025-2026-P03"', NE_SAIT_PAS],
    ['2026-05-01', '06112', 'campagne: "2026-2027"', NE_SAIT_PAS],
    ['2026-05-01', '06112', 'exigence: "A-P5:AAOR", periode: "2024-2025-P12"', OWED],
    ['2026-05-01', '99999', 'exigence: "A-P5:AAOR"', 'Ce palier ne connaît aucun territoire'],
  ])('on %s, in %s, of mesures(%s): %s', async (jour, territoire, asked, motif) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${jour}T16:00:00Z`) });
    const { data } = await house.gateway.execute({
      query: `{ mesures(territoire: "${territoire}", ${asked}) { ${ABSENCE} } }`,
    });
    const { absence } = data!['mesures'] as Answer;
    expect(absence?.motif).toContain(motif);
    expect(absence?.doitRepondre !== null).toBe(motif === OWED);
  });

  it.each([
    ['2025-06-01', 'exigence: "F-A1:CRISE"', true],
    ['2025-07-01', 'exigence: "A-P5:AAOR", periodeDe: "2025-2026-P03"', true],
    ['2025-07-01', 'exigence: "A-P5:AAOR", periode: "2025-2026-P03"', false],
    ['2026-05-01', 'exigence: "A-P5:AAOR"', false],
  ])('on %s, of mesures(%s), is told for the moment alone: %s', async (jour, asked, expected) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${jour}T16:00:00Z`) });
    const level = await etablissements.open(house.database, { demonstration: 'ABSENTE' });
    const contextValue = level.createContext();
    const source = `{ mesures(territoire: "06112", ${asked}) { absence { motif } } }`;
    expect((await graphql({ schema: level.schema, source, contextValue })).errors).toBeUndefined();
    expect(contextValue.isOfThisMoment).toBe(expected);
  });

  it('stands under a campagne for who gave the same in none, not for who gave it in another', async () => {
    await sql
      .raw(
        `insert into etablissements.mesure values ('${BEFORE_PERIODE}:06112:${BEFORE_EXIGENCE}', '2024-2025-B', '${BEFORE_PERIODE}',
        '06112', '${BEFORE_EXIGENCE}', null, 2, 'h', 'FINALE', 1, '2025-05-09T14:00:00Z', '{"origine":"SAISIE"}')`,
      )
      .execute(house.database.kysely);
    const { data } = await house.gateway.execute({
      query: `{
        served: mesures(campagne: "2024-2025-B", territoire: "${GIVEN_IN}") { ${ABSENCE} }
        owed: mesures(campagne: "2024-2025-B", territoire: "01131") { ${ABSENCE} }
      }`,
    });
    const { served, owed } = data as Readonly<Record<'served' | 'owed', Answer>>;
    expect([served.absence?.doitRepondre, served.absence?.motif]).toEqual([
      null,
      expect.stringContaining(SERVIE),
    ]);
    expect(owed.absence?.doitRepondre).not.toBeNull();
  });
});
