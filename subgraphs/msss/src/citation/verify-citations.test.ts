import { describe, expect, it } from 'vitest';
import { listFacts } from './list-facts.ts';
import { indexText, verifyCitation } from './verify-citations.ts';

/** Sixty lines that have nothing in common but a few words. */
const NAMES = [
  'bouleau',
  'érable',
  'mélèze',
  'sapin',
  'tremble',
  'pruche',
  'frêne',
  'noyer',
  'orme',
  'chêne',
];
const LINES = Array.from({ length: 60 }, (_, index) =>
  [0, 1, 2, 3]
    .map((turn) => `${NAMES[(index + turn) % 10]}${NAMES[Math.floor(index / 10 + turn) % 10]}`)
    .join(' '),
);
const text = indexText(LINES);

const cite = (lignes: string, enonce = LINES[29]!) =>
  listFacts(
    {
      name: 'mandat',
      key: ['code'],
      rows: [{ code: 'M1', enonce, provenance: { origine: 'TEXTE', document: '004', lignes } }],
    },
    new Map(),
  )[0]!;

describe('a citation', () => {
  it('holds where its lines hold the words of the fact, in other forms too', () => {
    expect(verifyCitation(cite('L30'), text)).toBeUndefined();
    expect(verifyCitation(cite('L30', LINES[29]!.replaceAll(' ', 's, ')), text)).toBeUndefined();
  });

  it.each([5, -5, 20, -20])(
    'that was moved by %i lines is found, with the words and where they are',
    (moved) => {
      const fault = verifyCitation(cite(`L${30 + moved}`), text);
      expect(fault?.decalage).toBe(-moved);
      expect(fault?.mots.length).toBeGreaterThan(0);
    },
  );

  it('of lines that the text does not have is found', () => {
    expect(verifyCitation(cite('L58-61'), text)).toMatchObject({ mots: [], decalage: undefined });
  });

  it('of a fact that has almost no word of the document is let be', () => {
    expect(verifyCitation(cite('L10', 'tout autre chose'), text)).toBeUndefined();
  });
});

it('leaves out what is deduced, and keeps of a text that names lines what it says of these', () => {
  const detail = 'L’annexe dit trois (L2). La fiche dit quatre (L9).';
  const provenances = ['L2', 'L9'].map((lignes) => ({ document: '003', lignes }));
  const rows = [
    { code: 'D-1', titre: 'Trois ou quatre', detail, provenances },
    { code: 'D-2', titre: 'x', provenance: { origine: 'INFERENCE', document: '003', lignes: 'L1' } },
  ];
  expect(listFacts({ name: 'ecart', key: ['code'], rows }, new Map()).map(({ dit }) => dit.trim())).toEqual([
    'L’annexe dit trois ( ).',
    'La fiche dit quatre ( ).',
  ]);
});
