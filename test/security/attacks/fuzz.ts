import { readdirSync, readFileSync } from 'node:fs';
import { createRandom, pick, type Random } from '@palier/federation/testing/random';
import { randomOperation, type RandomOperation } from '@palier/federation/testing/random-operation';
import type { GraphQLSchema } from 'graphql';
import { PROMISED_BYTES, type AttackRequest } from './attack.ts';

const QUESTIONS = new URL('../../questions/', import.meta.url);

/** Pieces that a text is broken with. */
const PIECES = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '!',
  '$',
  '@',
  '&',
  '|',
  '=',
  '...',
  '"',
  '"""',
  '#',
  ',',
  '\\',
  '\0',
  '\ufeff',
  '\ud800',
  'é',
  '😀',
  '\u2028',
  '-',
  '1e999',
  '0x1',
  '@skip(if:true)',
  '@include(if:$x)',
  '...on Query',
  '...F',
  'fragment F on Query{...F}',
  'query Q',
  'mutation',
  'subscription',
  '__schema{types{name}}',
  '__typename',
  '__proto__',
  'constructor',
  'null',
  'true',
  '$__proto__:Int',
  '(a:{b:[[',
  '\\u0000',
  '\\ud83d',
];

/** Endless requests, the same for a seed: operations drawn from the schema, and questions of users broken at random. */
export function* fuzz(seed: number, schema: GraphQLSchema): Generator<AttackRequest> {
  const random = createRandom(seed);
  const questions = readQuestions();
  for (;;) {
    const { query, variables } =
      random() < 0.5
        ? declareUsed(randomOperation(schema, random))
        : { query: pick(random(), questions), variables: { x: random() < 0.5 } };
    const broken = random() < 0.3 ? query : breakText(query, random, questions);
    yield { query: broken.slice(0, PROMISED_BYTES), variables };
  }
}

/** Operations are drawn with more variables than most use, which validation refuses. */
function declareUsed({ query, variables }: RandomOperation): RandomOperation {
  const used = (name: string): boolean => (query.match(new RegExp(`\\$${name}\\b`, 'g')) ?? []).length > 1;
  const declared = /\((\$yes.*?)\) \{/.exec(query)?.[1] ?? '';
  const kept = declared.split(', ').filter((definition) => used(/\$(\w+)/.exec(definition)?.[1] ?? ''));
  return {
    query: query.replace(`(${declared})`, kept.length > 0 ? `(${kept.join(', ')})` : ''),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used(name))),
  };
}

const readQuestions = (): readonly string[] =>
  readdirSync(QUESTIONS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(new URL(file, QUESTIONS), 'utf8'));

function breakText(text: string, random: Random, others: readonly string[]): string {
  let broken = text;
  const times = 1 + Math.floor(random() * 6);
  for (let time = 0; time < times; time += 1) broken = breakOnce(broken, random, others);
  return broken;
}

function breakOnce(text: string, random: Random, others: readonly string[]): string {
  const from = Math.floor(random() * text.length);
  const to = Math.min(text.length, from + Math.floor(random() * 60));
  const [before, middle, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  const ways: readonly (() => string)[] = [
    () => before + after,
    () => before + middle.repeat(2 + Math.floor(random() * 100)) + after,
    () => before + pick(random(), PIECES) + after,
    () => before + pick(random(), PIECES).repeat(Math.floor(random() * 400)) + middle + after,
    () => before + [...middle].reverse().join('') + after,
    () => before + pick(random(), others).slice(from % 400) + after,
    () => before + String.fromCharCode(Math.floor(random() * 0x10000)) + after,
  ];
  return pick(random(), ways)();
}
