import { parseJson } from '@palier/calls/json/parse-json';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listArrangements, snapshotLocation, type TestHouse } from '../house.ts';
import { openServedLevels, type ServedLevels } from '../resilience/served-levels.ts';

/** A text sent as it is, in each way that has one. */
type Send = (query: string, variables: string) => Promise<string>;

const postTo =
  (url: string): Send =>
  async (query, variables) => {
    const headers = { 'content-type': 'application/json' };
    const body = `{"query":${JSON.stringify(query)},"variables":${variables}}`;
    return (await fetch(url, { method: 'POST', headers, body })).text();
  };

const getFrom =
  (url: string): Send =>
  async (query, variables) => {
    const search = new URLSearchParams({ query, variables }).toString();
    return (await fetch(`${url}?${search}`, { headers: { 'content-type': 'application/json' } })).text();
  };

const VERDICT = 'exigence(code: "A-P5:CRISE") { verdict(valeur: $v) { etat motif } }';
const MESURE = 'territoire: "06112", exigence: "A-P5:CRISE", periode: "2026-2027-P03"';
const SAISIE = (mesures: string): string =>
  `saisirMesures(cle: "digits", campagne: "2026-2027", mesures: ${mesures}) { acte { numero } }`;
const JUDGED = `_entities(representations: [{ __typename: "Exigence", code: "A-P5:CRISE", statut: "NON_CHIFFREE", assertions: [], ecarts: [] }])
  { ... on Exigence { verdict(valeur: $v) { etat } } }`;

/** Numbers that no double is to the digit. */
const LOST = [
  '2.00000000000000000001',
  '-2.00000000000000000001',
  '0.123456789012345678',
  '9007199254740993',
  '-12345678901234567890',
  '1e-400',
  '4.9e-324',
];
/** Numbers that one is. */
const KEPT = [
  '2.50',
  '2.5',
  '1e3',
  '0.1',
  '-0.30000000000000004',
  `2.5${'0'.repeat(150)}`,
  '9007199254740992',
];

const saysLost = (number: string) =>
  expect.stringMatching(
    new RegExp(
      `Le nombre ${number.replaceAll('.', '\\.').slice(0, 40)}.*, en « [^»]+ »,.*il en est gardé 15`,
    ),
  ) as string;
const messagesOf = (answer: string): string[] =>
  (parseJson(answer) as { errors?: { message: string }[] }).errors?.map(({ message }) => message) ?? [];

const asLiteral = (text: string, number: string): string => text.replace('$v', number);
const inVariable = (kind: string, text: string, type = 'Float!'): string =>
  `${kind} ($v: ${type}) { ${text} }`;

describe.each(listArrangements())('numbers given to the gateway: $name', ({ open }) => {
  let house: TestHouse;
  let post: Send;
  let get: Send;
  beforeAll(async () => {
    house = await open();
    const { url } = await house.gateway.listen(0, '127.0.0.1');
    post = postTo(`${url}/graphql`);
    get = getFrom(`${url}/graphql`);
  });
  afterAll(() => house.close());

  it.each(LOST)('refuses %s aloud, however it is given', async (number) => {
    const said = [saysLost(number)];
    const inFields = `{"v":[{"territoire":"06112","exigence":"A-P5:CRISE","periode":"P","numerateur":1,"valeur":${number}}]}`;
    for (const send of [post, get]) {
      expect(messagesOf(await send(`{ ${asLiteral(VERDICT, number)} }`, '{}'))).toEqual(said);
      expect(messagesOf(await send(inVariable('query', VERDICT), `{"v":${number}}`))).toEqual(said);
      expect(messagesOf(await send(`query ($v: Float! = ${number}) { ${VERDICT} }`, '{}'))).toHaveLength(1);
      const judged = 'validerMesures(campagne: "2026-2027", mesures: $v) { __typename }';
      expect(messagesOf(await send(inVariable('query', judged, '[MesureASaisir!]!'), inFields))).toEqual([
        expect.stringContaining('« v[0].valeur »'),
      ]);
    }
    const saisie = `mutation { ${SAISIE(`[{ ${MESURE}, valeur: 1 }, { ${MESURE}, numerateur: ${number} }]`)} }`;
    expect(messagesOf(await post(saisie, '{}'))).toEqual([
      expect.stringContaining('« mesures[1].numerateur »'),
    ]);
    const given = inVariable('mutation', SAISIE('$v'), '[MesureASaisir!]!');
    expect(messagesOf(await post(given, inFields))).toEqual([expect.stringContaining('« v[0].valeur »')]);
  });

  it.each(KEPT)('takes %s, which is the same number', async (number) => {
    const expected = await post(inVariable('query', VERDICT), `{"v":${String(Number(number))}}`);
    expect(messagesOf(expected)).toEqual([]);
    for (const send of [post, get]) {
      expect(await send(inVariable('query', VERDICT), `{"v":${number}}`)).toBe(expected);
      expect(await send(`{ ${asLiteral(VERDICT, number)} }`, '{}')).toBe(expected);
    }
  });

  it('refuses what overflows, and whole numbers that Int does not have; an ID has the digits of its own', async () => {
    for (const send of [post, get]) {
      expect(messagesOf(await send(inVariable('query', VERDICT), '{"v":1e400}'))).toEqual([
        expect.stringContaining('hors limites'),
      ]);
      const first = inVariable('query', 'exigences(first: $v) { totalCount }', 'Int');
      for (const number of ['9007199254740993', '1.00000000000000000001'])
        expect(messagesOf(await send(first, `{"v":${number}}`))).toEqual([expect.stringContaining(number)]);
      const code = inVariable('query', 'exigence(code: $v) { code }', 'ID!');
      const asText = await send(code, '{"v":"9007199254740993"}');
      expect(withoutId(await send(code, '{"v":9007199254740993}'))).toBe(withoutId(asText));
    }
  });
});

/** Each request has an identifier of its own. */
const withoutId = (answer: string): string => answer.replace(/"requestId":"[^"]*"/, '');

describe('numbers given to a level that is served alone', () => {
  let levels: ServedLevels;
  const ways = (level: string): readonly Send[] => {
    const url = levels.urls[level] ?? '';
    return [postTo(url), getFrom(url)];
  };
  beforeAll(async () => {
    levels = await openServedLevels(snapshotLocation());
  });
  afterAll(() => levels.close());

  it.each(LOST)('are refused aloud, however they are given: %s', async (number) => {
    const said = [saysLost(number)];
    for (const send of ways('sante-quebec')) {
      expect(messagesOf(await send(`{ ${asLiteral(JUDGED, number)} }`, '{}'))).toEqual(said);
      expect(messagesOf(await send(inVariable('query', JUDGED), `{"v":${number}}`))).toEqual(said);
      const required = JUDGED.replace('$v', '1').replace('code:', `valeur: ${number}, code:`);
      expect(messagesOf(await send(`{ ${required} }`, '{}'))).toEqual(said);
      const asAny = inVariable('query', '_entities(representations: $v) { __typename }', '[_Any!]!');
      const mesure = `{"v":[{"__typename":"Mesure","id":"x","valeur":${number}}]}`;
      expect(messagesOf(await send(asAny, mesure))).toEqual([expect.stringContaining('« v[0].valeur »')]);
    }
    const [post] = ways('etablissements');
    const saisie = `mutation { ${SAISIE(`[{ ${MESURE}, denominateur: ${number} }]`)} }`;
    expect(messagesOf(await post!(saisie, '{}'))).toEqual([
      expect.stringContaining('« mesures[0].denominateur »'),
    ]);
    const given = inVariable('mutation', SAISIE('$v'), '[MesureASaisir!]!');
    const inFields = `{"v":[{"territoire":"06112","exigence":"A-P5:CRISE","periode":"P","valeur":${number}}]}`;
    expect(messagesOf(await post!(given, inFields))).toEqual([expect.stringContaining('« v[0].valeur »')]);
  });

  it.each(KEPT)('are taken where they are the same: %s', async (number) => {
    for (const send of ways('sante-quebec')) {
      const expected = await send(inVariable('query', JUDGED), `{"v":${String(Number(number))}}`);
      expect(messagesOf(expected)).toEqual([]);
      expect(await send(inVariable('query', JUDGED), `{"v":${number}}`)).toBe(expected);
      expect(await send(`{ ${asLiteral(JUDGED, number)} }`, '{}')).toBe(expected);
    }
  });

  it('are told by their code', async () => {
    const codesOf = async (query: string, variables: string): Promise<unknown[]> =>
      Promise.all(
        ways('sante-quebec').map(async (send) => {
          const { errors } = parseJson(await send(query, variables)) as {
            errors: { extensions: { code: unknown } }[];
          };
          return errors.map(({ extensions }) => extensions.code);
        }),
      );
    const code = ['NOMBRE_TROP_LONG'];
    expect(await codesOf(inVariable('query', JUDGED), `{"v":${LOST[0]}}`)).toEqual([code, code]);
    expect(await codesOf(`{ ${asLiteral(JUDGED, LOST[0]!)} }`, '{}')).toEqual([code, code]);
  });

  it('are refused past any double, and for an Int; an ID has the digits of its own', async () => {
    for (const send of ways('msss')) {
      const first = inVariable('query', 'exigences(first: $v) { totalCount }', 'Int');
      for (const number of ['9007199254740993', '1.00000000000000000001', '1e400'])
        expect(messagesOf(await send(first, `{"v":${number}}`))).toEqual([expect.stringContaining(number)]);
      const code = inVariable('query', 'exigence(code: $v) { code }', 'ID!');
      const asText = await send(code, '{"v":"9007199254740993"}');
      expect(await send(code, '{"v":9007199254740993}')).toBe(asText);
    }
    for (const send of ways('sante-quebec'))
      expect(messagesOf(await send(inVariable('query', JUDGED), '{"v":-1e400}'))).toEqual([
        expect.stringContaining('hors limites'),
      ]);
  });
});
