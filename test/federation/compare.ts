import { isDeepStrictEqual } from 'node:util';
import { writeJson } from '@palier/calls/json/write-json';
import type { Expected, ExpectedError } from './claim.ts';
import type { AnsweredError, Run } from './harness.ts';

/** What a run has that it should not, or lacks; nothing when it is as expected. */
export function differences(run: Run, expected: Expected): readonly string[] {
  const { answer, calls } = run;
  return [
    ...('data' in expected ? dataDifference(answer.data, expected.data) : []),
    ...errorDifferences(answer.errors ?? [], expected.errors),
    ...(expected.calls && !isDeepStrictEqual(calls, expected.calls)
      ? [`calls: ${JSON.stringify(calls)} instead of ${JSON.stringify(expected.calls)}`]
      : []),
  ];
}

/** As text, so that the order of keys counts. */
function dataDifference(data: unknown, expected: unknown): readonly string[] {
  const [given, wanted] = [writeJson(data ?? null), writeJson(expected)];
  return given === wanted ? [] : [`data: ${given} instead of ${wanted}`];
}

function errorDifferences(errors: readonly AnsweredError[], expected: Expected['errors']): readonly string[] {
  const given = JSON.stringify(errors);
  if (expected === undefined) return errors.length === 0 ? [] : [`unexpected errors: ${given}`];
  if (expected === true) return errors.length > 0 ? [] : ['no error'];
  const unmatched = [...errors];
  for (const wanted of expected) {
    const rank = unmatched.findIndex((error) => matches(error, wanted));
    if (rank < 0) return [`no error ${JSON.stringify(wanted)} in ${given}`];
    unmatched.splice(rank, 1);
  }
  return unmatched.length === 0 ? [] : [`unexpected errors: ${JSON.stringify(unmatched)}`];
}

function matches(error: AnsweredError, wanted: ExpectedError): boolean {
  if (wanted.path && !isDeepStrictEqual(error.path, wanted.path)) return false;
  if (wanted.message && !error.message.includes(wanted.message)) return false;
  return !wanted.code || error.extensions?.code === wanted.code;
}
