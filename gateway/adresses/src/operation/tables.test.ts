import { buildSchema, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { shapeOf } from './shape.ts';
import { countFields, tablesOf } from './tables.ts';
import { withSources } from './with-sources.ts';
import { sdmxStatusOf } from '../rows/with-statuses.ts';

const schema = buildSchema(`
  type Query { a: A, liste: [A!]!, ecart: E, bilan: Bilan, acte: Acte, absence: Absence }
  interface Lieu { nom: String }
  type A implements Lieu { nom: String n: Int p: [Float!] b: B provenanceB: Provenance bs: BConnection cs: [C] provenance: Provenance! }
  type B { x: Float statut: StatutFigure! provenance: Provenance! }
  type BConnection { nodes: [B] totalCount: Int origine: Origine pageInfo: PageInfo }
  type PageInfo { hasNextPage: Boolean }
  type C { y: Int ds: [D!]! }
  type D { z: Int }
  type E { valeurAvant: Float statutAvant: StatutFigure valeurApres: Float statutApres: StatutFigure }
  type Bilan { conformes: Int sansVerdict: Int absents: Int verdictsReserves: Boolean! }
  type Acte { numero: Int origine: Origine! }
  type Absence { motif: String origine: Origine }
  type Provenance { origine: Origine! lignes: String document: Document }
  type Document { code: ID! }
  enum Origine { TEXTE DEMONSTRATION }
  enum StatutFigure { FINALE SUPPRIMEE }
`);

const tablesFor = (text: string) => tablesOf(shapeOf(parse(text), schema));
const cellsOf = (text: string, data: unknown) =>
  tablesFor(text).map(({ name, columns, rowsOf }) => [
    name,
    columns.map((column) => column.name),
    ...[...rowsOf(data)].map(({ cells }) => cells),
  ]);

describe('the tables of an operation', () => {
  it('are one a longest path of lists, with what is said around it, in the operation’s order', () => {
    const text = '{ a { n bs { nodes { x } totalCount } nom cs { y ds { z } } } }';
    const data = {
      a: {
        n: 1,
        bs: { nodes: [{ x: 0.5 }, { x: null }], totalCount: 2 },
        nom: '',
        cs: [{ y: 1, ds: [{ z: 0 }, { z: 2 }] }, { y: 2, ds: [] }, null],
      },
    };
    expect(cellsOf(text, data)).toEqual([
      ['a.bs.nodes', ['a.n', 'a.bs.nodes.x', 'a.bs.totalCount', 'a.nom'], [1, 0.5, 2, ''], [1, null, 2, '']],
      [
        'a.cs.ds',
        ['a.n', 'a.bs.totalCount', 'a.nom', 'a.cs.y', 'a.cs.ds.z'],
        [1, 2, '', 1, 0],
        [1, 2, '', 1, 2],
        [1, 2, '', 2, null],
        [1, 2, '', null, null],
      ],
    ]);
  });

  it('are one row without a list, and a row where the list is empty or not there', () => {
    expect(cellsOf('{ a { n p } }', { a: { n: 1, p: [1, 2.5] } })).toEqual([
      ['a', ['a.n', 'a.p'], [1, '[1,2.5]']],
    ]);
    for (const a of [null, { n: null, bs: null }, { n: null, bs: { nodes: [] } }])
      expect(cellsOf('{ a { n bs { nodes { x } } } }', { a })).toEqual([
        ['a.bs.nodes', ['a.n', 'a.bs.nodes.x'], [null, null]],
      ]);
  });

  it('follow aliases and fragments, and leave pages out', () => {
    const text =
      '{ un: a { ...F ... on Lieu { nom } bs { pageInfo { hasNextPage } nodes { x } } } } fragment F on A { n nom }';
    expect(tablesFor(text)[0]?.columns.map(({ name }) => name)).toEqual(['un.n', 'un.nom', 'un.bs.nodes.x']);
  });

  it('keep nothing of a row for the next', () => {
    const data = {
      liste: [
        { n: 1, b: { x: 1 } },
        { n: 2, b: null },
        { n: null, b: { x: 3 } },
      ],
    };
    expect(cellsOf('{ liste { n b { x } } }', data)[0]?.slice(2)).toEqual([
      [1, 1],
      [2, null],
      [null, 3],
    ]);
  });
});

describe('what is asked beside', () => {
  it('is where each object comes from and what its figures are worth, and no column', () => {
    const text = '{ a { n bs { nodes { x } } } }';
    const sourced = withSources(parse(text), schema);
    expect(print(sourced).match(/_palier\w+/g)).toEqual([
      '_palierSource',
      '_palierStatut',
      '_palierOrigine',
      '_palierSource',
    ]);
    const shape = shapeOf(sourced, schema);
    expect(tablesOf(shape)[0]?.columns.map(({ name }) => name)).toEqual(['a.n', 'a.bs.nodes.x']);
  });

  it('is where a field comes from that tells it apart, once it is selected', () => {
    const sourced = withSources(parse('{ a { b { x } } other: a { n } }'), schema);
    expect(print(sourced).match(/_palierSourceDe\w+/g)).toEqual(['_palierSourceDeB']);
    const [table] = tablesOf(shapeOf(sourced, schema));
    const a = {
      b: { x: 1 },
      _palierSource: { origine: 'TEXTE' },
      _palierSourceDeB: { origine: 'INFERENCE' },
    };
    const [row] = [...table!.rowsOf({ a, other: { n: 1 } })];
    expect(row!.sources.map(({ origine }) => origine)).toEqual(
      expect.arrayContaining(['TEXTE', 'INFERENCE']),
    );
  });

  it('is what an object says of itself, and nothing of what an absence or a provenance says of another', () => {
    const text = '{ acte { numero } absence { motif } a { provenance { lignes } } }';
    const sourced = print(withSources(parse(text), schema));
    expect(sourced.match(/_palier\w+/g)).toEqual(['_palierOrigine', '_palierSource']);
    expect(sourced).toMatch(/numero\s+_palierOrigine: origine/);
  });

  it('is what each figure is worth, where an object has several', () => {
    const text = '{ ecart { apres: valeurApres valeurAvant } }';
    const sourced = withSources(parse(text), schema);
    const [table] = tablesOf(shapeOf(sourced, schema));
    const marks = print(sourced).match(/_palier\w+/g) ?? [];
    expect(marks).toEqual(['_palierStatutAvant', '_palierStatutApres']);
    const said = { _palierStatutAvant: 'SUPPRIMEE', _palierStatutApres: 'FINALE' };
    const [row] = [...table!.rowsOf({ ecart: { apres: 4, valeurAvant: null, ...said } })];
    expect(table!.columns.map(({ name, status }) => [name, row!.statuses[status!]])).toEqual([
      ['ecart.apres', 'FINALE'],
      ['ecart.valeurAvant', 'SUPPRIMEE'],
    ]);
  });

  it('is what was asked of it, where no mark says it; what has no figure is told from what has no object', () => {
    const [table] = tablesFor('{ a { n b { x statut } } }');
    const at = table!.columns.find(({ name }) => name === 'a.b.x')!.status!;
    const statusOf = (b: object | null) => [...table!.rowsOf({ a: { n: 1, b } })][0]!.statuses[at];
    expect(statusOf({ x: null, statut: 'SUPPRIMEE' })).toBe('SUPPRIMEE');
    expect(statusOf({ x: null })).toBeUndefined();
    expect(statusOf(null)).toBeNull();
  });

  it('is that some of the verdicts it counts are withheld, and of no other count', () => {
    const sourced = withSources(parse('{ bilan { conformes sansVerdict absents } }'), schema);
    const [table] = tablesOf(shapeOf(sourced, schema));
    const statusesOf = (isReserved: boolean) => {
      const bilan = { conformes: 84, sansVerdict: 5, absents: 2, _palierReserve: isReserved };
      const [row] = [...table!.rowsOf({ bilan })];
      return table!.columns.map(({ status }) => row!.statuses[status!]);
    };
    expect(statusesOf(true)).toEqual(['RESERVES_EXCLUS', 'RESERVES_COMPRIS', undefined]);
    expect(statusesOf(false)).toEqual([undefined, undefined, undefined]);
  });

  it('is said of each row, from all that is around it', () => {
    const [table] = tablesFor('{ a { n bs { nodes { x } } } }');
    const source = (origine: string) => ({ origine });
    const data = {
      a: {
        n: 1,
        _palierSource: source('TEXTE'),
        bs: {
          _palierOrigine: 'DEMONSTRATION',
          nodes: [
            { x: 1, _palierSource: source('DEMONSTRATION'), _palierStatut: 'SUPPRIMEE' },
            { x: 2, _palierSource: source('TEXTE'), _palierStatut: 'FINALE' },
          ],
        },
      },
    };
    const rows = [...table!.rowsOf(data)];
    expect(rows.map(({ sources }) => sources.map(({ origine }) => origine))).toEqual([
      ['TEXTE', 'DEMONSTRATION', 'DEMONSTRATION'],
      ['TEXTE', 'DEMONSTRATION', 'TEXTE'],
    ]);
    const { status } = table!.columns[1]!;
    expect(rows.map(({ statuses }) => statuses[status!])).toEqual(['SUPPRIMEE', 'FINALE']);
  });
});

describe('the statuses of SDMX', () => {
  it.each([
    [1, 'FINALE', 'A', 'F'],
    [1, 'PROVISOIRE', 'P', 'F'],
    [1, 'PROJECTION', 'F', 'F'],
    [1, 'REVISEE', 'A', 'F'],
    [1, 'ESTIMATION', 'E', 'F'],
    [84, 'RESERVES_EXCLUS', 'K', 'C'],
    [0, 'RESERVES_EXCLUS', 'K', 'C'],
    [84, 'RESERVES_COMPRIS', 'W', 'F'],
    [0, 'FINALE', 'A', 'F'],
    [0, undefined, 'A', 'F'],
    [null, 'SUPPRIMEE', 'Q', 'C'],
    [null, 'NON_DISPONIBLE', 'L', 'F'],
    [null, 'AUCUN_CAS', 'M', 'F'],
    [null, 'FINALE', 'O', 'F'],
    [null, undefined, 'O', 'F'],
    // What hides one number of an object hides none of its others.
    [12, 'SUPPRIMEE', 'A', 'F'],
  ] as const)('of %s, %s, are %s and %s', (cell, status, observation, confidentiality) => {
    expect(sdmxStatusOf(cell, status)).toEqual([observation, confidentiality]);
  });
});

describe('how much there is to lay out', () => {
  const count = (text: string): number => countFields(shapeOf(parse(text), schema));

  it('is what each table looks at, of itself and of what is around it', () => {
    expect(count('{ a { n nom } }')).toBe(0);
    // Of each table: `a`, n, nom, the other list, itself, y.
    expect(count('{ a { n nom x: cs { y } z: cs { y } } }')).toBe(12);
    expect(count('{ a { b { x } cs { y ds { z } } } }')).toBe(7);
  });

  it('is known of hundreds of lists side by side without laying them out', () => {
    const side = Array.from({ length: 300 }, (_, rank) => `l${rank}: cs { y }`).join(' ');
    const leaves = Array.from({ length: 1_000 }, (_, rank) => `n${rank}: n`).join(' ');
    const text = `{ a { ${leaves} ${side} } }`;
    expect(count(text)).toBe(300 * (1 + 1_000 + 300 + 1));
    expect(tablesFor(text).find(({ name }) => name === 'a.l299')?.columns).toHaveLength(1_001);
  });
});
