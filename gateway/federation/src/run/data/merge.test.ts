import { expect, it } from 'vitest';
import { cloneValue, mergeDeep, mergeShaped } from './merge.ts';

const SHAPE = { leaves: ['id', 'x'], composites: [{ key: 'of', shape: { leaves: ['y'], composites: [] } }] };

it('writes the fields of the shape and ignores whatever else was sent', () => {
  const target = { id: '1' };
  mergeShaped(target, { x: 1, of: { y: 2 }, intruder: true }, SHAPE);
  expect(target).toEqual({ id: '1', x: 1, of: { y: 2 } });
});

it('merges object into object and list into list of the same length, and replaces otherwise', () => {
  const target = { of: { z: 1 } as unknown };
  mergeShaped(target, { of: { y: 2 } }, SHAPE);
  expect(target.of).toEqual({ z: 1, y: 2 });
  target.of = [{ z: 1 }, null];
  mergeShaped(target, { of: [{ y: 1 }, { y: 2 }] }, SHAPE);
  expect(target.of).toEqual([{ z: 1, y: 1 }, { y: 2 }]);
  mergeShaped(target, { of: [{ y: 3 }] }, SHAPE);
  expect(target.of).toEqual([{ y: 3 }]);
  mergeShaped(target, { of: null }, SHAPE);
  expect(target.of).toBeNull();
});

it('never writes into the object that is the value of a scalar', () => {
  const held = { a: 1 };
  const target = { x: held };
  mergeShaped(target, { x: { b: 2 } }, SHAPE);
  expect(target.x).toEqual({ a: 1, b: 2 });
  expect(held).toEqual({ a: 1 });
});

it('leaves prototypes alone, and keeps the key that looks like one', () => {
  const TEXT = '{"__proto__":{"admin":true},"a":1}';
  const hostile = JSON.parse(TEXT) as Record<string, unknown>;
  const target: Record<string, unknown> = {};
  mergeDeep(target, hostile);
  expect([
    target['admin'],
    (cloneValue(hostile) as typeof target)['admin'],
    ({} as typeof target)['admin'],
  ]).toEqual([undefined, undefined, undefined]);
  expect([target, cloneValue(hostile)].map((value) => JSON.stringify(value))).toEqual([TEXT, TEXT]);
  mergeDeep(target, JSON.parse('{"__proto__":{"b":[1]}}') as Record<string, unknown>);
  expect(JSON.stringify(target)).toBe('{"__proto__":{"admin":true,"b":[1]},"a":1}');
});
