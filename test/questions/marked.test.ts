import { readFileSync, readdirSync } from 'node:fs';
import {
  type DocumentNode,
  type GraphQLObjectType,
  Kind,
  type SelectionNode,
  TypeInfo,
  isObjectType,
  parse,
  print,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';
import { ask } from '../invariants/ask.ts';
import { variablesOf } from '../operation-variables.ts';
import { hasField, readPublicApi } from '../invariants/public-api.ts';

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);
const QUESTIONS = new URL('./', import.meta.url);
const WELCOME = new URL('../../gateway/explorer/src/questions/welcome.graphql', import.meta.url);

const DOCUMENTS = [
  ['welcome.graphql', WELCOME] as const,
  ...readdirSync(OPERATIONS).map((name) => [name, new URL(name, OPERATIONS)] as const),
  ...readdirSync(QUESTIONS)
    .filter((name) => /^Q\d+$/.test(name))
    .map((name) => [name, new URL(`${name}/query.graphql`, QUESTIONS)] as const),
].map(([name, file]) => [name, readFileSync(file, 'utf8')] as const);

const api = readPublicApi();

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

describe('what is made up is never shown without a word', () => {
  it.each(DOCUMENTS)('by %s', async (name, text) => {
    expect(await findUnmarked(text, variablesOf(name.replace(/\.graphql$/, '')))).toEqual([]);
  });

  it.each([
    ['{ territoireClsc(code: "06112") { bilan { absents } } }', ['territoireClsc.bilan']],
    ['{ mesures(first: 1) { totalCount } }', ['mesures']],
    [
      '{ mesures(first: 1) { nodes { verdict { etat } } } }',
      ['mesures', 'mesures.nodes.0', 'mesures.nodes.0.verdict'],
    ],
  ])('and %s would be caught', async (text, unmarked) => {
    expect(await findUnmarked(text, {})).toEqual(unmarked);
  });

  async function findUnmarked(text: string, variables: Readonly<Record<string, unknown>>): Promise<string[]> {
    const answer = await ask<Thing>(house, print(withProbes(parse(text))), variables);
    return listUnmarked(answer, []);
  }
});

describe('a dozen questions at least', () => {
  it('read what was measured and judged', () => {
    const reading = DOCUMENTS.filter(
      ([name, text]) => /^Q/.test(name) && /\b(mesures|bilan|verdict)\b/.test(text),
    );
    expect(reading.length).toBeGreaterThanOrEqual(12);
  });
});

/** Asks besides, of each thing that has one, where it comes from: whatever the document itself asks. */
function withProbes(document: DocumentNode): DocumentNode {
  const types = new TypeInfo(api);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave: (node) => {
          const type = types.getParentType();
          const probes = isObjectType(type) ? probesOf(type) : [];
          return { ...node, selections: [...node.selections, ...probes] };
        },
      },
    }),
  );
}

const PROBE = readSelections('{ sonde: provenance { origine } }');
const PROBE_OF_LIST = readSelections('{ sonde: origine }');

function probesOf(type: GraphQLObjectType): readonly SelectionNode[] {
  if (type.name === 'Provenance') return [];
  if (hasField(type, 'provenance')) return PROBE;
  return hasField(type, 'origine') ? PROBE_OF_LIST : [];
}

function readSelections(text: string): readonly SelectionNode[] {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`not an operation: ${text}`);
  return operation.selectionSet.selections;
}

interface Cited {
  readonly origine?: string | null;
}

interface Thing {
  readonly sonde?: string | Cited | null;
  readonly origine?: string | null;
  readonly provenance?: Cited | null;
  readonly nodes?: readonly (Thing | null)[];
}

/** The paths of what is made up and neither says so, nor holds items that do, nor stands under what does. */
function listUnmarked(value: unknown, path: readonly (string | number)[]): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const thing = value as Thing;
  if (saysSo(thing)) return [];
  const { sonde } = thing;
  const isMadeUp = (typeof sonde === 'object' ? sonde?.origine : sonde) === 'DEMONSTRATION';
  const isToldByItems = thing.nodes?.some((node) => node !== null && saysSo(node)) ?? false;
  const own = isMadeUp && !isToldByItems ? [path.join('.')] : [];
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => listUnmarked(inner, [...path, name]))];
}

function saysSo({ origine, provenance }: Thing): boolean {
  return origine === 'DEMONSTRATION' || provenance?.origine === 'DEMONSTRATION';
}
