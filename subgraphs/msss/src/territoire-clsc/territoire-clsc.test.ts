import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';

let level: SubgraphUnderTest;

beforeAll(async () => {
  level = await openForTest(msss);
});
afterAll(() => level.close());

interface Population {
  readonly annee: number;
  readonly nature: string;
  readonly nombre: number;
}

it('gives each territory the population of its latest estimate, never a projection, and places it by that one', async () => {
  const { territoiresClsc } = await level.data<{
    territoiresClsc: {
      nodes: {
        code: string;
        population: Population;
        populations: Population[];
        situationPopulation: { population: Population };
      }[];
    };
  }>(`{ territoiresClsc(first: 166) { nodes {
    code population { ...p } populations { ...p } situationPopulation { population { ...p } }
  } } } fragment p on Population { annee nature nombre }`);
  expect(territoiresClsc.nodes).toHaveLength(166);
  for (const { code, population, populations, situationPopulation } of territoiresClsc.nodes) {
    const estimates = populations.filter(({ nature }) => nature === 'ESTIMATION');
    expect(population.annee, code).toBe(Math.max(...estimates.map(({ annee }) => annee)));
    expect(estimates, code).toContainEqual(population);
    expect(situationPopulation.population, code).toEqual(population);
  }
});

it.each([
  ['region: "99"', '« region » : « 99 » est inconnu.'],
  ['reseauLocal: "9999"', '« reseauLocal » : « 9999 » est inconnu.'],
  ['region: "03", reseauTerritorial: "999"', '« reseauTerritorial » : « 999 » est inconnu.'],
])('refuses the filter { %s }, which names what does not exist', async (filtre, detail) => {
  const { errors } = await level.execute(`{ territoiresClsc(filtre: { ${filtre} }) { totalCount } }`);
  expect(errors?.[0]?.extensions['code']).toBe('FILTRE_INVALIDE');
  expect(errors?.[0]?.message).toContain(detail);
});

it('says that nothing lies both in two regions that exist', async () => {
  const query = '{ territoiresClsc(filtre: { region: "03", reseauTerritorial: "131" }) { totalCount } }';
  expect(await level.data(query)).toEqual({ territoiresClsc: { totalCount: 0 } });
});

it('says when a territory holds as it is divided where a source dates it, and that nothing does elsewhere', async () => {
  const read = async () =>
    (
      await level.data<{ territoireClsc: object }>(
        '{ territoireClsc(code: "01111") { valideDepuis valideJusqua absenceValidite { motif doitRepondre { code } mandat { code } } } }',
      )
    ).territoireClsc;
  expect(await read()).toEqual({
    valideDepuis: null,
    valideJusqua: null,
    absenceValidite: {
      motif: expect.stringContaining('depuis quel jour') as string,
      doitRepondre: null,
      mandat: null,
    },
  });
  await level.rows(`update msss.territoire_clsc set valide_depuis = '2017-04-01' where code = '01111'`);
  expect(await read()).toEqual({ valideDepuis: '2017-04-01', valideJusqua: null, absenceValidite: null });
});

describe('the list of territories', () => {
  interface Territoire {
    readonly code: string;
    readonly nom: string;
    readonly superficieKm2: number | null;
    readonly population: { readonly nombre: number };
    readonly situationPopulation: { readonly position: string };
    readonly region: { readonly code: string };
    readonly reseauTerritorial: { readonly code: string };
    readonly reseauLocal: { readonly code: string } | null;
    readonly ruisss: { readonly code: string };
  }
  interface Part {
    readonly libelle: string;
    readonly entite: { readonly nom: string };
  }
  interface List {
    readonly totalCount: number;
    readonly nodes: readonly Territoire[];
    readonly repartition: readonly {
      readonly cle: string;
      readonly libelle: string;
      readonly nombre: number;
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  }
  const read = async (args: string, fields: string) =>
    (await level.data<{ territoiresClsc: List }>(`{ territoiresClsc${args} { ${fields} } }`)).territoiresClsc;
  const NODES = `nodes { code nom superficieKm2 population { nombre } situationPopulation { position }
    region { code } reseauTerritorial { code } reseauLocal { code } ruisss { code } }`;
  let all: readonly Territoire[];

  beforeAll(async () => {
    // An estimate that a file gives of the same year is the one to give; a later projection, and one sex, are not.
    await level.rows(`insert into msss.population_importee (id, territoire_code, annee, sexe, nombre, ages, nature, provenance)
      select '06112:' || annee || ':TOTAL', territoire_code, annee, 'TOTAL', 7, '{}'::integer[], 'ESTIMATION', '{"origine":"TABLE_OFFICIELLE"}'::jsonb
      from (select * from msss.population where territoire_code = '06112' and nature = 'ESTIMATION' order by annee desc limit 1) as p
      union all select '01111:2090:TOTAL', '01111', 2090, 'TOTAL', 9, '{}'::integer[], 'PROJECTION', '{"origine":"TABLE_OFFICIELLE"}'::jsonb
      union all select '01112:2090:FEMININ', '01112', 2090, 'FEMININ', 9, '{}'::integer[], 'ESTIMATION', '{"origine":"TABLE_OFFICIELLE"}'::jsonb`);
    all = (await read('(first: 166)', NODES)).nodes;
    expect(all.find(({ code }) => code === '06112')?.population.nombre).toBe(7);
    expect(all.filter(({ population }) => population.nombre === 9)).toEqual([]);
  });

  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036F]/g, '')
      .toLowerCase();
  const ORDERS: Readonly<Record<string, (one: Territoire) => string | number | null>> = {
    CODE: ({ code }) => code,
    NOM: ({ nom }) => plain(nom),
    POPULATION: ({ population }) => population.nombre,
    SUPERFICIE: ({ superficieKm2 }) => superficieKm2,
  };
  it.each(Object.entries(ORDERS))(
    'is in the order of %s, page after page, in both directions',
    async (tri, valueOf) => {
      for (const sens of ['CROISSANT', 'DECROISSANT']) {
        const sorted = all.toSorted((a, b) => {
          const [one, other] = [valueOf(a), valueOf(b)];
          if (one === other) return a.code < b.code ? -1 : 1;
          if (one === null || other === null) return one === null ? 1 : -1;
          return one < other === (sens === 'CROISSANT') ? -1 : 1;
        });
        const paged: string[] = [];
        for (let after = ''; ;) {
          const { nodes, pageInfo } = await read(
            `(first: 60, tri: ${tri}, sens: ${sens}${after})`,
            'nodes { code } pageInfo { hasNextPage endCursor }',
          );
          paged.push(...nodes.map(({ code }) => code));
          if (!pageInfo.hasNextPage) break;
          after = `, after: "${pageInfo.endCursor}"`;
        }
        expect(paged, sens).toEqual(sorted.map(({ code }) => code));
      }
    },
  );

  it('keeps the order of codes that are given, unless another is asked', async () => {
    const codes = 'codes: ["06112", "01111"]';
    const codesOf = async (more: string) =>
      (await read(`(${codes}${more})`, 'nodes { code }')).nodes.map(({ code }) => code);
    expect(await codesOf('')).toEqual(['06112', '01111']);
    expect(await codesOf(', tri: NOM')).toEqual(
      all
        .filter(({ code }) => ['06112', '01111'].includes(code))
        .toSorted((a, b) => (plain(a.nom) < plain(b.nom) ? -1 : 1))
        .map(({ code }) => code),
    );
  });

  const DIMENSIONS: Readonly<Record<string, (one: Territoire) => string | undefined>> = {
    REGION: ({ region }) => region.code,
    RESEAU_TERRITORIAL: ({ reseauTerritorial }) => reseauTerritorial.code,
    RUISSS: ({ ruisss }) => ruisss.code,
    RESEAU_LOCAL: ({ reseauLocal }) => reseauLocal?.code,
    SITUATION_POPULATION: ({ situationPopulation }) => situationPopulation.position,
  };
  it.each(Object.entries(DIMENSIONS))(
    'is counted by %s in one statement, as its rows say',
    async (par, keyOf) => {
      const statements = await level.statementsOf(async () => {
        const { repartition } = await read('', `repartition(par: ${par}) { cle libelle nombre }`);
        expect(repartition.length).toBeGreaterThan(1);
        for (const { cle, nombre, libelle } of repartition) {
          expect(nombre, libelle).toBe(all.filter((one) => keyOf(one) === cle).length);
          expect(libelle).not.toBe(cle);
        }
      });
      expect(statements).toHaveLength(1);
    },
  );

  it('is counted by units that have names, which their labels are', async () => {
    const { regions } = await level.data<{ regions: { code: string; nom: string }[] }>(
      '{ regions { code nom } }',
    );
    const { repartition } = await read(
      '',
      'repartition(par: REGION, puis: RUISSS) { cle libelle dont { libelle entite { ... on Ruisss { nom } } } }',
    );
    expect(repartition.map(({ cle: code, libelle: nom }) => ({ code, nom }))).toEqual(regions);
    const parts = repartition.flatMap((group) => (group as unknown as { dont: Part[] }).dont);
    for (const { libelle, entite } of parts) expect(entite).toEqual({ nom: libelle });
  });

  it('is narrowed by population, both ends included, and by its place against the reference size', async () => {
    const codesOf = async (filtre: string) =>
      (await read(`(first: 166, filtre: { ${filtre} })`, 'nodes { code }')).nodes.map(({ code }) => code);
    const which = (is: (one: Territoire) => boolean) => all.filter(is).map(({ code }) => code);
    const middle = all.map(({ population }) => population.nombre).toSorted((a, b) => a - b)[80]!;
    expect(await codesOf(`populationDe: ${middle}`)).toEqual(
      which(({ population }) => population.nombre >= middle),
    );
    expect(await codesOf(`populationDe: 10, populationA: ${middle}`)).toEqual(
      which(({ population: { nombre } }) => nombre >= 10 && nombre <= middle),
    );
    expect(await codesOf('situationPopulation: DANS_LE_REPERE, region: "06"')).toEqual(
      which(
        ({ situationPopulation, region }) =>
          situationPopulation.position === 'DANS_LE_REPERE' && region.code === '06',
      ),
    );
    const { errors } = await level.execute(
      '{ territoiresClsc(filtre: { populationDe: 2, populationA: 1 }) { totalCount } }',
    );
    expect(errors?.[0]?.extensions['code']).toBe('FILTRE_INVALIDE');
  });
});
