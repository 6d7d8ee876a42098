import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { periodeCode } from '../vocabulary/exercice.ts';
import { isAbout, judgeMesure, readRegle } from './judge-mesure.ts';
import { lookupMesure, type MesureJugee, periodRank, serieKey, toSeries } from './lookup-mesure.ts';
import { type RegleEnVigueur, SeveriteRegle } from './regle.ts';

const at = (periode: string, valeur: number | null, more: Partial<MesureJugee> = {}): MesureJugee => ({
  periode,
  territoire: '01111',
  exigence: 'A-P5:AAOR',
  volet: null,
  unite: 'h',
  valeur,
  numerateur: null,
  denominateur: null,
  statut: valeur === null ? 'AUCUN_CAS' : 'PROVISOIRE',
  ...more,
});

async function lookUp(mesure: MesureJugee, before: readonly MesureJugee[] = []) {
  const series = await toSeries([...before, mesure]);
  return lookupMesure(mesure, series.get(serieKey(mesure)) ?? new Map());
}

const RULE: RegleEnVigueur = {
  id: 'SAUT:V1',
  code: 'SAUT',
  version: 1,
  nom: 'Saut',
  severite: SeveriteRegle.INFORMATION,
  expression: 'valeur <= 2 * valeurPrecedente',
  message: 'de {valeurPrecedente} à {valeur} ; médiane {medianePrecedentes} ; {numerateur} ; {rien}',
  remede: 'Vérifiez.',
  unites: [],
  exigences: [],
  fondement: 'INFERENCE',
};

describe('what an operande holds', () => {
  it('is what the measure says', async () => {
    const lookup = await lookUp(
      at('2027-2028-P03', 4, { volet: 'en personne', numerateur: 2, denominateur: 5 }),
    );
    expect(
      (['valeur', 'numerateur', 'denominateur', 'unite', 'exigence', 'volet', 'rangPeriode'] as const).map(
        lookup,
      ),
    ).toEqual([4, 2, 5, 'h', 'A-P5:AAOR', 'en personne', 3]);
    expect((['aucunCas', 'nonDisponible', 'supprimee'] as const).map(lookup)).toEqual([false, false, false]);
    expect((await lookUp(at('2027-2028-P03', null)))('aucunCas')).toBe(true);
  });

  it('counts the days of an exercice by the calendar', async () => {
    expect((await lookUp(at('2026-2027-P13', 1)))('joursExercice')).toBe(365);
    expect((await lookUp(at('2027-2028-P13', 1)))('joursExercice')).toBe(366);
  });

  it('is what the same measure said in the thirteen periods before, from one exercice to the next', async () => {
    const before = [
      at('2025-2026-P01', 100),
      at('2025-2026-P02', 8),
      at('2025-2026-P13', 2),
      at('2026-2027-P01', 4),
      at('2026-2027-P03', 900),
      at('2026-2027-P01', 500, { territoire: '06112' }),
      at('2026-2027-P01', 600, { volet: 'par téléphone' }),
    ];
    const lookup = await lookUp(at('2026-2027-P02', 5), before);
    expect(lookup('valeurPrecedente')).toBe(4);
    expect(lookup('nombrePrecedentes')).toBe(3);
    expect(lookup('medianePrecedentes')).toEqual({ over: 4n, under: 1n });
    expect(lookup('ecartMedianPrecedentes')).toEqual({ over: 2n, under: 1n });
  });

  it('is nothing when nothing was said, or when it was taken back', async () => {
    const lookup = await lookUp(at('2026-2027-P02', 5), [at('2026-2027-P01', 3), at('2026-2027-P01', null)]);
    expect(lookup('valeurPrecedente')).toBeNull();
    expect(lookup('medianePrecedentes')).toBeNull();
    expect(lookup('ecartMedianPrecedentes')).toBeNull();
    expect(lookup('nombrePrecedentes')).toBe(0);
  });

  it('ranks periods one after the other', () => {
    expect(periodRank(periodeCode('2026-2027', 1)) - periodRank(periodeCode('2025-2026', 13))).toBe(1);
  });
});

describe('a rule', () => {
  it('says what breaks it, in words, with what each name holds', async () => {
    const before = [at('2026-2027-P01', 1.5), at('2025-2026-P13', 2)];
    const broken = judgeMesure(readRegle(RULE), await lookUp(at('2026-2027-P02', 4), before));
    expect(broken).toMatchObject({
      message: 'de 1,5 à 4 ; médiane 1,75 ; inconnu ; {rien}',
      operandes: ['valeur', 'valeurPrecedente'],
    });
    expect(judgeMesure(readRegle(RULE), await lookUp(at('2026-2027-P02', 3), before))).toBeUndefined();
    expect(judgeMesure(readRegle(RULE), await lookUp(at('2026-2027-P02', 4)))).toBeUndefined();
  });

  it('is about measures of its units and exigences', () => {
    const mesure = at('2026-2027-P02', 1);
    expect(isAbout({ unites: [], exigences: [] }, mesure)).toBe(true);
    expect(isAbout({ unites: ['min', 'h'], exigences: ['A-P5:AAOR'] }, mesure)).toBe(true);
    expect(isAbout({ unites: ['min'], exigences: [] }, mesure)).toBe(false);
    expect(isAbout({ unites: [], exigences: ['A-P6:AAOR'] }, mesure)).toBe(false);
  });
});
