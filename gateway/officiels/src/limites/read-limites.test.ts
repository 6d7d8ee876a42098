import proj4 from 'proj4';
import { expect, it } from 'vitest';
import { DEGREES, LAMBERT_MTQ, LIMITES, writeDbf, writeShp } from '../testing/shapes.ts';
import { readDbf } from './read-dbf.ts';
import { readLimites } from './read-limites.ts';
import { MOST_POINTS, countPoints, simplifyContours } from './simplify-contours.ts';

const UNITES = { rls: '0111', rts: '011', rss: '01', ruisss: '1' };
const KNOWN = {
  isSameNom: (one: string, other: string) => one.replace("'", '’') === other,
  territoires: new Map([
    ['01111', { nom: 'Kamouraska', ...UNITES }],
    ['01121', { nom: 'L’Isle-Verte', ...UNITES }],
  ]),
};

const record = (code: string, nom: string, more: Readonly<Record<string, string>> = {}): string[] => {
  const said: Readonly<Record<string, string>> = {
    CLSC_code: code,
    CLSC_nom: nom,
    RLS_code: '0111',
    ...more,
  };
  return LIMITES.map(([column]) => said[column] ?? '');
};

const TWO = [record('01111', 'Kamouraska'), record('01121', "L'Isle-Verte")];
const square = (x: number, y: number, side: number): [number, number][] => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
];
const hole = (x: number, y: number, side: number) => square(x, y, side).reverse();
const codesOf = ({ releve }: ReturnType<typeof readLimites>) => [
  ...Object.keys(releve.fautes.parCode),
  ...Object.keys(releve.remarques.parCode),
];

it('reads the table: blanks, deleted records, and what differs from the graph', () => {
  const dbf = writeDbf(
    LIMITES,
    [
      record('1111', 'Kamouraska–Est', { RSS_code: '02', Shape_Area: '1.25e+09', Version: '2024-07-15' }),
      record('09999', 'Effacé'),
    ],
    { deleted: [2] },
  );
  const { lignes, releve } = readLimites({ dbf }, KNOWN);
  expect(releve.fautes.told).toEqual([]);
  expect(lignes).toEqual([
    {
      ligne: 1,
      code: '01111',
      fiche: {
        CLSC_code: '01111',
        CLSC_nom: expect.stringContaining('Kamouraska') as string,
        RLS_code: '0111',
        RSS_code: '02',
        Version: '2024-07-15',
        Shape_Area: '1250000000',
      },
      contour: null,
    },
  ]);
  expect(releve.remarques.parCode).toEqual({
    ZEROS_RETABLIS: 1,
    NOM_DIFFERENT: 1,
    RATTACHEMENT_DIFFERENT: 1,
    TERRITOIRE_ABSENT: 1,
    SANS_CONTOUR: 1,
  });
  expect(codesOf(readLimites({ dbf: writeDbf(LIMITES, TWO) }, KNOWN))).toEqual(['SANS_CONTOUR']);
});

it.each([
  ['UTF-8, as the .cpg says', 'utf8', 0, 'UTF-8\r\n'],
  ['UTF-8 that nothing says', 'utf8', 0, undefined],
  ['Windows-1252, as the .cpg says', 'latin1', 0, 'ANSI 1252'],
  ['Windows-1252, as the header says', 'latin1', 0x57, undefined],
  ['Windows-1252 that nothing says', 'latin1', 0, undefined],
] as const)('reads a table in %s', (_, encoding, driver, cpg) => {
  const table = writeDbf([['nom', 'C', 12]], [['Témiscouata']], { encoding, driver });
  expect(readDbf(table, cpg).records[0]?.values[0]?.trim()).toBe('Témiscouata');
});

it.each(['ANSI 1252', undefined])('reads what Windows-1252 has beside Latin-1, « %s »', (cpg) => {
  const table = writeDbf([['nom', 'C', 20]], [['L\x92Isle au c\x9cur'], ['Témiscouata']]);
  expect(readDbf(table, cpg).records.map(({ values }) => values[0]?.trim())).toEqual([
    'L’Isle au cœur',
    'Témiscouata',
  ]);
});

it.each(['UTF-8', undefined])('leaves out the letter that the width of a field cuts, « %s »', (cpg) => {
  const table = writeDbf([['nom', 'C', 5]], [['Témé'], ['Té'], ['abc€'], ['abcde']], { encoding: 'utf8' });
  expect(readDbf(table, cpg).records.map(({ values }) => values[0])).toEqual(['Tém', 'Té  ', 'abc', 'abcde']);
});

it.each([
  [0x57, undefined],
  [0, 'ANSI 1252'],
  [0, undefined],
])('keeps the last letter of a field of Windows-1252 that is full, 0x%x, « %s »', (driver, cpg) => {
  const table = writeDbf([['nom', 'C', 5]], [['Gaspé'], ['Laval']], { driver });
  expect(readDbf(table, cpg).records.map(({ values }) => values[0])).toEqual(['Gaspé', 'Laval']);
});

it('reads a table in one encoding, though a field of it could be of another', () => {
  // « Ã© » in Windows-1252 is « é » in UTF-8.
  const table = writeDbf([['nom', 'C', 6]], [['\xc3\xa9'], ['\xe9']]);
  expect(readDbf(table).records.map(({ values }) => values[0]?.trim())).toEqual(['Ã©', 'é']);
});

it('tells each record that is wrong', () => {
  const dbf = writeDbf(LIMITES, [
    record('09999', 'Ailleurs'),
    record('01111', 'Kamouraska', { RLS_code: 'AB', Shape_Area: '-4' }),
    record('01111', 'Kamouraska'),
    record('', 'Sans code'),
  ]);
  expect(
    readLimites({ dbf }, KNOWN).releve.fautes.told.map(
      ({ ligne, colonne, code }) => `${ligne} ${colonne} ${code}`,
    ),
  ).toEqual([
    '1 CLSC_code TERRITOIRE_INCONNU',
    '2 RLS_code CODE_ILLISIBLE',
    '2 Shape_Area NOMBRE_ILLISIBLE',
    '3 CLSC_code LIGNE_REPETEE',
    '4 CLSC_code VALEUR_MANQUANTE',
  ]);
  expect(codesOf(readLimites({ dbf: writeDbf([['AUTRE', 'C', 5]], [['x']]) }, KNOWN))).toEqual([
    'COLONNE_MANQUANTE',
  ]);
  expect(codesOf(readLimites({ dbf: writeDbf(LIMITES, []) }, KNOWN))).toContain('AUCUNE_LIGNE');
});

const DBF = writeDbf(LIMITES, TWO);
const SHP = writeShp([[square(-70, 47, 0.4)], [square(-69, 48, 0.4)]]);

it.each([
  [
    'a table cut short',
    { dbf: DBF.subarray(0, -50) },
    'tronquée : elle annonce 2 enregistrements, et en a 1',
  ],
  ['what is no table', { dbf: Buffer.from('CLSC_code,CLSC_nom\n'.repeat(9)) }, 'pas une table dBase'],
  ['a header that contradicts itself', { dbf: withByte(DBF, 10, 9) }, 'se contredit'],
  ['an encoding that is not read', { dbf: DBF, cpg: 'Big5' }, 'codage qui n’est pas lu, « Big5 »'],
  ['a code page of DOS', { dbf: withByte(DBF, 29, 2) }, 'page de codes 0x2'],
  ['what is not the UTF-8 it says', { dbf: withByte(DBF, 400, 0xe9), cpg: 'UTF-8' }, 'n’est pas en UTF-8'],
  ['shapes cut short', { dbf: DBF, shp: SHP.subarray(0, -8), prj: DEGREES }, '.shp est tronqué'],
  ['what is no file of shapes', { dbf: DBF, shp: DBF, prj: DEGREES }, 'pas un fichier de formes'],
  ['lines', { dbf: DBF, shp: writeShp([], 3), prj: DEGREES }, 'type 3 ; des polygones sont attendus'],
  [
    'a shape too few',
    { dbf: DBF, shp: writeShp([[square(-70, 47, 0.4)]]), prj: DEGREES },
    'a 1 formes, et la table 2',
  ],
  [
    'parts that contradict themselves',
    { dbf: DBF, shp: withByte(SHP, 152, 9), prj: DEGREES },
    'ses parties se contredisent',
  ],
  [
    'more points than there are',
    { dbf: DBF, shp: withByte(SHP, 148, 99), prj: DEGREES },
    'forme 1 du fichier .shp est tronquée',
  ],
  ['no projection', { dbf: DBF, shp: SHP }, '.prj manque'],
  [
    'a projection that is not known',
    { dbf: DBF, shp: SHP, prj: LAMBERT_MTQ.replace('Lambert_Conformal_Conic', 'Transverse_Mercator') },
    'n’est pas lue',
  ],
  [
    'another datum',
    { dbf: DBF, shp: SHP, prj: DEGREES.replace('D_North_American_1983', 'D_North_American_1927') },
    'n’est pas lue',
  ],
  [
    'feet',
    { dbf: DBF, shp: SHP, prj: LAMBERT_MTQ.replace('UNIT["Meter",1.0]', 'UNIT["Foot_US",0.3048]') },
    'n’est pas lue',
  ],
])('refuses %s', (_, file, message) => {
  expect(() => readLimites(file, KNOWN)).toThrow(message);
});

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = value;
  return copy;
}

const readBoth = (first: [number, number][][], prj = DEGREES) =>
  readLimites({ dbf: DBF, shp: writeShp([first, [square(-69, 48, 0.4)]]), prj }, KNOWN);

it('reads parts and holes, each hole in the smallest ring around it', () => {
  const { lignes, releve } = readBoth([
    hole(-69.9, 47.1, 0.2),
    square(-70, 47, 0.4),
    square(-69.85, 47.15, 0.1),
    hole(-69.82, 47.18, 0.04),
  ]);
  expect(releve.fautes.told).toEqual([]);
  expect(lignes[0]?.contour).toEqual([
    [square(-70, 47, 0.4), hole(-69.9, 47.1, 0.2)].map(rounded),
    [square(-69.85, 47.15, 0.1), hole(-69.82, 47.18, 0.04)].map(rounded),
  ]);
});

const rounded = (ring: [number, number][]) =>
  ring.map(([x, y]) => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000]);

it('reads metres of the published projection as degrees', () => {
  const inMetres = [square(-70, 47, 0.4), square(-69, 48, 0.4)].map((ring) => [
    ring.map((point) => proj4(LAMBERT_MTQ).forward(point)),
  ]);
  const { lignes } = readLimites({ dbf: DBF, shp: writeShp(inMetres), prj: LAMBERT_MTQ }, KNOWN);
  expect(lignes[0]?.contour).toEqual([[rounded(square(-70, 47, 0.4))]]);
  // What the agency that keeps EPSG gives of 3798 for the origin of its meridian.
  expect(proj4(LAMBERT_MTQ).forward([-70, 44])).toEqual([800_000, expect.closeTo(0, 3)]);
});

it('refuses shapes that are no boundary', () => {
  const open = square(-70, 47, 0.4).slice(0, 4);
  expect(codesOf(readBoth([open]))).toContain('CONTOUR_INVALIDE');
  expect(codesOf(readBoth([hole(-70, 47, 0.4)]))).toContain('CONTOUR_INVALIDE');
  expect(codesOf(readBoth([square(2, 48, 0.4)]))).toContain('CONTOUR_INVALIDE');
  expect(codesOf(readBoth([square(700_000, 300_000, 1000)]))).toContain('CONTOUR_INVALIDE');
  expect(codesOf(readBoth([]))).toContain('VALEUR_MANQUANTE');
  expect(codesOf(readBoth([square(-70, 47, 0.0001)]))).toContain('CONTOUR_INVALIDE');
});

it('simplifies all together: few points, a shared border the same on both sides, nobody lost', () => {
  const coast = (y: number): [number, number][] =>
    Array.from({ length: 20_000 }, (_, x) => [
      x,
      y + Math.round(40 * Math.sin(x / 9) + 20 * Math.sin(x / 2)),
    ]);
  const [south, middle, north] = [coast(0), coast(1_000), coast(2_000)];
  const between = (low: [number, number][], high: [number, number][]) =>
    [...low.toReversed(), ...high, low.at(-1)!] as [number, number][];
  const tiny: [number, number][] = square(50_000, 50_000, 3);
  const contours = new Map([
    ['a', [[between(south!, middle!)]]],
    ['b', [[between(middle!, north!)], [square(30_000, 0, 2)]]],
    ['c', [[tiny]]],
  ]);
  const simple = simplifyContours(contours);
  expect(countPoints(simple)).toBeLessThanOrEqual(MOST_POINTS);
  expect(countPoints(simple)).toBeGreaterThan(MOST_POINTS / 4);
  expect(simple.get('c')).toEqual([[tiny]]);
  expect(simple.get('b')).toHaveLength(1);
  const on = (code: string) =>
    new Set(
      simple
        .get(code)!
        .flat(2)
        .filter(([, y]) => y > 900 && y < 1_100)
        .map(String),
    );
  expect(on('a').size).toBeGreaterThan(100);
  expect(on('a')).toEqual(on('b'));
});
