import { expect, it } from 'vitest';
import { distinctObjectsAt, objectsAt, placesAt, toPlanPath } from './response-path.ts';

const shared = { name: 'shared', parts: [{ n: 1 }, null] };
const root = { items: [{ of: shared }, null, { of: shared }, { of: null }], grid: [[{ n: 2 }], [{ n: 3 }]] };

it('finds the objects at a path, nulls left out, lists of lists included', () => {
  expect(objectsAt([root], ['items', '@', 'of'])).toEqual([shared, shared]);
  expect(objectsAt([root], ['grid', '@', '@'])).toEqual([{ n: 2 }, { n: 3 }]);
  expect(objectsAt([root], [])).toEqual([root]);
  expect(objectsAt([root], ['absent', '@'])).toEqual([]);
});

it('visits once what several parents hold', () => {
  expect(distinctObjectsAt([root], ['items', '@', 'of'])).toEqual([shared]);
  expect(distinctObjectsAt([root], ['items', '@', 'of', 'parts', '@'])).toEqual([{ n: 1 }]);
});

it('tells every place of an object', () => {
  expect(placesAt(root, ['items', '@', 'of']).map(({ path }) => path)).toEqual([
    ['items', 0, 'of'],
    ['items', 2, 'of'],
  ]);
});

it('does not understand conditions in paths', () => {
  expect(toPlanPath(['items', '@', 'of'])).toEqual(['items', '@', 'of']);
  expect(toPlanPath(['items', '@|[Book]'])).toBeUndefined();
});
