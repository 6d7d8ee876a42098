import 'reflect-metadata';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toInstant } from '../base/instant.ts';
import { defineSubgraph } from '../level/subgraph.ts';
import { type SubgraphUnderTest, openForTest } from '../testing/open-for-test.ts';
import { defineFollowed } from './versions.ts';

/** A level reduced to what differences need: things that have, one after the other, an établissement, territoires, and a value. */
const essai = defineSubgraph({
  name: 'essai-differences',
  niveau: 'MSSS',
  migrations: {
    '001-fait': {
      up: async ({ schema }) => {
        await schema
          .createTable('fait')
          .addColumn('genre', 'text')
          .addColumn('code', 'text')
          .addColumn('etablissement_code', 'text')
          .addColumn('territoire_codes', sql`text[]`)
          .addColumn('valeur', 'float8')
          .addPrimaryKeyConstraint('fait_cle', ['genre', 'code'])
          .execute();
      },
    },
  },
  load: () => Promise.resolve(),
  entities: {
    essai: {
      versions: () => [
        defineFollowed('Fait', {
          table: 'fait',
          key: ['genre', 'code'],
          fields: [['etablissement', 'etablissement_code'], 'valeur'],
          territoire: 'territoire_codes',
          etablissement: 'etablissement_code',
        }),
      ],
    },
  },
});

const [E1, E2] = ['11045119', '11045127'];
const [T1, T2] = ['01111', '01121'];

interface Row {
  readonly etablissement: string | null;
  readonly territoires: readonly string[];
  readonly valeur: number;
}
const row = (etablissement: string | null, valeur: number, ...territoires: string[]): Row => ({
  etablissement,
  territoires,
  valeur,
});
/** What was written, one after the other; nothing for what is removed. */
const WRITTEN: readonly (readonly [code: string, row: Row | null])[] = [
  ['fictif', row(null, 4.5, T1)],
  ['passe', row(E1, 1, T1)],
  ['fictif', row(E1, 2, T1)],
  ['passage', row(E2, 1)],
  ['passe', row(E2, 1, T1, T2)],
  ['passage', row(E1, 2, T1)],
  ['passe', row(E2, 3, T2)],
  ['passage', row(E2, 3)],
  ['neuf', row(E1, 7, T2)],
  ['fictif', row(null, 4.5, T1)],
  ['passe', null],
  ['neuf', null],
];

interface Difference {
  readonly code: string;
  readonly champ: string;
  readonly nature: string;
  readonly avant: string | null;
  readonly apres: string | null;
  readonly instant: string;
}

describe('what differs between two instants', () => {
  let level: SubgraphUnderTest;
  /** What was known at each instant, the first before anything was. */
  const moments: { readonly au: string; readonly known: ReadonlyMap<string, Row> }[] = [];

  beforeAll(async () => {
    level = await openForTest(essai);
    const note = async (known: ReadonlyMap<string, Row>): Promise<void> => {
      const [last] = await level.rows<{ au: string }>(`select greatest(
        (select depuis from essai_differences.memoire), (select max(connu_depuis) from essai_differences.fait),
        (select max(connu_jusqua) from essai_differences.fait_histoire)) as au`);
      const au = toInstant(last!.au);
      moments.push({ au, known });
      // What is written next is of another millisecond.
      while (new Date().toISOString() <= au) await wait(1);
    };
    let known = new Map<string, Row>();
    await note(known);
    for (const [code, written] of WRITTEN) {
      if (written === null)
        await sql`delete from essai_differences.fait where code = ${code}`.execute(level.database.kysely);
      else
        await sql`insert into essai_differences.fait values ('G', ${code}, ${written.etablissement}, ${written.territoires}::text[], ${written.valeur})
          on conflict (genre, code) do update set etablissement_code = excluded.etablissement_code,
            territoire_codes = excluded.territoire_codes, valeur = excluded.valeur`.execute(
          level.database.kysely,
        );
      known = new Map(known);
      if (written === null) known.delete(code);
      else known.set(code, written);
      await note(known);
    }
  });
  afterAll(() => level.close());

  const read = async (args: string): Promise<Difference[]> => {
    const { page } = await level.data<{ page: { nodes: Difference[] } }>(
      `{ page: differencesMsss(${args}) { nodes { code champ nature avant apres instant } } }`,
    );
    return page.nodes;
  };

  const CHOICES: readonly (readonly [args: string, isChosen: (row: Row) => boolean])[] = [
    [`etablissement: "${E1}"`, ({ etablissement }: Row) => etablissement === E1],
    [`etablissement: "${E2}"`, ({ etablissement }: Row) => etablissement === E2],
    [`territoire: "${T1}"`, ({ territoires }: Row) => territoires.includes(T1)],
    [
      `territoire: "${T2}", etablissement: "${E1}"`,
      ({ etablissement, territoires }: Row) => etablissement === E1 && territoires.includes(T2),
    ],
  ];

  it('is told the same of what was chosen at one of the two, and of nothing else', async () => {
    for (const [from, before] of moments.entries())
      for (const after of moments.slice(from)) {
        const between = `de: "${before.au}", a: "${after.au}"`;
        const all = await read(between);
        for (const [args, isChosen] of CHOICES) {
          const isOne = ({ code }: Difference): boolean =>
            [before, after].some(({ known }) => {
              const one = known.get(code.replace('G:', ''));
              return one !== undefined && isChosen(one);
            });
          expect(await read(`${between}, ${args}`), `${between}, ${args}`).toEqual(all.filter(isOne));
        }
      }
  });

  it('is a change for whoever takes the place of what is made up, or leaves it', async () => {
    const valueOf = async (from: number, to: number, chosen: string) =>
      (await read(`de: "${moments[from]!.au}", a: "${moments[to]!.au}", etablissement: "${chosen}"`))
        .filter(({ code, champ }) => code === 'G:fictif' && champ === 'valeur')
        .map(({ nature, avant, apres }) => [nature, avant, apres]);
    expect(await valueOf(1, 3, E1)).toEqual([['CHANGEMENT', '4.5', '2']]);
    expect(await valueOf(3, 10, E1)).toEqual([['CHANGEMENT', '2', '4.5']]);
    expect(await valueOf(1, 3, E2)).toEqual([]);
  });
});
