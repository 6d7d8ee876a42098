import { expect, it } from 'vitest';
import { listMots, listMotsDemandes } from './list-mots.ts';

const mots = (texte: string): string[] => listMots(texte).map(({ mot }) => mot);

it('keeps what holds a digit whole, with its parts', () => {
  expect(mots('la loi (c. P-38.001), en 2010-2011')).toEqual([
    'loi',
    'p38-001',
    '38',
    '001',
    '2010-2011',
    '2010',
    '2011',
  ]);
});

it('says where each word begins, in the text as it is written', () => {
  const texte = 'L’accès d’urgence';
  expect(listMots(texte).map(({ place }) => texte.slice(place, place + 3))).toEqual(['acc', 'urg']);
});

it.each(['2 h', '2\u00a0h', '2 heures', 'deux heures'])(
  'holds, in %j, the measure and its words',
  (texte) => {
    expect(mots(`au plus ${texte} par jour`)).toEqual(expect.arrayContaining(['2h', 'heures', 'jour']));
  },
);

it.each([
  ['90 % en 4 min au plus', ['90%', '4min']],
  ['7 jours par semaine', ['7j']],
  ['vingt-quatre heures', ['24h']],
])('reads the measures of %j', (texte, expected) => {
  expect(mots(texte)).toEqual(expect.arrayContaining(expected));
});

it.each([
  ['90 % en 4 min au plus', 'minutes'],
  ['4 minutes', 'minutes'],
  ['35 h', 'heures'],
  ['2 sem', 'semaines'],
])('holds, in %j, the whole word of the unit once', (texte, mot) => {
  expect(mots(texte).filter((one) => one === mot)).toEqual([mot]);
});

it('joins no two codes that begin with a zero', () => {
  expect(mots('documents 003 004')).toEqual(['documents', '003', '004']);
  expect(listMotsDemandes('003 004').map(({ mot }) => mot)).toEqual(['003', '004']);
});

it('takes what does not follow a number for no unit', () => {
  expect(mots('2. Heures d’accès, puis 90 autres %')).not.toEqual(expect.arrayContaining(['2h']));
  expect(mots('90 autres %')).not.toContain('90%');
});

it('reads a number whose thousands are set apart', () => {
  expect(mots('de 25 000 à 50\u202f000 personnes')).toEqual([
    '25000',
    '25',
    '000',
    '50000',
    '50',
    '000',
    'personnes',
  ]);
});

it.each([
  ['2h', ['2h']],
  ['deux heures', ['2h']],
  ['délai de 2 heures', ['delai', '2h']],
  ['4 minutes', ['4min']],
  ['90 %', ['90%']],
  ['25 000 habitants', ['25000', 'habitants']],
])('looks for %j in one writing', (texte, expected) => {
  expect(listMotsDemandes(texte).map(({ mot }) => mot)).toEqual(expected);
});

it.each([
  ['Ste-Foy', 'Sainte-Foy'],
  ['st laurent', 'Saint-Laurent'],
  ['STE. ROSE', 'sainte-rose'],
])('lists the words of %j as those of %j', (court, entier) => {
  expect(mots(court)).toEqual(mots(entier));
  expect(listMotsDemandes(court).map(({ lexemes }) => lexemes)).toEqual(
    listMotsDemandes(entier).map(({ lexemes }) => lexemes),
  );
});
