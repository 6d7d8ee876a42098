import { execute, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createRandom } from '@palier/federation/testing/random';
import { randomOperation } from '@palier/federation/testing/random-operation';
import { compileCall } from './compiled-call.ts';
import { createWorld, type Hazards } from './testing/random-schema.ts';

const OPERATIONS_A_WORLD = Number(process.env['DIFFERENTIAL_OPERATIONS'] ?? 150);
const WORLDS: readonly Hazards[] = [
  { nulls: 0, errors: 0, misfits: 0 },
  { nulls: 0, errors: 0, misfits: 0 },
  { nulls: 0.02, errors: 0, misfits: 0 },
  { nulls: 0, errors: 0.01, misfits: 0 },
  { nulls: 0, errors: 0, misfits: 0.03 },
];

describe('a compiled call', () => {
  it.each(WORLDS.map((hazards, world) => ({ world, ...hazards })))(
    'gives what graphql-js gives, or leaves it to it, in world $world (nulls $nulls, errors $errors, misfits $misfits)',
    async ({ world, ...hazards }) => {
      const random = createRandom(world * 7919 + 1);
      const outcomes = { given: 0, left: 0 };
      for (let index = 0; index < OPERATIONS_A_WORLD; index++) {
        const { schema, told } = createWorld(world * 100 + (index % 7), hazards);
        const { query, variables } = randomOperation(schema, random);
        const document = parse(query, { noLocation: true });
        if (validate(schema, document).some(({ message }) => !message.includes('is never used'))) continue;
        const compiled = compileCall(schema, document)!;
        const expected = await execute({ schema, document, variableValues: variables });
        const toldStock = told.splice(0).sort();
        for (let again = 0; again < 2; again++) {
          const data = await compiled.run(undefined, variables, 'Operation');
          const toldHere = told.splice(0).sort();
          if (expected.errors) expect(data, query).toBeUndefined();
          else {
            expect(JSON.stringify(data), query).toBe(JSON.stringify(expected.data));
            expect(toldHere, query).toEqual(toldStock);
          }
        }
        outcomes[expected.errors ? 'left' : 'given'] += 1;
      }
      expect(outcomes.given).toBeGreaterThan(OPERATIONS_A_WORLD / 8);
      if (hazards.nulls + hazards.errors + hazards.misfits > 0)
        expect(outcomes.left).toBeGreaterThan(OPERATIONS_A_WORLD / 20);
    },
    120_000,
  );

  const { schema } = createWorld(1, WORLDS[0]!);
  const run = (query: string, operationName?: string, variables = {}) =>
    compileCall(schema, parse(query, { noLocation: true }))?.run(undefined, variables, operationName);

  it.each([
    ['several operations', 'query A { count } query B { count }', 'A'],
    ['a mutation', 'mutation A { count }', 'A'],
    ['an operation of another name', 'query A { count }', 'B'],
    ['the schema', 'query A { __schema { queryType { name } } }', 'A'],
    ['a name that every object answers to', 'query A { toString: count }', 'A'],
    ['a variable that does not fit', 'query A($id: ID!) { person(id: $id) { id } }', 'A'],
    [
      'a condition that is not known',
      'query A($if: Boolean = true) { count @skip(if: $if) }',
      'A',
      { if: null },
    ],
  ])('leaves %s to graphql-js', async (_what, query, name, variables?: object) => {
    expect(await run(query, name, { ...variables })).toBeUndefined();
  });

  it('leaves to graphql-js an object of a type that has no place there', async () => {
    const own = createWorld(1, WORLDS[0]!).schema;
    own.getQueryType()!.getFields()['named']!.resolve = () => [{ $type: 'Place', __typename: 'Place' }];
    const compiled = compileCall(own, parse('{ named { __typename } }'));
    expect(await compiled!.run(undefined, {}, undefined)).toBeUndefined();
  });

  it('gives each resolver the same arguments, which nobody can change', async () => {
    const given: unknown[] = [];
    const own = createWorld(1, WORLDS[0]!).schema;
    own.getQueryType()!.getFields()['person']!.resolve = (_source, args) => (given.push(args), null);
    own.getQueryType()!.getFields()['count']!.resolve = (_source, args) => given.push(args);
    await compileCall(own, parse('{ count person(id: "1") { id } }'))!.run(undefined, {}, undefined);
    expect(given).toEqual([{}, { id: '1' }]);
    expect(given.every((args) => Object.isFrozen(args))).toBe(true);
  });
});
