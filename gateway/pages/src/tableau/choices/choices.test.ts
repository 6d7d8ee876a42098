import { Refusal } from '@palier/gateway/errors/errors';
import { describe, expect, it } from 'vitest';
import { MSSS, SANTE_QUEBEC } from '../shown/level.ts';
import type { TableauChoixQuery } from '../../operations/operations.ts';
import {
  type CampagneLue,
  type Choices,
  choicesOf,
  type IndicateurLu,
  openOnMeasured,
  readChoices,
} from './choices.ts';
import { chosenOf, toView } from './view-link.tsx';

const indicateur = (code: string, volets: string[], frequence: IndicateurLu['frequence']): IndicateurLu => ({
  code: `I-${code}`,
  nom: code,
  unite: 'h',
  direction: 'PLUS_BAS_MIEUX',
  frequence,
  volets,
  exigences: [{ code: `${code}:AAOR`, service: { code: 'AAOR', nom: 'AAOR' } }],
});
const campagne = (
  code: string,
  periodes: string[],
  courante: boolean,
  asked: string[] = ['A:AAOR', 'B:AAOR'],
): CampagneLue => ({
  code,
  nom: code,
  exercice: code,
  periodes,
  courante,
  statut: 'OUVERTE',
  canevas: { cellules: asked.map((exigenceCode) => ({ exigenceCode })) },
  provenance: { origine: 'SAISIE' },
});
const INDICATEUR = indicateur('A', ['en personne', 'par téléphone'], 'PERIODE_FINANCIERE');
const CHOIX: TableauChoixQuery = {
  campagnes: {
    totalCount: 2,
    nodes: [
      campagne('2024-2025', ['2024-2025-P12', '2024-2025-P13'], false),
      campagne('2025-2026', [], true),
    ],
    absence: null,
  },
  indicateurs: [INDICATEUR, indicateur('B', [], 'EXERCICE')],
};
const read = (query: string) => choicesOf(readChoices(CHOIX, new URLSearchParams(query)))!;

it('looks first at the current campagne', () => {
  const { exigence, campagne: chosen, periode, periodes, volet } = read('');
  expect([exigence.code, chosen.code, periode, volet]).toEqual([
    'A:AAOR',
    '2025-2026',
    '2025-2026-P13',
    'en personne',
  ]);
  expect(periodes).toHaveLength(13);
});

describe('an exigence that the campagne does not ask', () => {
  const OTHER: TableauChoixQuery = {
    ...CHOIX,
    campagnes: { totalCount: 1, nodes: [campagne('2026-2027', [], true, ['B:AAOR'])], absence: null },
  };
  const readOther = (query: string) => choicesOf(readChoices(OTHER, new URLSearchParams(query)))!;

  it('is not what the page opens on', () => {
    const { exigence, isAsked, notes } = readOther('');
    expect([exigence.code, isAsked, notes]).toEqual(['B:AAOR', true, []]);
  });

  it('is said so where it is asked for, and no période is said to be asked', () => {
    const choices = readOther('exigence=A:AAOR');
    expect(choices.isAsked).toBe(false);
    expect(measuredAt(choices).notes).toEqual(['Cette campagne ne demande pas cette exigence.']);
  });

  it('is not told from one that is, where the canevas could not be read', () => {
    const nodes = [{ ...campagne('2026-2027', [], true), canevas: null }];
    const unread = { ...CHOIX, campagnes: { totalCount: 1, nodes, absence: null } };
    const { isAsked, notes } = choicesOf(readChoices(unread, new URLSearchParams('exigence=A:AAOR')))!;
    expect([isAsked, notes]).toEqual([undefined, []]);
  });
});

it('carries a choice from an address to another', () => {
  const query = '?exigence=A%3AAAOR&campagne=2024-2025&periode=2024-2025-P12&volet=par+t%C3%A9l%C3%A9phone';
  const chosen = chosenOf(read(query));
  expect(toView({ to: '/tableau' }, chosen)).toBe(`/tableau${query}`);
  expect(toView({ to: '/tableau/exigence/A:AAOR' }, chosen)).toBe(
    '/tableau/exigence/A:AAOR?campagne=2024-2025&periode=2024-2025-P12&volet=par+t%C3%A9l%C3%A9phone',
  );
});

it('carries no période that nobody chose', () => {
  expect(toView({ to: '/tableau' }, chosenOf(read('exigence=B:AAOR')))).toBe(
    '/tableau?exigence=B%3AAAOR&campagne=2025-2026',
  );
});

it('writes what a link chooses otherwise, and what its view alone takes', () => {
  const chosen = {
    exigence: 'A:AAOR',
    campagne: '2024-2025',
    periode: '2024-2025-P12',
    volet: 'en personne',
  };
  const to = '/tableau/etablissement/11045127';
  expect(toView({ to, more: { etat: 'ABSENTE', apres: undefined }, anchor: 'obligations' }, chosen)).toBe(
    `${to}?campagne=2024-2025&etat=ABSENTE#obligations`,
  );
  expect(
    toView(
      { to: '/tableau/comparer', choose: { exigence: 'B:AAOR', volet: null }, more: { a: '06112' } },
      chosen,
    ),
  ).toBe('/tableau/comparer?exigence=B%3AAAOR&campagne=2024-2025&a=06112');
});

const measuredAt = (choices: Choices, ...periodes: string[]): Choices =>
  openOnMeasured(choices, {
    mesures: {
      repartition: periodes.map((cle) => ({ cle, libelle: cle, nombre: 1, fictifs: 0 })),
      origine: 'SAISIE',
    },
  });

describe('where no période is asked', () => {
  it('opens on the last that has a measure, and says so', () => {
    const { periode, notes } = measuredAt(read(''), '2025-2026-P01', '2025-2026-P05');
    expect(periode).toBe('2025-2026-P05');
    expect(notes).toEqual([
      'Voici la période 5 de 2025-2026, la dernière dont une mesure est connue ; la campagne va jusqu’à la période 13 de 2025-2026.',
    ]);
  });

  it('opens on the first of a campagne that has no measure yet, and says so', () => {
    const { periode, notes } = measuredAt(read(''));
    expect(periode).toBe('2025-2026-P01');
    expect(notes).toEqual([expect.stringContaining('Aucune mesure de cette exigence n’est encore connue')]);
  });

  it('says that the one that was asked is not there', () => {
    const { periode, notes } = measuredAt(read('campagne=2024-2025&periode=2025-2026-P01'), '2024-2025-P12');
    expect(periode).toBe('2024-2025-P12');
    expect(notes).toEqual([
      expect.stringContaining('la période « 2025-2026-P01 »'),
      expect.stringContaining('Voici la période 12 de 2024-2025'),
    ]);
  });

  it('takes what could not be read for no absence', () => {
    expect(openOnMeasured(read(''), { mesures: null })).toMatchObject({
      periode: '2025-2026-P13',
      notes: [],
    });
  });

  it('keeps the one that is asked', () => {
    const { periode, notes } = measuredAt(read('periode=2025-2026-P09'), '2025-2026-P05');
    expect([periode, notes]).toEqual(['2025-2026-P09', []]);
  });
});

it('asks a yearly measure once a year, and drops a volet where there is none', () => {
  const { periodes, volet, notes } = read('exigence=B:AAOR&volet=en+personne');
  expect([periodes, volet, notes]).toEqual([['2025-2026-P13'], null, []]);
});

it.each(['exigence=X', 'campagne=1999-2000', 'volet=x', 'periode=2025-2026-P14'])(
  'refuses what does not exist: %s',
  (query) => {
    expect(() => read(query)).toThrow(Refusal);
  },
);

it('names what was likely meant', () => {
  expect(() => read('periode=2025-2026-P1')).toThrow(/« 2025-2026-P1 ».*Vouliez-vous dire « 2025-2026-P01 »/);
});

it.each([
  ['the campagnes', { ...CHOIX, campagnes: null }, SANTE_QUEBEC],
  ['one campagne', { ...CHOIX, campagnes: { totalCount: 1, nodes: [null], absence: null } }, SANTE_QUEBEC],
  ['all the campagnes', { ...CHOIX, campagnes: { ...CHOIX.campagnes!, totalCount: 3 } }, SANTE_QUEBEC],
  ['what is measured', { ...CHOIX, indicateurs: null }, SANTE_QUEBEC],
  ['the exigences', { ...CHOIX, indicateurs: [{ ...INDICATEUR, exigences: null }] }, MSSS],
  ['one exigence', { ...CHOIX, indicateurs: [{ ...INDICATEUR, exigences: [null] }] }, MSSS],
])('says which level did not answer when %s could not be read', (_, choix, silent) => {
  expect(readChoices(choix, new URLSearchParams())).toEqual({ silent });
});

it('does not blame a level that told that no campagne is open', () => {
  const absence = { motif: 'Aucune campagne n’est ouverte.', doitRepondre: null, mandat: null };
  const choix = { ...CHOIX, campagnes: { totalCount: 0, nodes: [], absence } };
  expect(readChoices(choix, new URLSearchParams())).toEqual({ absence });
});
