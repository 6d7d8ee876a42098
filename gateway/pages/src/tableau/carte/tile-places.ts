/**
 * Where each territory stands on the map of tiles, by région: laid by hand, roughly as the land is. A point is an empty
 * place. A territory that is not here takes the place after the last of its région.
 */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  '01': ['01141 01151 01161 01171', '01111 01121 01131 01181'],
  '02': ['02121 02131 02151', '02111 02141 02161'],
  '03': ['. 03132 03133 03141 03142', '03131 03122 03126 03125 03134', '03111 03121 03123 03124 .'],
  '04': ['04111 04141 04121 04122', '04131 04151 04152 04162', '04161 04171 04181 04182'],
  '05': ['05161 05171 05191', '05121 05151 05181', '05111 05131 05141'],
  '06': [
    '. 06421 06422 06431 06511 06512 06521 06522 06523',
    '06411 06412 06221 06222 06432 06322 06531 06532 06524',
    '06112 06113 06223 06224 06321 06225 06324 06323 06533',
    '06111 06121 06211 06212 06122 06312 06311 06313 06314',
  ],
  '07': ['07111 07131 07121 07152', '07141 07142 07143 07151'],
  '08': ['08111 08131 08121', '08151 08152 08141'],
  '09': ['. 09111 09171 09151 09161', '09121 09122 09123 09131 09141'],
  '10': ['10011 10014', '10012 10013'],
  '11': ['11121 11133 11131 11132', '11111 11112 11141 11211'],
  '12': ['12112 12113 12151 12152', '12111 12115 12114 .', '12121 12131 12132 12141'],
  '13': ['13111 13112', '13114 13113'],
  '14': ['14111 14113 14114', '14112 14121 14122'],
  '15': ['15111 15121 15131 15161', '15141 . 15151 15171'],
  '16': [
    '. . 16213 16231 16223',
    '16311 16211 16212 16221 16222',
    '16341 16342 16111 16112 16121',
    '16331 16321 16343 16122 .',
  ],
  '17': ['17011 17012'],
  '18': ['18011'],
};

/** From the north, and from the west, as the map is laid: whoever goes through it goes as the eye does. */
const ORDER = '10 18 17 09 08 02 01 11 07 15 14 04 03 13 06 16 05 12'.split(' ');

/** Régions as the map is laid; one that has no place there comes last. */
export const inMapOrder = <Region extends { readonly code: string }>(
  regions: readonly Region[],
): readonly Region[] => {
  const rankOf = ({ code }: Region): number => (ORDER.includes(code) ? ORDER.indexOf(code) : ORDER.length);
  return regions.toSorted((one, other) => rankOf(one) - rankOf(other));
};

/** The widest that a région without a place is laid. */
const COLUMNS = 5;

interface TilePlace {
  readonly column: number;
  readonly row: number;
}

export interface TileBlock {
  readonly columns: number;
  readonly rows: number;
  readonly places: ReadonlyMap<string, TilePlace>;
}

/** Lays the territories of a région: each has a place of its own. */
export function layTiles(region: string, codes: readonly string[]): TileBlock {
  const laid = (ROWS[region] ?? []).map((row) => row.split(' '));
  const columns = Math.max(...laid.map((row) => row.length), laid.length === 0 ? COLUMNS : 1);
  const places = new Map<string, TilePlace>();
  laid.forEach((cells, row) => {
    cells.forEach((code, column) => {
      if (codes.includes(code)) places.set(code, { column, row });
    });
  });
  const others = codes.filter((code) => !places.has(code));
  others.forEach((code, rank) => {
    places.set(code, { column: rank % columns, row: laid.length + Math.floor(rank / columns) });
  });
  return { columns, rows: laid.length + Math.ceil(others.length / columns), places };
}
