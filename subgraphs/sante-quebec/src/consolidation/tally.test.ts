import 'reflect-metadata';
import { listPeriodes } from '@palier/runtime/exercice';
import { describe, expect, it } from 'vitest';
import type { ExpectedCell } from '../canevas/canevas.queries.ts';
import type { PublishedMeasure, StatedExigence } from './ask-levels.ts';
import { tally } from './tally.ts';

const CONTACT: ExpectedCell = {
  exigence: 'A-P5:AAOR',
  volet: '',
  indicateur: 'I-A-P5',
  frequence: 'PERIODE_FINANCIERE',
};
const DAYS: ExpectedCell = { exigence: 'F-A1:CRISE', volet: '', indicateur: 'I-F-A1', frequence: 'EXERCICE' };

const stated = (code: string, valeur: number, comparateur: 'INFERIEUR_OU_EGAL' | 'EGAL'): StatedExigence => ({
  code,
  statut: 'FIXE',
  assertions: [{ source: 'FICHE', volet: null, seuil: { valeur, comparateur, unite: null, part: null } }],
});
const EXIGENCES = new Map([
  ['A-P5:AAOR', stated('A-P5:AAOR', 2, 'INFERIEUR_OU_EGAL')],
  ['F-A1:CRISE', stated('F-A1:CRISE', 365, 'EGAL')],
]);

const measure = (
  periode: string,
  valeur: number | null,
  fields: Partial<PublishedMeasure> = {},
): PublishedMeasure => ({
  id: periode,
  volet: null,
  valeur,
  unite: null,
  statut: 'FINALE',
  version: 1,
  periode: { code: `2025-2026-${periode}` },
  territoire: { code: '06112' },
  exigence: { code: 'A-P5:AAOR' },
  provenance: { origine: 'SAISIE' },
  ...fields,
});

/** A whole exercice, which is over. */
const WHOLE = { periodes: listPeriodes('2025-2026'), finie: '2025-2026-P13' };

const count = (cell: ExpectedCell, measures: readonly PublishedMeasure[], territoires = ['06112']) =>
  tally({
    ...{ territoires, owing: new Set(territoires), cells: [cell], measures, exigences: EXIGENCES },
    ...WHOLE,
  }).map(({ conformes, nonConformes, indetermines, sansVerdict, absents }) => [
    conformes,
    nonConformes,
    indetermines,
    sansVerdict,
    absents,
  ]);

describe('the counts of a territory', () => {
  it('read each measure as often, however many there are', () => {
    const readsOfEach = (many: number): number => {
      let reads = 0;
      const territoires = Array.from({ length: many / 10 }, (_, rank) => `T${rank}`);
      const measures = Array.from({ length: many }, (_, rank) => {
        const one = measure(`P${String((rank % 10) + 1).padStart(2, '0')}`, 1, {
          territoire: { code: territoires[Math.floor(rank / 10)] ?? '' },
        });
        return Object.defineProperty({ ...one }, 'territoire', {
          get: () => {
            reads += 1;
            return one.territoire;
          },
        });
      });
      expect(count(CONTACT, measures, territoires)).toEqual(territoires.map(() => [10, 0, 0, 0, 3]));
      return reads / many;
    };
    expect(readsOfEach(5_000)).toBe(readsOfEach(50));
  });

  it('add up to the thirteen periods', () => {
    expect(count(CONTACT, [measure('P01', 1), measure('P02', 3), measure('P03', null)])).toEqual([
      [1, 1, 0, 1, 10],
    ]);
  });

  it('expect one value a year from a yearly indicateur, that of the thirteenth period', () => {
    const yearly = (periode: string, valeur: number) =>
      measure(periode, valeur, { exigence: { code: 'F-A1:CRISE' } });
    expect(count(DAYS, [])).toEqual([[0, 0, 0, 0, 1]]);
    expect(count(DAYS, [yearly('P13', 365), yearly('P12', 300)])).toEqual([[1, 0, 0, 0, 0]]);
    expect(count(DAYS, [yearly('P05', 365)])).toEqual([[0, 0, 0, 0, 1]]);
  });

  it('expect nothing of a yearly indicateur when its period is not asked for', () => {
    const ofPeriodes = (...periodes: string[]) =>
      tally({
        owing: new Set(['06112']),
        territoires: ['06112'],
        cells: [CONTACT, DAYS],
        periodes,
        finie: '2025-2026-P13',
        measures: [],
        exigences: EXIGENCES,
      }).map(({ cell, absents }) => [cell.exigence, absents]);
    expect(ofPeriodes('2025-2026-P01')).toEqual([['A-P5:AAOR', 1]]);
    expect(ofPeriodes('2025-2026-P01', '2025-2026-P13')).toEqual([
      ['A-P5:AAOR', 2],
      ['F-A1:CRISE', 1],
    ]);
  });

  it('are absent once their period is over, and expected before', () => {
    const on = (finie: string, ...measures: readonly PublishedMeasure[]) =>
      tally({
        ...{ territoires: ['06112'], owing: new Set(['06112']), cells: [CONTACT, DAYS], measures },
        ...{ ...WHOLE, finie, exigences: EXIGENCES },
      }).map(({ absents, attendues }) => [absents, attendues]);
    expect(on('2024-2025-P13')).toEqual([
      [0, 13],
      [0, 1],
    ]);
    expect(on('2025-2026-P08')).toEqual([
      [8, 5],
      [0, 1],
    ]);
    // The ninth is measured before it is over.
    expect(on('2025-2026-P08', measure('P01', 1), measure('P09', 1))).toEqual([
      [7, 4],
      [0, 1],
    ]);
    expect(on('2025-2026-P13')).toEqual([
      [13, 0],
      [1, 0],
    ]);
  });

  it('take the last version of a measure', () => {
    expect(count(CONTACT, [measure('P01', 1, { version: 2 }), measure('P01', 9)])).toEqual([
      [1, 0, 0, 0, 12],
    ]);
  });

  it('never judge a value that is withheld', () => {
    for (const statut of ['NON_DISPONIBLE', 'SUPPRIMEE'])
      expect(count(CONTACT, [measure('P01', 1, { statut })])).toEqual([[0, 0, 0, 1, 12]]);
  });

  it('leave out what the canevas does not ask for', () => {
    const outside = [
      measure('P01', 1, { exigence: { code: 'A-P6:AAOR' } }),
      measure('P01', 1, { territoire: { code: '99999' } }),
      measure('P01', 1, { volet: 'en personne' }),
      measure('P01', 1, { exigence: null }),
    ];
    expect(count(CONTACT, outside)).toEqual([[0, 0, 0, 0, 13]]);
  });

  it('are made up where a measure that is counted is, whatever the others are', () => {
    const fictif = { provenance: { origine: 'DEMONSTRATION' } };
    const isMadeUp = (...measures: readonly PublishedMeasure[]) =>
      tally({
        ...{ territoires: ['06112'], owing: new Set(['06112']), cells: [CONTACT] },
        ...{ measures, exigences: EXIGENCES, ...WHOLE },
      }).map((one) => one.fictif);
    expect(isMadeUp(measure('P01', 1), measure('P02', 1, fictif))).toEqual([true]);
    expect(
      isMadeUp(measure('P01', 1), measure('P02', 1, { ...fictif, exigence: { code: 'A-P6:AAOR' } })),
    ).toEqual([false]);
  });

  it('are of what is owed, and of what is measured where nothing is owed', () => {
    const counted = tally({
      ...{ territoires: ['06112', '17011'], owing: new Set(['06112']), cells: [CONTACT, DAYS] },
      ...{ measures: [measure('P01', 1, { territoire: { code: '17011' } })], exigences: EXIGENCES },
      ...WHOLE,
    });
    expect(
      counted.map(({ territoire, cell, conformes, absents }) => [
        territoire,
        cell.exigence,
        conformes,
        absents,
      ]),
    ).toEqual([
      ['06112', 'A-P5:AAOR', 0, 13],
      ['06112', 'F-A1:CRISE', 0, 1],
      ['17011', 'A-P5:AAOR', 1, 0],
      ['17011', 'F-A1:CRISE', 0, 0],
    ]);
  });

  it('are given for a territory without any measure', () => {
    expect(count(CONTACT, [measure('P01', 1)], ['06112', '06131'])).toEqual([
      [1, 0, 0, 0, 12],
      [0, 0, 0, 0, 13],
    ]);
  });
});
