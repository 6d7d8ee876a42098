import { expect, it } from 'vitest';
import { drawContours, project, toContours } from './contours.ts';

const degrees = (west: number, south: number, side: number): [number, number][] => [
  [west, south],
  [west, south + side],
  [west + side, south + side],
  [west + side, south],
  [west, south],
];
const ring = (...square: Parameters<typeof degrees>) => degrees(...square).map(project);
const geojson = JSON.stringify({ type: 'MultiPolygon', coordinates: [[degrees(-70, 47, 1)]] });
const limite = { retireLe: null, contour: { geojson }, provenance: { section: 'l.dbf' } };

it('keeps the outlines that the last file gives', () => {
  const contours = toContours({
    territoiresClsc: {
      totalCount: 5,
      nodes: [
        { code: '01111', limitePubliee: limite },
        { code: '01121', limitePubliee: { ...limite, contour: null } },
        { code: '01131', limitePubliee: { ...limite, retireLe: '2026-01-01' } },
        { code: '01141', limitePubliee: null },
        null,
      ],
    },
  });
  expect([...contours]).toEqual([['01111', { polygons: [[ring(-70, 47, 1)]], source: 'l.dbf' }]]);
  const again = toContours({
    territoiresClsc: { totalCount: 1, nodes: [{ code: '01111', limitePubliee: limite }] },
  });
  expect(again.get('01111')?.polygons).toBe(contours.get('01111')?.polygons);
  expect(toContours({ territoiresClsc: null }).size).toBe(0);
});

it('puts the north above, the east to the right, and a degree of longitude narrower in the north', () => {
  const [[x, y], [eastX], [, northY]] = [
    [-70, 47],
    [-69, 47],
    [-70, 48],
  ].map((at) => project(at as [number, number])) as [number, number][] as [
    [number, number],
    [number, number],
    [number, number],
  ];
  expect(eastX).toBeGreaterThan(x);
  expect(northY).toBeLessThan(y);
  const widthAt = (latitude: number) => project([-68, latitude])[0] - project([-69, latitude])[0];
  expect(widthAt(60) / widthAt(46)).toBeCloseTo(
    Math.cos(60 * (Math.PI / 180)) / Math.cos(46 * (Math.PI / 180)),
    3,
  );
});

it('draws outlines together, in whole units, a hole within its polygon, and a point for what has no room', () => {
  const { width, height, shapes } = drawContours(
    [
      { polygons: [[ring(-70, 47, 1), ring(-69.6, 47.4, 0.2)]], source: '' },
      { polygons: [[ring(-68, 47, 0.001)], [ring(-67, 47, 0.0005)]], source: '' },
    ],
    { width: 300, height: 300 },
  );
  expect(width).toBe(300);
  expect(height).toBeLessThan(300);
  expect(shapes[0]?.path).toMatch(/^M\d+ \d+l(?:-?\d+ -?\d+ ?){3}zM\d+ \d+l(?:-?\d+ -?\d+ ?){3}z$/);
  expect(shapes[0]?.side).toBeGreaterThan(50);
  expect(shapes[1]?.path).toMatch(/^M\d+ \d+h1v1h-1zM\d+ \d+h1v1h-1z$/);
});
