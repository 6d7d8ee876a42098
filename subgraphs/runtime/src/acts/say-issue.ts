import type { z } from 'zod';
import { sayRead } from '../base/say-read.ts';

/** What people are told of a text that they did not give, whatever it is for. */
export const ABSENT_TEXT = 'un texte est attendu, et il est vide';

const TYPES: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'vrai ou faux',
  array: 'une liste',
  object: 'un objet',
};

/** What is wrong in what an act holds, in French: what was expected there, and what was read. */
export function sayIssue(issue: z.core.$ZodRawIssue): string {
  const input = issue.input;
  if (issue.code === 'too_small' && issue.origin === 'string' && input === '') return ABSENT_TEXT;
  const expected = sayExpected(issue);
  return input == null ? `${expected}, et il manque` : `${expected} ; reçu : ${sayRead(input)}`;
}

function sayExpected(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${TYPES[issue.expected] ?? 'autre chose'} est attendu`;
    case 'invalid_value':
      return `${sayAny(issue.values.map(String))} est attendu`;
    case 'too_small':
    case 'too_big':
      return saySize(issue);
    case 'invalid_format':
      return issue.format === 'date'
        ? 'un jour du calendrier est attendu, tel que « 2026-05-15 »'
        : 'une autre forme est attendue';
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `« ${key} »`).join(', ')} n’y a pas de place`;
    default:
      return 'autre chose est attendu';
  }
}

function saySize(
  issue: z.core.$ZodRawIssue &
    ({ code: 'too_small'; minimum: unknown } | { code: 'too_big'; maximum: unknown }),
): string {
  const of = issue.origin === 'string' ? ' caractère' : '';
  if (issue.code === 'too_small')
    return sayCount('au moins', Number(issue.minimum), of, ['est attendu', 'sont attendus']);
  return sayCount('au plus', Number(issue.maximum), of, ['est permis', 'sont permis']);
}

function sayCount(bound: string, limit: number, of: string, [one, many]: readonly [string, string]): string {
  const isOne = limit < 2;
  return `${bound} ${limit}${of}${of === '' || isOne ? '' : 's'} ${isOne ? one : many}`;
}

const sayAny = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} ou ${values.at(-1)}`;
