import { afterEach, describe, expect, it } from 'vitest';
import { HEAVY_ANSWERS } from '../../src/testing/heavy-answers.ts';
import { openHostileGraph, type Answered, type Hostility } from '../../src/testing/hostile-subgraph.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function ask(query: string, hostility: Hostility): Promise<Answered> {
  const graph = await openHostileGraph(hostility);
  closing.push(() => graph.close());
  const answer = await graph.ask(query);
  expect(answer.status).toBe(200);
  expect(answer.data?.['salut']).toBe('bonjour');
  expect(answer.text).not.toMatch(/interne|secret|_entities|127\.0\.0\.1|10\.0\.0\.1|stack|Expected|pollue/);
  expect(({} as Record<string, unknown>)['pollue']).toBeUndefined();
  return answer;
}

const ENTITIES = '{ salut regions { nom population libre } }';
const codesOf = ({ errors }: Answered): readonly unknown[] =>
  errors.map(({ extensions }) => extensions['code']);
const nest = (opening: string, closing: string, levels = 10_000): string =>
  `${opening.repeat(levels)}1${closing.repeat(levels)}`;
const twoRegions = (population: unknown, libre: unknown = null): unknown => [
  { nom: 'A', population, libre },
  { nom: 'B', population: null, libre: null },
];

describe('keys that replace a prototype', () => {
  it.each([
    '{"data":{"_entities":[{"__proto__":{"pollue":1},"population":1,"libre":null},null]}}',
    '{"data":{"_entities":[{"\\u005f\\u005fproto__":{"pollue":1},"population":1,"libre":null},null]}}',
    '{"data":{"_entities":[{"constructor":{"prototype":{"pollue":1}},"population":1,"libre":null},null]}}',
    '{"data":{"_entities":[{"population":1,"libre":null},null],"__proto__":{"pollue":1}},"__proto__":{"pollue":1}}',
    '{"data":{"_entities":[{"population":1,"libre":null},null]},"errors":[],"extensions":{"__proto__":{"pollue":1}}}',
  ])('reach no object of the gateway: %s', async (text) => {
    const { data, errors } = await ask(ENTITIES, text);
    expect(data).toEqual({ salut: 'bonjour', regions: twoRegions(1) });
    expect(errors).toEqual([]);
  });

  it.each(['1', '12345678901234567890'])(
    'are kept in a value of a custom scalar, at any depth: %s',
    async (n) => {
      const written = `{"a":[{"__proto__":{"garde":${n}},"b":2}],"__proto__":[${n}]}`;
      const { text } = await ask(
        '{ salut libre }',
        `{"data":{"libre":${written.replaceAll('__proto', '\\u005f_proto')}}}`,
      );
      expect(text).toContain(`"libre":${written}`);
      expect(({} as { garde?: unknown }).garde).toBeUndefined();
    },
  );
});

describe('values of another type', () => {
  it.each([
    ['an object for a number', 'total', '{"total":{"a":1}}'],
    ['a list for a text', 'texte', '{"texte":["a"]}'],
    ['a text for a truth value', 'vrai', '{"vrai":"oui"}'],
    ['a number that is none', 'total', '{"total":1e400}'],
    ['a fraction for a whole number', 'total', '{"total":1.5}'],
    ['a number too large to be exact, as a rate', 'taux', '{"taux":-1e400}'],
    ['a name of no value of the enumeration', 'etat', '{"etat":"__proto__"}'],
  ])('are null, with an error: %s', async (_, field, data) => {
    const answer = await ask(`{ salut ${field} }`, `{"data":${data}}`);
    expect(answer.data).toEqual({ salut: 'bonjour', [field]: null });
    expect(answer.errors).toMatchObject([{ path: [field], extensions: { code: 'REPONSE_INVALIDE' } }]);
  });

  it.each([
    ['an object for a list', 'liste', '{"liste":{"0":1}}'],
    ['a text for a list', 'liste', '{"liste":"abc"}'],
    ['a list for an object', 'sous { texte }', '{"sous":[{"texte":"a"}]}'],
    ['a text for an object', 'sous { texte }', '{"sous":"a"}'],
    ['an object for the name of a type', 'chose { id }', '{"chose":{"__typename":{},"id":"1"}}'],
    ['a list of ten thousand levels', 'libre', `{"libre":${nest('[', ']')}}`],
    ['an object of ten thousand levels', 'libre', `{"libre":${nest('{"a":', '}')}}`],
  ])('cost their own field alone: %s', async (_, field, data) => {
    const answer = await ask(`{ salut ${field} }`, `{"data":${data}}`);
    const [name = ''] = field.split(' ');
    expect(answer.data).toEqual({ salut: 'bonjour', [name]: null });
    expect(answer.errors).toMatchObject([{ path: [name], extensions: { code: 'REPONSE_INVALIDE' } }]);
  });

  it('cost their own entity alone', async () => {
    const text = `{"data":{"_entities":[{"population":5,"libre":${nest('[', ']')}},{"population":6,"libre":[7]}]}}`;
    const answer = await ask(ENTITIES, text);
    expect(answer.data?.['regions']).toEqual([
      { nom: 'A', population: 5, libre: null },
      { nom: 'B', population: 6, libre: [7] },
    ]);
    expect(answer.errors).toMatchObject([{ path: ['regions', 0, 'libre'] }]);
  });

  it.each([['__proto__'], ['constructor'], ['Inconnu']])(
    'are null for an object of type %s',
    async (typename) => {
      const text = `{"data":{"chose":{"__typename":"${typename}","id":"1"}}}`;
      expect((await ask('{ salut chose { id } }', text)).data).toEqual({ salut: 'bonjour', chose: null });
    },
  );

  it('go through when they are what JSON allows: half a surrogate, a key given twice', async () => {
    const text = '{"data":{"texte":"x"},"data":{"texte":"\\ud800","libre":{"\\udc00":1}}}';
    const answer = await ask('{ salut texte libre }', text);
    expect(answer.data).toEqual({ salut: 'bonjour', texte: '\ud800', libre: { '\udc00': 1 } });
  });

  it('by the hundred thousand hold nothing up, and are five hundred errors', async () => {
    const liste = `[${Array<string>(100_000).fill('"x"').join()}]`;
    const answer = await ask('{ salut liste }', `{"data":{"liste":${liste}}}`);
    expect(answer.data?.['liste']).toHaveLength(100_000);
    expect(codesOf(answer)).toEqual(Array(500).fill('REPONSE_INVALIDE'));
    expect(answer.text.length).toBeLessThan(800_000);
  });
});

describe('entities', () => {
  it.each([
    ['more than asked', '{"_entities":[{"population":1},{"population":2},{"population":3}]}'],
    ['fewer', '{"_entities":[{"population":1}]}'],
    ['something else', '{"_entities":{"population":1}}'],
    ['nothing', '{"_entities":null}'],
    ['not there', '{}'],
  ])('%s: which is which cannot be told, so none is believed', async (_, entities) => {
    const answer = await ask(ENTITIES, `{"data":${entities}}`);
    expect(answer.data?.['regions']).toEqual(twoRegions(null));
    expect(answer.errors).toMatchObject([
      { path: ['regions'], extensions: { code: 'REPONSE_INVALIDE', service: 'hostile' } },
    ]);
  });

  it.each([
    ['of another type', '{"__typename":"Outil","population":1,"libre":null}'],
    ['of a type that does not exist', '{"__typename":"Inconnu","population":1,"libre":null}'],
    ['with fields nobody asked', '{"population":1,"libre":null,"nom":"secret","code":"secret","secret":1}'],
  ])('%s add what was asked', async (_, entity) => {
    const { data, errors } = await ask(ENTITIES, `{"data":{"_entities":[${entity},null]}}`);
    expect(data?.['regions']).toEqual(twoRegions(1));
    expect(errors).toEqual([]);
  });

  it.each([
    ['that are no objects', '["a",5]', [0, 1]],
    ['that are lists', '[[],null]', [0]],
    ['that lack what was asked', '[{},null]', [0]],
  ])('%s give nothing, with an error for each value', async (_, entities, ranks) => {
    const { data, errors } = await ask(ENTITIES, `{"data":{"_entities":${entities}}}`);
    expect(data?.['regions']).toEqual(twoRegions(null));
    const paths = ranks.flatMap((rank) => ['population', 'libre'].map((name) => ['regions', rank, name]));
    expect(errors.map(({ path }) => path)).toEqual(paths);
  });
});

describe('errors', () => {
  const errorsOf = (...errors: readonly unknown[]): string =>
    JSON.stringify({ data: { total: null, _entities: [null, null] }, errors });

  it('give away nothing internal: their words, their paths, the service they say they are', async () => {
    const error = {
      message: 'connect ECONNREFUSED 10.0.0.1:5432 select secret from interne',
      path: ['interne', '__proto__', '10.0.0.1'],
      extensions: {
        code: 'INTERNE',
        service: 'sain',
        serviceName: 'sain',
        requestId: 'faux',
        stacktrace: ['secret'],
      },
    };
    const { errors } = await ask('{ salut total }', errorsOf(error));
    expect(errors).toEqual([
      {
        message: 'Un service a répondu par une erreur.',
        extensions: {
          code: 'ERREUR_SERVICE',
          service: 'hostile',
          requestId: expect.stringMatching(/^[\w-]{36}$/) as string,
        },
      },
    ]);
  });

  it.each([
    ['of the call alone', ['_entities'], ['regions']],
    ['of nothing asked', ['_entities', 0, 'secretInterne'], ['regions', 0]],
    ['below a value', ['_entities', 1, 'population', 'interne'], ['regions', 1, 'population']],
    ['of a fraction', ['_entities', 1.5], ['regions']],
    ['before the first', ['_entities', -1, 'interne'], ['regions']],
    ['after the last', ['_entities', 1e9, 'interne'], ['regions']],
    ['of objects', [{}], ['regions']],
    ['of five thousand steps', Array<string>(5_000).fill('population'), ['regions']],
  ])('with a path %s are put where something was asked', async (_, path, place) => {
    const { errors } = await ask(
      ENTITIES,
      errorsOf({ message: 'non', path, extensions: { code: 'UN_CODE' } }),
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]?.path).toEqual(place);
  });

  it('are five hundred at most, none longer than a person would read', async () => {
    const flood = Array<unknown>(20_000).fill({
      message: 'non',
      path: ['_entities', 0],
      extensions: { code: 'UN_CODE' },
    });
    expect((await ask(ENTITIES, errorsOf(...flood))).errors).toHaveLength(500);
    const long = {
      message: 'select a.'.repeat(100_000),
      extensions: { code: 'UN_CODE', champ: 'é'.repeat(100_000) },
    };
    const { text } = await ask('{ salut total }', errorsOf(long));
    expect(text.length).toBeLessThan(5_000);
  });

  it.each([['3'], ['{"0":{}}'], ['"non"']])(
    'that are no list make the answer unusable: %s',
    async (errors) => {
      const answer = await ask('{ salut total }', `{"data":{"total":1},"errors":${errors}}`);
      expect(answer).toMatchObject({ data: { total: null }, errors: [{ path: ['total'] }] });
      expect(codesOf(answer)).toEqual(['REPONSE_INVALIDE']);
    },
  );
});

describe('what was asked and is not given', () => {
  const absent = (name: string) => ({ path: [name], extensions: { code: 'REPONSE_INVALIDE' } });

  it.each([
    ['data without a field', '{"data":{}}'],
    ['data without a field, beside an empty list of errors', '{"data":{},"errors":[]}'],
    ['null for data, without a reason', '{"data":null}'],
    ['null for data, and for errors', '{"data":null,"errors":null}'],
    ['an empty list of errors alone', '{"errors":[]}'],
    ['extensions alone', '{"extensions":{}}'],
    ['null', 'null'],
  ])('is an error, never kept nor given an ETag: %s', async (_, text) => {
    const answer = await ask('{ salut total texte }', text);
    expect(answer.data).toEqual({ salut: 'bonjour', total: null, texte: null });
    expect(answer.errors).toMatchObject([absent('total'), absent('texte')]);
    expect(answer.headers.get('etag')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is an error where it is, deep down and in lists', async () => {
    const text = '{"data":{"sous":{"texte":"a","sous":{}},"liste":[1,"x",null]}}';
    const { data, errors } = await ask('{ salut sous { texte sous { texte } } liste }', text);
    expect(data).toEqual({
      salut: 'bonjour',
      sous: { texte: 'a', sous: { texte: null } },
      liste: [1, null, null],
    });
    expect(errors.map(({ path }) => path)).toEqual([
      ['sous', 'sous', 'texte'],
      ['liste', 1],
    ]);
  });

  it('is no error twice: where the subgraph said why, nothing is added', async () => {
    const error = (path: readonly (string | number)[]) => ({
      message: 'non',
      path,
      extensions: { code: 'NON' },
    });
    const said = JSON.stringify({
      data: { texte: 'a', chose: null },
      errors: [error(['total']), error(['chose', 'id'])],
    });
    const { errors } = await ask('{ salut total texte chose { id } }', said);
    expect(errors.map(({ path }) => path)).toEqual([['total'], ['chose', 'id']]);
    const unplaced = JSON.stringify({ errors: [{ message: 'non' }] });
    expect((await ask('{ salut total texte }', unplaced)).errors).toHaveLength(1);
  });

  it('is an error beside those of other values', async () => {
    const said = JSON.stringify({
      data: { total: null },
      errors: [{ message: 'non', path: ['total'], extensions: { code: 'NON' } }],
    });
    const { errors } = await ask('{ salut total texte }', said);
    expect(errors.map(({ path }) => path)).toEqual([['total'], ['texte']]);
  });

  it('is an error at the alias that the client chose, by the name that the schema has', async () => {
    const { errors } = await ask('{ salut id: total code: texte }', '{"data":{}}');
    expect(errors.map(({ path }) => path)).toEqual([['id'], ['code']]);
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('« Query.total »'),
      expect.stringContaining('« Query.texte »'),
    ]);
  });

  it('is an error where an object does not say its type and what is asked depends on it', async () => {
    const { data, errors } = await ask(
      '{ salut chose { ... on Outil { id } } }',
      '{"data":{"chose":{"id":"1"}}}',
    );
    expect(data).toEqual({ salut: 'bonjour', chose: null });
    expect(errors).toMatchObject([absent('chose')]);
  });
});

it('extensions of an answer stay inside, however many', async () => {
  const flood = Array.from({ length: 50_000 }, (_, index) => `"secret${index}":${nest('[', ']', 2)}`).join();
  const answer = await ask('{ salut total }', `{"data":{"total":1},"extensions":{${flood}}}`);
  expect(JSON.parse(answer.text)).toEqual({ data: { salut: 'bonjour', total: 1 } });
});

it.each(Object.entries(HEAVY_ANSWERS))(
  'a hundred kilobytes of it take nothing from what the others give: %s',
  async (_, text) => {
    expect(text.length).toBeGreaterThan(90_000);
    const { errors, text: sent } = await ask('{ salut libre }', text);
    expect(errors.every(({ path }) => path === undefined || path[0] === 'libre')).toBe(true);
    expect(sent.length).toBeLessThan(2 * text.length);
  },
);
