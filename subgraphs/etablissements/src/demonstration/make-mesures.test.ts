import 'reflect-metadata';
import { readJson } from '@palier/runtime/birth';
import { describe, expect, it } from 'vitest';
import { draw } from './draw.ts';
import { makeMesures } from './make-mesures.ts';
import { SPREADS } from './spreads.ts';
import type { ExigenceMesureeTable } from '../../tables/mesure.table.ts';

const exigences = readJson<ExigenceMesureeTable[]>(
  new URL('../../data/exigences-mesurees.json', import.meta.url),
);

// The cells that Annexe II of 003 fills with a number or a duration: L2251-2261, L2300-2305, L2339-2391; and two fiches.
const MEASURABLE = [
  ...['A-P5:AAOR', 'A-P6:AAOR', 'A-P7:AAOR', 'A-P8:CONSULT_SOCIALE', 'A-P8:CONSULT_PSY'],
  ...['A-P9:CONSULT_SOCIALE', 'A-P9:CONSULT_PSY', 'A-P10:AAOR', 'A-P10:CONSULT_SOCIALE', 'A-P10:CONSULT_PSY'],
  ...['A-P11:INFO_SOCIAL', 'A-G7:AAOR', 'F-A1:INFO_SOCIAL', 'F-A1:CRISE'],
];

describe('the exigences this level measures', () => {
  it('are those with a numeric threshold, so none is sans objet and none is of quality', () => {
    expect(exigences.map(({ code }) => code)).toEqual(MEASURABLE);
    expect(exigences.every(({ code }) => !code.startsWith('Q-'))).toBe(true);
  });

  it('each cite the document, and have a spread to make up from', () => {
    for (const { code, provenance } of exigences) {
      expect(provenance).toMatchObject({ origine: 'INFERENCE', document: '003' });
      expect(provenance.lignes).toMatch(/^L\d+-\d+$/);
      expect(SPREADS[code]).toBeDefined();
    }
  });
});

describe('made-up measures', () => {
  it('are the same each time', () => {
    expect(makeMesures(['01111', '06112'], exigences)).toEqual(makeMesures(['01111', '06112'], exigences));
  });

  it('come in the order of their identifiers, yearly ones at the thirteenth period', () => {
    const mesures = makeMesures(['06112', '01111'], exigences);
    const ids = mesures.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    const yearly = mesures.filter(({ unite }) => unite === 'j/an');
    expect(yearly.length).toBeGreaterThan(0);
    expect(yearly.every(({ rang }) => rang === 13)).toBe(true);
  });

  it('do not depend on the other territories', () => {
    const both = makeMesures(['01111', '06112'], exigences).filter((one) => one.territoire_code === '06112');
    expect(both).toEqual(makeMesures(['06112'], exigences));
  });
});

describe('a draw', () => {
  it('stays in [0, 1[ and is spread evenly', () => {
    const draws = Array.from({ length: 10_000 }, (_, index) => draw(`essai ${index}`));
    expect(draws.every((one) => one >= 0 && one < 1)).toBe(true);
    for (const tenth of Array.from({ length: 10 }, (_, index) => index / 10)) {
      const share = draws.filter((one) => one >= tenth && one < tenth + 0.1).length / draws.length;
      expect(share).toBeCloseTo(0.1, 1);
    }
  });
});
