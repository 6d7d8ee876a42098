import { createHash } from 'node:crypto';
import { readJson } from '@palier/runtime/birth';
import { DEMONSTRATION_VERSION } from '@palier/runtime/demonstration';
import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { etablissements } from '../subgraph.ts';

// 12 values a period (10 exigences of one, A-G7 of two, A-P11) and 2 a year.
const PAIRS_A_TERRITORY = 13 * 13 + 2;
const TABLES = ['mesure', 'designation', 'offre_service', 'exercice_role'];
const codes = readJson<{ code: string }[]>(new URL('../../data/territoires.json', import.meta.url)).map(
  ({ code }) => code,
);

let level: SubgraphUnderTest;

beforeAll(async () => {
  level = await openForTest(etablissements, { demonstration: 'CHARGEE' });
});
afterAll(() => level.close());

const open = (wanted: 'CHARGEE' | 'ABSENTE') =>
  etablissements.open(level.database, { demonstration: wanted });

const rowsOf = (text: string) => level.rows<Record<string, number | string>>(text);

const hashRows = async () => {
  await rowsOf(`set time zone 'UTC'`);
  const hash = createHash('sha256');
  for (const table of TABLES) {
    const rows = await rowsOf(`select * from etablissements.${table} order by id`);
    // Since when a row is known is not in it.
    const said = rows.map((row) => ({ ...row, connu_depuis: undefined, connu_par: undefined }));
    hash.update(JSON.stringify(said));
  }
  return hash.digest('hex').slice(0, 16);
};

const ofTerritoires = (fields: string) => {
  const representations = codes.map((code) => ({ __typename: 'TerritoireClsc', code }));
  return level.data<{ _entities: Record<string, unknown>[] }>(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on TerritoireClsc { code ${fields} } } }`,
    { representations },
  );
};

describe('the rows of the demonstration', () => {
  it('cover the 166 territories, 13 periods and 14 exigences, about one measure in twenty missing', async () => {
    const [figures] = await rowsOf(`select count(*) as count, count(distinct territoire_code) as territoires,
      count(distinct periode) as periodes, count(distinct exigence_code) as exigences from etablissements.mesure`);
    expect(figures).toMatchObject({ territoires: 166, periodes: 13, exigences: 14 });
    const share = Number(figures?.['count']) / (166 * PAIRS_A_TERRITORY);
    expect(share).toBeGreaterThan(0.94);
    expect(share).toBeLessThan(0.96);
  });

  it('hold null values only where they are said not available, and exactly 4 minutes where the sources disagree', async () => {
    const [figures] = await rowsOf(`select count(*) filter (where statut = 'NON_DISPONIBLE') as missing,
      count(*) filter (where valeur is null) as nulls,
      count(*) filter (where exigence_code = 'A-P11:INFO_SOCIAL' and valeur = 4) as at_four from etablissements.mesure`);
    expect(figures?.['missing']).toBe(figures?.['nulls']);
    expect(figures?.['missing']).toBeGreaterThan(300);
    expect(figures?.['at_four']).toBeGreaterThan(300);
  });

  it.each([
    ['A-P5:AAOR', 'valeur <= 2'],
    ['A-P9:CONSULT_PSY', 'valeur <= 30'],
    ['A-P11:INFO_SOCIAL', 'valeur < 4'],
    ['A-G7:AAOR', 'valeur >= 70'],
    ['F-A1:CRISE', 'valeur = 365'],
  ])('spread on both sides of the threshold of %s', async (exigence, meets) => {
    const [figures] = await rowsOf(`select avg((${meets})::int)::float8 as share from etablissements.mesure
      where exigence_code = '${exigence}' and valeur is not null`);
    expect(figures?.['share']).toBeGreaterThan(0.25);
    expect(figures?.['share']).toBeLessThan(0.9);
  });

  it('give A-G7 its two volets and no other exigence any', async () => {
    expect(
      await rowsOf(
        `select distinct exigence_code as exigence, volet from etablissements.mesure where volet is not null order by 2`,
      ),
    ).toEqual([
      { exigence: 'A-G7:AAOR', volet: 'en personne' },
      { exigence: 'A-G7:AAOR', volet: 'par téléphone' },
    ]);
  });

  it('give about nine territories of ten a gestionnaire with a delegation', async () => {
    const [figures] = await rowsOf(
      `select count(*) as count, count(delegation_le) as delegations from etablissements.designation`,
    );
    expect(figures?.['count']).toBe(figures?.['delegations']);
    expect(Number(figures?.['count']) / 166).toBeCloseTo(0.9, 1);
  });

  it.each(TABLES)('are all marked, in table %s', async (table) => {
    expect(
      await rowsOf(`select distinct provenance ->> 'origine' as origine from etablissements.${table}`),
    ).toEqual([{ origine: 'DEMONSTRATION' }]);
  });
});

describe('loading it', () => {
  it('knows every table that people fill by its citation: it is never loaded beside what they entered', async () => {
    const untold = await rowsOf(`select relname as name from pg_class
      where relnamespace = 'etablissements'::regnamespace and relkind = 'r' and relname !~ '^(journal|kysely)'
        and not exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'provenance')`);
    // How they came to be, and what is no fact.
    expect(untold.map(({ name }) => name).sort()).toEqual([
      'demonstration',
      'memoire',
      'naissance',
      'secret_depot',
      'version_donnees',
    ]);
  });

  it('writes the rows that its version says, the same at each load', async () => {
    const first = await hashRows();
    await open('ABSENTE');
    const [born] = await rowsOf(`select tables from etablissements.naissance`);
    const entered = (
      await rowsOf(`select table_name as name from information_schema.columns
        where table_schema = 'etablissements' and column_name = 'provenance'`)
    )
      .map(({ name }) => String(name))
      .filter(
        (name) =>
          !String(born?.['tables'])
            .split(',')
            .includes(name.replace(/_histoire$/, '')),
      );
    expect(entered).toEqual(expect.arrayContaining(TABLES));
    for (const table of entered)
      expect(await rowsOf(`select count(*) as count from etablissements.${table}`), table).toEqual([
        { count: 0 },
      ]);
    await open('CHARGEE');
    expect(await hashRows()).toBe(first);
    // When this changes, so must the version: the databases that hold the old rows know it by that alone.
    expect([DEMONSTRATION_VERSION, first]).toEqual(['1', 'bb142c7dd833dc6b']);
  });

  it('writes nothing when the version is there already', async () => {
    const statements = await level.statementsOf(() => open('CHARGEE'));
    expect(statements.filter((text) => text.includes('mesure'))).toEqual([]);
  });
});

describe('reading it', () => {
  it('takes one statement for the campagne, one for the measures of 166 territories, and one for their counts', async () => {
    const nodes = () => ofTerritoires('mesures(exigence: "A-P5:AAOR", first: 5) { nodes { id } }');
    const counts = () =>
      ofTerritoires('mesures(exigence: "A-P5:AAOR", first: 5) { totalCount nodes { id } }');
    expect(await level.statementsOf(nodes)).toHaveLength(2);
    expect(await level.statementsOf(counts)).toHaveLength(3);
    const { _entities } = await counts();
    expect(_entities).toHaveLength(166);
    expect(_entities[0]).toMatchObject({ code: '01111', mesures: { totalCount: 13 } });
    expect(_entities.every(({ mesures }) => (mesures as { nodes: unknown[] }).nodes.length === 5)).toBe(true);
  });

  it.each([
    'gestionnaire { enFonctionDepuis }',
    'designations { nodes { id } }',
    'offre { nodes { id } }',
    'exerciceRoles { nodes { id role { code } } }',
    'installations { nodes { code } }',
    'partenaires { nodes { id } }',
    'ententes { nodes { id } }',
    'constats { nodes { id } }',
  ])('takes one statement for %s of 166 territories', async (fields) => {
    expect(await level.statementsOf(() => ofTerritoires(fields))).toHaveLength(1);
  });

  it('takes one statement for the chains of accountability of many territories', async () => {
    const representations = codes.map((territoire) => ({
      __typename: 'Imputabilite',
      territoire,
      exigence: 'A-P5:AAOR',
    }));
    const read = () =>
      level.data(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Imputabilite { renduPar { gestionnaire { fonction } absence { motif } } } } }',
        { r: representations },
      );
    expect(await level.statementsOf(read)).toHaveLength(1);
  });

  it('takes one statement for many measures named by their key', async () => {
    const { mesures } = await level.data<{ mesures: { nodes: { id: string }[] } }>(
      '{ mesures(first: 100) { nodes { id } } }',
    );
    const representations = mesures.nodes.map(({ id }) => ({ __typename: 'Mesure', id }));
    const read = () =>
      level.data<{ _entities: { id: string }[] }>(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Mesure { id valeur } } }',
        { r: representations },
      );
    expect(await level.statementsOf(read)).toHaveLength(1);
    expect((await read())._entities.map(({ id }) => id)).toEqual(mesures.nodes.map(({ id }) => id));
  });

  it('pages through all the measures of the current campagne, none twice and none forgotten', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const {
        mesures,
      }: { mesures: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await level.data(
          'query ($after: String) { mesures(first: 1000, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
          { after },
        );
      ids.push(...mesures.nodes.map(({ id }) => id));
      after = mesures.pageInfo.hasNextPage ? mesures.pageInfo.endCursor : null;
    } while (after !== null);
    const [figures] = await rowsOf('select count(*) as count from etablissements.mesure');
    expect(ids).toHaveLength(Number(figures?.['count']));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort());
  });

  it('shows a measure whole, marked as made up', async () => {
    const { mesures } = await level.data<{ mesures: { nodes: unknown[] } }>(`{
      mesures(territoire: "01111", exigence: "A-G7:AAOR", periode: "2025-2026-P02", campagne: "2025-2026") {
        nodes { id campagne periode { code rang } territoire { code } exigence { code } volet unite statut version saisieLe provenance { origine document { code } } } } }`);
    expect(mesures.nodes[0]).toMatchObject({
      id: '2025-2026-P02:01111:A-G7:AAOR:EN_PERSONNE',
      campagne: '2025-2026',
      periode: { code: '2025-2026-P02', rang: 2 },
      territoire: { code: '01111' },
      exigence: { code: 'A-G7:AAOR' },
      volet: 'en personne',
      unite: 'h/sem',
      saisieLe: '2025-06-06T14:00:00.000Z',
      provenance: { origine: 'DEMONSTRATION', document: null },
    });
  });

  it('finds nothing in another campagne, and says so', async () => {
    const { mesures } = await level.data<{ mesures: { totalCount: number; absence: { motif: string } } }>(
      '{ mesures(campagne: "2024-2025") { totalCount absence { motif } } }',
    );
    expect(mesures.totalCount).toBe(0);
    expect(mesures.absence.motif).toContain('ce que les campagnes demandent, et aucune mesure');
  });
});
