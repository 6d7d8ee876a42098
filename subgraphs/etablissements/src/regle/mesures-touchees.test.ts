import type { Work } from '@palier/runtime/context';
import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Subgraph } from '@palier/runtime/subgraph';
import { etablissements } from '../subgraph.ts';
import { readMesuresTouchees } from './mesures-touchees.loader.ts';

const SETTINGS = { demonstration: 'CHARGEE' } as const;

let level: SubgraphUnderTest;
let program: Subgraph;
beforeAll(async () => {
  level = await openForTest(etablissements, SETTINGS);
  program = await etablissements.open(level.database, SETTINGS);
});
afterAll(() => level.close());

it('counts for what its expression takes', async () => {
  const spentOn = async (expression: string): Promise<number> => {
    let spent = 0;
    const work: Work = { spend: (values) => (spent += values), pauseIfDue: () => undefined };
    const touched = await readMesuresTouchees(program.createContext(undefined, undefined, work), {
      unites: [],
      exigences: ['A-P5:AAOR'],
      expression,
    });
    expect(touched?.jugees).toBeGreaterThan(0);
    return spent;
  };
  const short = await spentOn('valeur >= 0');
  const long = await spentOn(`${Array.from({ length: 60 }, () => 'valeur').join('+')} >= 0`);
  expect(long).toBeGreaterThan(5 * short);
});
