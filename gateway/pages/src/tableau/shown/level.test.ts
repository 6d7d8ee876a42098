import { GraphFault } from '@palier/gateway/http/graph-fault';
import { expect, it } from 'vitest';
import { isSilent, MSSS, SANTE_QUEBEC } from './level.ts';

const BILAN = ['etablissement', 'territoires', 'bilan'];
const told = (path: (string | number)[], service?: string) => ({
  fault: new GraphFault([{ message: '', path, extensions: { ...(service !== undefined && { service }) } }]),
});

it.each([
  ['the field itself', ['etablissement', 'territoires', 3, 'bilan'], true],
  ['what holds it', ['etablissement'], true],
  ['what it holds', ['etablissement', 'territoires', 0, 'bilan', 'campagne'], true],
  ['something beside it', ['etablissement', 'redditions', 'nodes', 0, 'examen'], false],
])('is told of %s, where a call failed', (_, path, isIt) => {
  expect(isSilent(told(path, 'sante-quebec'), SANTE_QUEBEC, BILAN)).toBe(isIt);
});

it('is of the level that failed, or of any when none is named', () => {
  expect(isSilent(told(BILAN, 'sante-quebec'), MSSS, BILAN)).toBe(false);
  expect(isSilent(told(BILAN), MSSS, BILAN)).toBe(true);
  expect(isSilent({ fault: undefined }, MSSS, BILAN)).toBe(false);
});
