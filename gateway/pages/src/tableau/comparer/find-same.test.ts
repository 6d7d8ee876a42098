import { expect, it } from 'vitest';
import type { GraphFault } from '@palier/gateway/http/graph-fault';
import { findSame } from './find-same.ts';
import type { Side } from './sides.ts';

const BILAN = { consolideLe: '2026-05-01', conformes: 3, verdictsReserves: false };
const side = (territoire: object, more: object = {}): Side =>
  ({
    territoire: { code: '06112', nom: 'Pierrefonds', bilan: BILAN, ...territoire },
    told: { data: {}, fault: undefined },
    unknown: [],
    ...more,
  }) as unknown as Side;
const ONE = side({});

it.each([
  ['the same, consolidated again', side({ bilan: { ...BILAN, consolideLe: '2026-06-01' } }), true, true],
  ['another name', side({ nom: 'Autre' }), false, true],
  ['other counts', side({ bilan: { ...BILAN, conformes: 4 } }), true, false],
  ['no bilan', side({ bilan: null }), true, false],
  ['what is not all read', side({}, { told: { data: {}, fault: {} as GraphFault } }), false, false],
  ['a campagne that was not there', side({}, { unknown: ['campagne'] }), false, false],
])('of two moments, one of which says %s', (_, other, fiches, bilans) => {
  expect(findSame([ONE, other], undefined)).toEqual({ fiches, serie: true, bilans });
});

it('never says that what is withheld is the same', () => {
  const withheld = side({ bilan: { ...BILAN, verdictsReserves: true } });
  expect(findSame([withheld, withheld], undefined)).toMatchObject({ fiches: true, bilans: false });
});
