import { beforeEach, expect, it } from 'vitest';
import { forgetAnswersTo, keepTabs, type Result, RESULTS, startRun } from './answers.ts';

const answer = (data: string, authorization?: string): Result => ({
  operation: { query: '{ a }' },
  data,
  errors: [],
  instant: undefined,
  authorization,
});
const shown = (): Record<string, unknown> =>
  Object.fromEntries([...RESULTS.get()].map(([tab, { data }]) => [tab, data]));

beforeEach(() => keepTabs(new Set()));

it('shows nothing of a former answer once the tab asks anew, whether or not it is answered', () => {
  startRun('x')(answer('first'));
  startRun('y')(answer('other'));
  startRun('x');
  expect(shown()).toEqual({ y: 'other' });
});

it('shows the answer to what was asked last, though an earlier one comes after', () => {
  const early = startRun('x');
  const late = startRun('x');
  late(answer('late'));
  early(answer('early'));
  expect(shown()).toEqual({ x: 'late' });
});

it('keeps an answer for the tab that asked, and nothing for one that is closed', () => {
  const [x, y] = [startRun('x'), startRun('y')];
  y(answer('of y'));
  x(answer('of x'));
  expect(shown()).toEqual({ x: 'of x', y: 'of y' });
  const late = startRun('x');
  keepTabs(new Set(['z']));
  late(answer('late'));
  expect(shown()).toEqual({});
});

it('forgets what was asked with a token that is forgotten', () => {
  startRun('x')(answer('hers', 'Bearer a'));
  startRun('y')(answer('nobody’s'));
  forgetAnswersTo('Bearer a');
  expect(shown()).toEqual({ y: 'nobody’s' });
});
