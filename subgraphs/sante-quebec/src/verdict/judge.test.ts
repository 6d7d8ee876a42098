import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import type { JudgedExigence, SourceStatement, Threshold } from './judgement.ts';
import { isMet, mostOf, sayThreshold } from './threshold.ts';

const seuil = (fields: Partial<Threshold>): Threshold => ({
  valeur: null,
  comparateur: null,
  unite: null,
  part: null,
  ...fields,
});

const says = (
  source: 'ANNEXE_II' | 'FICHE',
  threshold: Partial<Threshold>,
  volet: string | null = null,
): SourceStatement => ({ source, volet, seuil: seuil(threshold) });

const exigence = (fields: Partial<JudgedExigence>): JudgedExigence => ({
  code: 'A-P5:AAOR',
  statut: 'FIXE',
  assertions: [],
  ecarts: [],
  ...fields,
});

const PREMIER_CONTACT = exigence({
  assertions: [
    says('ANNEXE_II', { valeur: 2, comparateur: 'INFERIEUR_OU_EGAL', unite: 'h' }),
    says('FICHE', { valeur: 2, comparateur: 'INFERIEUR_OU_EGAL', unite: 'h' }),
  ],
  ecarts: [{ code: 'D-37' }],
});

const INFO_SOCIAL = exigence({
  code: 'A-P11:INFO_SOCIAL',
  assertions: [
    says('ANNEXE_II', { valeur: 4, comparateur: 'INFERIEUR', unite: 'min', part: 90 }),
    says('FICHE', { valeur: 4, comparateur: 'INFERIEUR_OU_EGAL', unite: 'min', part: 90 }),
  ],
  ecarts: [{ code: 'D-02' }],
});

const HEURES_AAOR = exigence({
  code: 'A-G7:AAOR',
  assertions: ['en personne', 'par téléphone'].flatMap((volet) => [
    says('ANNEXE_II', { valeur: 70, unite: 'h/sem' }, volet),
    says('FICHE', { valeur: 70, comparateur: 'SUPERIEUR_OU_EGAL', unite: 'h/sem' }, volet),
  ]),
  ecarts: [{ code: 'D-03' }],
});

const measure = (valeur: number | null, unite: string | null = null, volet: string | null = null) => ({
  valeur,
  unite,
  volet,
});

describe('a measure whose sources agree', () => {
  it('is conforme within the threshold, the threshold itself included', () => {
    for (const valeur of [0, 1.5, 2])
      expect(judge(measure(valeur, 'h'), PREMIER_CONTACT).etat).toBe('CONFORME');
  });

  it('is non conforme beyond, and says the figure and the threshold', () => {
    expect(judge(measure(2.5, 'h'), PREMIER_CONTACT)).toMatchObject({
      etat: 'NON_CONFORME',
      motif: 'Mesure : 2,5 h ; seuil : au plus 2 h.',
      parSource: [
        { source: 'ANNEXE_II', etat: 'NON_CONFORME', note: null },
        { source: 'FICHE', etat: 'NON_CONFORME', note: null },
      ],
    });
  });

  it.each([
    [2.0001, 'NON_CONFORME', '2,0001'],
    [2.0000000000000004, 'NON_CONFORME', '2,0000000000000004'],
    [1.9999999, 'CONFORME', '1,9999999'],
    [1e-7, 'CONFORME', '0,0000001'],
    [1234.5, 'NON_CONFORME', '1 234,5'],
  ])('says %f with all its digits: none is rounded to the threshold that it misses', (valeur, etat, said) => {
    const verdict = judge(measure(valeur, 'h'), PREMIER_CONTACT);
    expect(verdict.etat).toBe(etat);
    expect(verdict.motif.replaceAll('\u00a0', ' ')).toBe(`Mesure : ${said} h ; seuil : au plus 2 h.`);
  });

  it('always lists the écarts of its exigence', () => {
    expect(judge(measure(1, 'h'), PREMIER_CONTACT).ecarts).toEqual([{ code: 'D-37' }]);
    expect(judge(measure(null), PREMIER_CONTACT).ecarts).toEqual([{ code: 'D-37' }]);
  });
});

describe('sources that disagree on the comparator', () => {
  it('leave a value of exactly 4 min undetermined, with both verdicts and the écart', () => {
    const verdict = judge(measure(4, 'min'), INFO_SOCIAL);
    expect(verdict.etat).toBe('INDETERMINE');
    expect(verdict.parSource.map(({ source, etat }) => [source, etat])).toEqual([
      ['ANNEXE_II', 'NON_CONFORME'],
      ['FICHE', 'CONFORME'],
    ]);
    expect(verdict.ecarts).toEqual([{ code: 'D-02' }]);
    expect(verdict.motif).toBe(
      'Les sources se contredisent pour 4 min : l’Annexe II (moins de 4 min, pour 90 %) donne non conforme ; la fiche (au plus 4 min, pour 90 %) donne conforme.',
    );
  });

  it('do not matter to a value on which both agree', () => {
    expect(judge(measure(3.5, 'min'), INFO_SOCIAL).etat).toBe('CONFORME');
    expect(judge(measure(4.5, 'min'), INFO_SOCIAL).etat).toBe('NON_CONFORME');
  });
});

describe('a bare value of Annexe II', () => {
  it('is read with the comparator of the fiche, and said so', () => {
    const verdict = judge(measure(65, 'h/sem', 'en personne'), HEURES_AAOR);
    expect(verdict.etat).toBe('NON_CONFORME');
    expect(verdict.parSource.map(({ etat }) => etat)).toEqual(['NON_CONFORME', 'NON_CONFORME']);
    expect(verdict.parSource[0]).toMatchObject({
      source: 'ANNEXE_II',
      seuil: { valeur: 70, comparateur: null },
      note: 'Valeur nue, lue « au moins 70 h/sem » d’après l’autre source (déduit).',
    });
  });

  it('makes 72 h by telephone conforme, with the écart shown', () => {
    expect(judge(measure(72, 'h/sem', 'par téléphone'), HEURES_AAOR)).toMatchObject({
      etat: 'CONFORME',
      ecarts: [{ code: 'D-03' }],
    });
  });

  it('gives no verdict when no source says how to compare', () => {
    const bare = exigence({ assertions: [says('ANNEXE_II', { valeur: 70 })] });
    expect(judge(measure(80), bare)).toMatchObject({
      etat: 'SANS_VERDICT',
      motif: 'Valeur nue : aucune source ne dit comment comparer.',
    });
  });
});

describe('a volet', () => {
  it('is compared with its own thresholds only', () => {
    const uneven = exigence({
      assertions: [
        says('FICHE', { valeur: 70, comparateur: 'SUPERIEUR_OU_EGAL' }, 'en personne'),
        says('FICHE', { valeur: 40, comparateur: 'SUPERIEUR_OU_EGAL' }, 'par téléphone'),
      ],
    });
    expect(judge(measure(50, null, 'en personne'), uneven).etat).toBe('NON_CONFORME');
    expect(judge(measure(50, null, 'par téléphone'), uneven).etat).toBe('CONFORME');
  });

  it('gets no verdict when the measure does not name it, or names one nobody speaks of', () => {
    expect(judge(measure(80, 'h/sem'), HEURES_AAOR)).toMatchObject({ etat: 'SANS_VERDICT', parSource: [] });
    expect(judge(measure(80, 'h/sem', 'en ligne'), HEURES_AAOR).motif).toContain('« en ligne »');
    expect(judge(measure(1, 'h', 'en personne'), PREMIER_CONTACT).etat).toBe('SANS_VERDICT');
  });
});

const URGENCE = exigence({
  code: 'A-P10:AAOR',
  assertions: [
    says('ANNEXE_II', {
      valeur: 24,
      comparateur: 'INFERIEUR_OU_EGAL',
      unite: 'h',
      condition: 'le degré d’urgence',
      texte: 'au plus 24 h, selon le degré d’urgence',
    }),
    says('FICHE', {
      valeur: 24,
      comparateur: 'INFERIEUR_OU_EGAL',
      unite: 'h',
      condition: 'le degré d’urgence',
      texte: 'immédiat, ou au plus tard 24 h, selon le degré d’urgence',
    }),
  ],
  ecarts: [{ code: 'D-04' }],
});

describe('a threshold that depends on what the measure does not carry', () => {
  it('leaves undetermined what meets the bound, and says the condition', () => {
    for (const valeur of [0.1, 20, 24]) expect(judge(measure(valeur, 'h'), URGENCE).etat).toBe('INDETERMINE');
    expect(judge(measure(20, 'h'), URGENCE)).toMatchObject({
      motif:
        'Mesure : 20 h ; l’Annexe II (au plus 24 h, selon le degré d’urgence) ne décide pas ; la fiche (immédiat, ou au plus tard 24 h, selon le degré d’urgence) ne décide pas : la mesure ne porte pas le degré d’urgence.',
      parSource: [{ etat: 'INDETERMINE' }, { etat: 'INDETERMINE' }],
    });
  });

  it('still judges what every reading of it decides: beyond the bound, and at once', () => {
    expect(judge(measure(24.5, 'h'), URGENCE).etat).toBe('NON_CONFORME');
    expect(judge(measure(0, 'h'), URGENCE).etat).toBe('CONFORME');
    expect(judge(measure(30, 'h'), URGENCE).parSource[1]?.note).toBe(
      'Vaut quoi que dise le degré d’urgence.',
    );
  });

  it('decides nothing where it is not known which way the condition pulls', () => {
    const floor = exigence({
      assertions: [says('FICHE', { valeur: 70, comparateur: 'SUPERIEUR_OU_EGAL', condition: 'les besoins' })],
    });
    for (const valeur of [0, 60, 80]) expect(judge(measure(valeur), floor).etat).toBe('INDETERMINE');
  });
});

describe('a threshold aimed at for a year', () => {
  const aimed = exigence({
    assertions: [
      says('FICHE', { valeur: 4, comparateur: 'INFERIEUR_OU_EGAL', unite: 'min', echeance: '2015' }),
    ],
  });
  const of = (valeur: number, exercice: string | null) => ({ ...measure(valeur, 'min'), exercice });

  it('fails nobody before the year is surely past, and says so', () => {
    for (const exercice of ['2012-2013', '2014-2015', '2015-2016'])
      expect(judge(of(5, exercice), aimed).etat).toBe('INDETERMINE');
    expect(judge(of(5, '2014-2015'), aimed).motif).toContain(
      'l’exercice 2014-2015 ne suit pas l’échéance de 2015',
    );
  });

  it('is met as soon as it is met, and fails afterwards, or as of today', () => {
    for (const exercice of ['2012-2013', '2016-2017', '2025-2026', null]) {
      expect(judge(of(4, exercice), aimed).etat).toBe('CONFORME');
    }
    for (const exercice of ['2016-2017', '2025-2026', null])
      expect(judge(of(5, exercice), aimed).etat).toBe('NON_CONFORME');
  });
});

describe('a value that its unit cannot count', () => {
  it('is refused where it is entered: the rule and the verdict count a year alike', () => {
    const regles = JSON.parse(
      readFileSync(new URL('../../data/regles-validation.json', import.meta.url), 'utf8'),
    ) as { code: string; expression: string }[];
    const { expression } = regles.find(({ code }) => code === 'JOURS_DANS_L_EXERCICE')!;
    expect(expression).toBe(`valeur <= ${mostOf('j/an')}`);
  });

  it.each([
    [-1, 'h', PREMIER_CONTACT],
    [
      200,
      'h/sem',
      exigence({
        assertions: [says('FICHE', { valeur: 70, comparateur: 'SUPERIEUR_OU_EGAL', unite: 'h/sem' })],
      }),
    ],
    [
      366,
      'j/an',
      exigence({ assertions: [says('FICHE', { valeur: 365, comparateur: 'EGAL', unite: 'j/an' })] }),
    ],
  ])('is not judged: %s %s', (valeur, unite, asked) => {
    const verdict = judge(measure(valeur, unite), asked);
    expect(verdict.etat).toBe('SANS_VERDICT');
    expect(verdict.motif).toMatch(/^La valeur /);
  });
});

describe('what a verdict supposes of the measure', () => {
  it.each([
    [{ declencheur: 'acceptation de la demande' }, 'Délai compté depuis : acceptation de la demande.'],
    [{ part: 90 }, 'Valeur lue comme celle du 90e centile (règle de l’indicateur, déduite).'],
    [{ echeance: '2015' }, 'Visé d’ici 2015.'],
    [{ unite: 'jours' }, expect.stringContaining('ouvrables')],
  ])('is said by source: %o', (fields, note) => {
    const asked = exigence({
      assertions: [says('FICHE', { valeur: 7, comparateur: 'INFERIEUR_OU_EGAL', ...fields })],
    });
    for (const valeur of [6, 8]) expect(judge(measure(valeur), asked).parSource[0]?.note).toEqual(note);
  });
});

describe('why no threshold is in figures', () => {
  it('is that the measure names no volet, when there is a threshold for each', () => {
    expect(judge(measure(70, 'h/sem'), HEURES_AAOR).motif).toBe(
      'Les sources donnent un seuil par volet, et la mesure ne dit pas lequel : `volet` doit être « en personne » ou « par téléphone ».',
    );
  });

  it('is that the measure names a volet that the exigence has not', () => {
    expect(judge(measure(70, 'h/sem', 'en ligne'), HEURES_AAOR).motif).toBe(
      'Aucune source ne donne de seuil pour le volet « en ligne » : `volet` doit être « en personne » ou « par téléphone ».',
    );
    expect(judge(measure(1, 'h', 'en personne'), PREMIER_CONTACT).motif).toBe(
      'L’exigence n’a pas de volet, et la mesure en nomme un : « en personne ».',
    );
  });

  it('is that the threshold is no single number, in the words of the sources', () => {
    const always = exigence({
      assertions: [
        says('ANNEXE_II', { texte: '24 h par jour, 7 jours par semaine' }),
        says('FICHE', { texte: '24 h par jour, 7 jours par semaine, 365 jours par année' }),
      ],
    });
    expect(judge(measure(24), always).motif).toBe(
      'Le seuil n’est pas un nombre seul, auquel une valeur se compare : « 24 h par jour, 7 jours par semaine » ; « 24 h par jour, 7 jours par semaine, 365 jours par année ».',
    );
  });

  it('is the status, and that a source says otherwise when one does', () => {
    const contested = exigence({
      statut: 'SANS_OBJET',
      assertions: [
        { source: 'ANNEXE_II', statut: 'SANS_OBJET', volet: null, seuil: null },
        { source: 'FICHE', statut: 'FIXE', volet: null, seuil: null },
      ],
    });
    expect(judge(measure(1), contested).motif).toMatch(/sans objet.*Une source dit autre chose/);
  });
});

describe('no verdict is given', () => {
  it.each([
    ['REALITES_REGIONALES', /réalités régionales/],
    ['SANS_OBJET', /sans objet/],
    ['NON_DIT', /Aucune source ne dit rien/],
  ] as const)('when the exigence is %s, even if a threshold lingers', (statut, motif) => {
    const verdict = judge(measure(1, 'h'), { ...PREMIER_CONTACT, statut });
    expect(verdict).toMatchObject({ etat: 'SANS_VERDICT', parSource: [] });
    expect(verdict.motif).toMatch(motif);
  });

  it('on a measure without a value', () => {
    expect(judge(measure(null, 'h'), PREMIER_CONTACT).motif).toBe('La mesure ne donne pas de valeur.');
  });

  it('on a threshold that is not a number, or is missing', () => {
    const immediat = exigence({ assertions: [says('FICHE', { comparateur: 'EGAL' })] });
    const silent = exigence({ assertions: [{ source: 'FICHE', volet: null, seuil: null }] });
    expect(judge(measure(1), immediat).etat).toBe('SANS_VERDICT');
    expect(judge(measure(1), silent).motif).toMatch(/seuil chiffré/);
  });

  it('on a quality row, whatever its threshold', () => {
    for (const [code, lignes] of [
      ['Q-P4:CONSULT_SOCIALE', 'L2395-2400'],
      ['Q-O3:AAOR', 'L2515-2520'],
      ['F-Q2:AAOR', 'L2395-2400'],
    ] as const)
      expect(judge(measure(1, 'h'), { ...PREMIER_CONTACT, code })).toMatchObject({
        etat: 'SANS_VERDICT',
        motif: expect.stringContaining(lignes),
      });
  });

  it('on a unit that is not the threshold’s', () => {
    expect(judge(measure(1, 'jours'), PREMIER_CONTACT)).toMatchObject({
      etat: 'SANS_VERDICT',
      motif: 'La mesure est en « jours » et le seuil en « h » : ils ne se comparent pas.',
    });
  });
});

describe('a single source', () => {
  it('decides alone', () => {
    const annual = exigence({
      code: 'F-A1:CRISE',
      assertions: [says('FICHE', { valeur: 365, comparateur: 'EGAL', unite: 'j/an' })],
    });
    expect(judge(measure(365, 'j/an'), annual).etat).toBe('CONFORME');
    expect(judge(measure(364, 'j/an'), annual).etat).toBe('NON_CONFORME');
  });
});

describe('a comparator', () => {
  it('holds as written', () => {
    const outcomes = (comparateur: Parameters<typeof isMet>[1]) =>
      [1, 2, 3].map((value) => isMet(value, comparateur, 2));
    expect(outcomes('INFERIEUR')).toEqual([true, false, false]);
    expect(outcomes('INFERIEUR_OU_EGAL')).toEqual([true, true, false]);
    expect(outcomes('EGAL')).toEqual([false, true, false]);
    expect(outcomes('SUPERIEUR_OU_EGAL')).toEqual([false, true, true]);
    expect(outcomes('SUPERIEUR')).toEqual([false, false, true]);
  });

  it('is never invented for a bare value', () => {
    expect(sayThreshold(seuil({ valeur: 70, unite: 'h/sem' }))).toBe('70 h/sem');
  });
});
