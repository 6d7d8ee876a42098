import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compilePlan, type CompiledPlan } from './compile/compile-plan.ts';
import { executeCompiled, executeToSend } from './execute-compiled.ts';
import { JsonText, jsonTextOf } from '../json/json-text.ts';
import type { GraphQLResponseLike, SubgraphOperation } from './data/subgraph-caller.ts';
import { composeSupergraph } from '../testing/compose-supergraph.ts';
import { openLongWork } from '../testing/long-work.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;
const composed = composeSupergraph({
  a: `${LINK}
    type Query { items: [Item] best: Item }
    type Mutation { first: Item }
    type Item @key(fields: "id") { id: ID! label: String }`,
  b: `${LINK}
    type Item @key(fields: "id") { id: ID! name(size: Int): String parts: [Part!] }
    type Part @key(fields: "id") { id: ID! }`,
  d: `${LINK} type Mutation { second: Item } type Item @key(fields: "id") { id: ID! }`,
  c: `${LINK} type Part @key(fields: "id") { id: ID! weight(unit: String): Int! }`,
});

function compile(query: string, renamed?: ReadonlyMap<string, string>): CompiledPlan | undefined {
  const document = parse(query);
  const plan = composed.planner.buildQueryPlan(operationFromDocument(composed.engineApi, document));
  return compilePlan({
    plan: plan as QueryPlan,
    schemas: composed.schemas,
    document,
    operationName: undefined,
    renamed,
  });
}

type Answers = Readonly<Record<string, (operation: SubgraphOperation) => GraphQLResponseLike>>;

/** Runs a query on subgraphs that are functions; `asked` are the calls in order. */
async function run(query: string, answers: Answers, renamed?: ReadonlyMap<string, string>) {
  const asked: string[] = [];
  const call = async (subgraph: string, operation: SubgraphOperation): Promise<GraphQLResponseLike> => {
    const { variables } = operation;
    asked.push(`${subgraph} ${JSON.stringify(variables['representations'] ?? operation.query)}`);
    return JSON.parse(JSON.stringify(answers[subgraph]!(operation))) as GraphQLResponseLike;
  };
  const request = { variables: {}, call };
  const compiled = compile(query, renamed)!;
  const outcome = await executeCompiled(compiled, request);
  const calls = asked.splice(0);
  const sent = await executeToSend(compiled, request);
  const long = await executeToSend(compiled, { ...request, work: openLongWork() });
  const text = JSON.stringify({ data: outcome.data });
  for (const { data, errors } of [sent, long]) {
    expect(jsonTextOf({ data })).toBe(text);
    expect(errors).toHaveLength(outcome.errors.length);
  }
  return { ...outcome, calls, sent };
}

interface Reference {
  readonly id: string;
}
const references = ({ variables }: SubgraphOperation): readonly Reference[] =>
  variables['representations'] as readonly Reference[];
const entities = (make: (reference: Reference) => unknown) => (operation: SubgraphOperation) => ({
  data: { _entities: references(operation).map(make) },
});
const item = (id: string, more: object = {}) => ({ __typename: 'Item', id, ...more });
const items =
  (...ids: readonly string[]) =>
  () => ({
    data: { items: ids.map((id) => item(id)), best: item(ids[0]!) },
  });

describe('what is asked of subgraphs', () => {
  it('asks for an entity once, whatever the number of places that hold it', async () => {
    const { calls, data } = await run('{ items { name } }', {
      a: items('1', '2', '1', '1'),
      b: entities(({ id }) => ({ name: `n${id}` })),
    });
    expect(calls[1]).toBe('b [{"__typename":"Item","id":"1"},{"__typename":"Item","id":"2"}]');
    expect(data).toEqual({ items: [{ name: 'n1' }, { name: 'n2' }, { name: 'n1' }, { name: 'n1' }] });
  });

  it('makes one call of what two paths ask at the same time', async () => {
    const { calls } = await run('{ items { name } best { name } }', {
      a: items('1', '2'),
      b: entities(({ id }) => ({ name: `n${id}` })),
    });
    expect(calls).toHaveLength(2);
  });

  it('asks again after another field of a mutation has run', async () => {
    let last = '';
    const does = (name: string) => () => {
      last = name;
      return { data: { [name]: item('1') } };
    };
    const { calls, data } = await run('mutation { first { name } second { name } }', {
      a: does('first'),
      d: does('second'),
      b: entities(() => ({ name: `after ${last}` })),
    });
    expect(calls.map((call) => call[0])).toEqual(['a', 'b', 'd', 'b']);
    expect(data).toEqual({ first: { name: 'after first' }, second: { name: 'after second' } });
  });
});

describe('what is shared', () => {
  it('is not mixed up when two paths read the same entity and then differ below it', async () => {
    const { data } = await run(
      '{ items { parts { id w: weight(unit: "g") } } best { parts { id w: weight(unit: "kg") } } }',
      {
        a: items('1'),
        b: entities(() => ({ parts: [{ __typename: 'Part', id: 'p' }] })),
        c: (operation) => ({
          data: {
            _entities: references(operation).map(() => ({ w: operation.query.includes('"kg"') ? 1 : 1000 })),
          },
        }),
      },
    );
    expect(data).toEqual({
      items: [{ parts: [{ id: 'p', w: 1000 }] }],
      best: { parts: [{ id: 'p', w: 1 }] },
    });
  });

  it('is written once in the text of the answer', async () => {
    const { sent, data } = await run('{ items { parts { id weight } } }', {
      a: items('1', '1'),
      b: entities(() => ({ parts: [{ __typename: 'Part', id: 'p"q' }] })),
      c: entities(() => ({ weight: 3 })),
    });
    expect(sent.data).toBeInstanceOf(JsonText);
    const parts = [{ id: 'p"q', weight: 3 }];
    expect(data).toEqual({ items: [{ parts }, { parts }] });
  });
});

describe('a long answer', () => {
  const many = Array.from({ length: 2_000 }, (_, rank) => String(rank));
  const answers: Answers = {
    a: items(...many),
    b: entities(({ id }) => ({ name: `« ${id} »`, parts: [{ __typename: 'Part', id }] })),
    c: entities(() => ({ weight: 2 })),
  };
  const query = '{ items { id name parts { id weight } } best { id } }';

  it('has the bytes that it has when it is shaped in one turn', async () => {
    expect((await run(query, answers)).data).toMatchObject({ items: { length: 2_000 } });
  });

  it.each([500, 3_000])(
    'is shaped in turns of %i values, and the others of the loop have theirs',
    async (values) => {
      let isDone = false;
      let others = 0;
      const other = (): void => {
        others += 1;
        if (!isDone) setImmediate(other);
      };
      const call = async (subgraph: string, operation: SubgraphOperation): Promise<GraphQLResponseLike> =>
        answers[subgraph]!(operation);
      const compiled = compile(query)!;
      const work = openLongWork(values);
      const before = work.values;
      setImmediate(other);
      await executeToSend(compiled, { variables: {}, call, work });
      isDone = true;
      expect(work.values - before).toBeGreaterThan(10_000);
      expect(others).toBeGreaterThan(10_000 / values);
    },
  );

  it('is refused while it is shaped, once it has more bytes than an answer may', async () => {
    const call = async (subgraph: string, operation: SubgraphOperation): Promise<GraphQLResponseLike> =>
      answers[subgraph]!(operation);
    const work = openLongWork(1_000, { bytes: 10_000 });
    await expect(executeToSend(compile(query)!, { variables: {}, call, work })).rejects.toMatchObject({
      extensions: { code: 'TRAVAIL_EXCESSIF', mesure: 'octets', compte: expect.any(Number) as number },
    });
  });
});

describe('errors', () => {
  const failing = (operation: SubgraphOperation): GraphQLResponseLike => ({
    data: { _entities: references(operation).map(() => null) },
    errors: [{ message: 'no', path: ['_entities', 1, 'name'], extensions: { code: 'ABSENT' } }],
  });
  const pathsOf = (errors: readonly unknown[]) => errors.map((error) => (error as { path: unknown }).path);

  it('are told for each place of the entity they are about', async () => {
    const { errors } = await run('{ items { name } }', { a: items('1', '2', '2'), b: failing });
    expect(pathsOf(errors)).toEqual([
      ['items', 1, 'name'],
      ['items', 2, 'name'],
    ]);
    expect((errors[0] as { extensions: unknown }).extensions).toEqual({ code: 'ABSENT', serviceName: 'b' });
  });

  it('are told at the right place when an entity before could not be asked for', async () => {
    const without = () => ({ data: { items: [{ __typename: 'Item' }, item('1'), item('2')] } });
    const { errors } = await run('{ items { name } }', { a: without, b: failing });
    expect(pathsOf(errors)).toEqual([
      ['items', 2, 'name'],
      ['items', 0, 'name'],
    ]);
  });

  it('of a call are told once, and leave the rest of the answer', async () => {
    const { errors, data } = await run('{ items { label name } best { name } }', {
      a: () => ({ data: { items: [item('1', { label: 'l' })], best: item('2') } }),
      b: () => {
        throw new Error('down');
      },
    });
    expect(errors.map(String)).toEqual(['Error: down', 'Error: down']);
    expect(data).toEqual({ items: [{ label: 'l', name: null }], best: { name: null } });
  });

  it('are made of an answer of the wrong size or shape', async () => {
    const wrong = (data: unknown) =>
      run('{ items { name } }', { a: items('1'), b: () => ({ data }) as never });
    const told = (cause: RegExp) => [
      {
        path: ['items'],
        extensions: { code: 'REPONSE_INVALIDE', service: 'b', cause: expect.stringMatching(cause) },
      },
    ];
    expect((await wrong({ _entities: [] })).errors).toMatchObject(told(/to contain 1 elements/));
    expect((await wrong({ _entities: 'x' })).errors).toMatchObject(told(/to be an array/));
    expect(pathsOf((await wrong(null)).errors)).toEqual([['items', 0, 'name']]);
  });
});

describe('the answer', () => {
  it('has the client’s fields alone, in the client’s order, merged as the specification says', async () => {
    const { data } = await run(
      '{ items { name ...F id } items { l: label } __typename } fragment F on Item { label kind: __typename }',
      {
        a: () => ({ data: { items: [item('1', { label: 'x', l: 'x' })] } }),
        b: entities(() => ({ name: 'n' })),
      },
    );
    expect(JSON.stringify(data)).toBe(
      '{"items":[{"name":"n","label":"x","kind":"Item","id":"1","l":"x"}],"__typename":"Query"}',
    );
  });

  it('bears the client’s names where the planner was given others', async () => {
    const { data } = await run(
      '{ items { label_client_0: label } }',
      { a: () => ({ data: { items: [{ label_client_0: 'x' }] } }) },
      new Map([['label_client_0', 'id']]),
    );
    expect(data).toEqual({ items: [{ id: 'x' }] });
  });

  it.each([
    ['a text for a list', 'x'],
    ['an object for a list', { id: '1' }],
    ['a list of texts for a list of objects', ['x', item('1', { label: 'l' })]],
    ['a list in a list', [[item('1')]]],
    ['a number for a typename', [{ __typename: 7, id: '1' }]],
  ])('has null for %s, says so, and keeps what others gave', async (_, wrong) => {
    const { data, errors } = await run('{ items { id label name } best { label name } }', {
      a: () => ({ data: { items: wrong, best: item('2', { label: 'best' }) } }),
      b: entities(() => ({ name: 'n' })),
    });
    expect(data!['best']).toEqual({ label: 'best', name: 'n' });
    expect(errors.map((error) => (error as { extensions: unknown }).extensions)).toEqual([
      { code: 'REPONSE_INVALIDE' },
    ]);
    expect(JSON.stringify(data!['items'])).not.toContain('x');
  });
});

describe('what is left to the stock engine', () => {
  it.each([
    ['introspection', '{ __schema { types { name } } items { id } }'],
    ['a name that every object answers to', '{ items { constructor: id } }'],
    ['a name that changes the prototype', '{ items { __proto__: id } }'],
  ])('%s', (_, query) => {
    expect(compile(query)).toBeUndefined();
  });
});
