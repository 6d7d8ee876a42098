import { describe, expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

const numberOf = (value: string | number) => readNumber({ value });

describe('a number', () => {
  it.each([
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['0', 0],
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234\u202f567', 1_234_567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1,234,567', 1_234_567],
    ['−3', -3],
    ['0,125', 0.125],
  ])('written « %s » is read', (written, nombre) => {
    expect(numberOf(written)).toEqual({ nombre });
  });

  it('with three digits after its only separator is read as decimal, and said to be ambiguous', () => {
    expect(numberOf('1,234')).toEqual({ nombre: 1.234, isAmbiguous: true });
    expect(numberOf('1.234')).toEqual({ nombre: 1.234, isAmbiguous: true });
  });

  it.each([
    ['12 %', 'POURCENTAGE_INATTENDU', 'dans son unité'],
    ['2026-04-01', 'DATE_INATTENDUE', 'Remplacez la date'],
    ['3/4/2026', 'DATE_INATTENDUE', 'Remplacez la date'],
    ['#DIV/0!', 'ERREUR_DE_CALCUL', 'formule'],
    ['#N/A', 'ERREUR_DE_CALCUL', 'formule'],
    ['1,2E+05', 'NOMBRE_ILLISIBLE', 'abrégé'],
    ['<5', 'NOMBRE_ILLISIBLE', 'SUPPRIMEE'],
    ['n/d', 'NOMBRE_ILLISIBLE', 'AUCUN_CAS'],
    ['-', 'NOMBRE_ILLISIBLE', 'Zéro s’écrit 0'],
    ['aucun cas', 'NOMBRE_ILLISIBLE', 'AUCUN_CAS'],
    ['12 h', 'NOMBRE_ILLISIBLE', 'sans unité'],
    ['1 23', 'NOMBRE_ILLISIBLE', 'seul'],
    ['1.2.3', 'NOMBRE_ILLISIBLE', 'seul'],
    ['99999999999999999999', 'NOMBRE_HORS_BORNES', 'unité'],
    ['1 000 000 000 000 000', 'NOMBRE_HORS_BORNES', 'unité'],
    ['0,0000000000001', 'NOMBRE_HORS_BORNES', 'virgule'],
  ])('is not guessed from « %s »', (written, code, remede) => {
    expect(numberOf(written)).toMatchObject({ code, remede: expect.stringContaining(remede) as string });
  });

  it.each([
    ['2,00000000000000000001', 2],
    ['123456789012345,67891', 123_456_789_012_345.67],
  ])('written « %s », of more digits than are kept, is said to be rounded', (written, nombre) => {
    expect(numberOf(written)).toEqual({ nombre, isRounded: true });
  });

  it('is not rounded by zeros at its end', () => {
    expect(numberOf(`2,5${'0'.repeat(40)}`)).toEqual({ nombre: 2.5 });
  });

  it('is not made of what a spreadsheet made a date, a truth or a percentage', () => {
    expect(readNumber({ value: new Date() })).toMatchObject({ code: 'DATE_INATTENDUE' });
    expect(readNumber({ value: true })).toMatchObject({ code: 'NOMBRE_ILLISIBLE' });
    expect(readNumber({ value: Number('1e400') })).toMatchObject({ code: 'NOMBRE_HORS_BORNES' });
    expect(readNumber({ value: 1e-10 })).toMatchObject({ code: 'NOMBRE_HORS_BORNES' });
    expect(readNumber({ value: 0.95, isPercent: true })).toMatchObject({ code: 'POURCENTAGE_INATTENDU' });
  });
});
