import { openForTest, type SubgraphUnderTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { santeQuebec } from '../subgraph.ts';

/** A figure of a unit is a sum: its versions are those of its territories, and of which they were. */
let level: SubgraphUnderTest;
const COUNTS = 'conformes nonConformes absents verdictsReserves';
interface Counts {
  readonly conformes: number;
  readonly nonConformes: number;
  readonly absents: number;
  readonly verdictsReserves: boolean;
}
interface Version extends Counts {
  readonly connuDepuis: string;
  readonly connuJusqua: string | null;
  readonly origine: string | null;
  readonly parActe: object | null;
}

beforeAll(async () => {
  level = await openForTest(santeQuebec, { demonstration: 'CHARGEE' });
  await level.rows(
    `insert into sante_quebec.consolidation (campagne_code, source, version, consolide_le, fermee, provenance)
      values ('2025-2026', 'essai', 'v', '2026-05-01', false, '{"origine":"DEMONSTRATION"}')`,
  );
  await level.rows(`insert into sante_quebec.composition_territoire (campagne_code, territoire_code, rls, rts, rss)
    values ('2025-2026', '01111', '0111', '011', '01'), ('2025-2026', '01112', '0111', '011', '01'), ('2025-2026', '01121', '0112', '011', '01')`);
  await level.rows(`insert into sante_quebec.bilan_territoire
    (campagne_code, territoire_code, exigence_code, volet, indicateur_code, conformes, non_conformes, indetermines, sans_verdict, absents)
    select '2025-2026', territoire, 'A-P5:AAOR', '', 'I-A-P5', 1, 0, 0, 0, 12 from (values ('01111'), ('01112'), ('01121')) as given(territoire)`);
});
afterAll(() => level.close());

const change = (what: string, where: string): Promise<unknown> =>
  level.rows(`update sante_quebec.${what} where ${where}`);

const RESEAU_LOCAL =
  '_entities(representations: [{ __typename: "ReseauLocal", code: "0111" }]) { ... on ReseauLocal';

async function read(
  sorte: 'RLS' | 'QUEBEC',
  asked: string,
  au?: string,
): Promise<Counts & { versions: Version[] }> {
  const bilan = `(campagne: "2025-2026") { parIndicateur { parExigence { ${COUNTS} ${asked} } } }`;
  const text = sorte === 'RLS' ? `{ ${RESEAU_LOCAL} { bilan${bilan} } } }` : `{ bilan: bilanQuebec${bilan} }`;
  const answer = await level.data<Record<string, unknown>>(text, {}, undefined, au);
  const holder = (sorte === 'RLS' ? (answer['_entities'] as object[])[0] : answer) as {
    bilan: { parIndicateur: { parExigence: (Counts & { versions: Version[] })[] }[] };
  };
  return holder.bilan.parIndicateur[0]!.parExigence[0]!;
}

const VERSIONS = `versions { ${COUNTS} connuDepuis connuJusqua origine parActe { numero } }`;

it('are what the sum came to at each change of a territory, or of which they are, and what is read at those instants', async () => {
  await change('bilan_territoire set conformes = 0, non_conformes = 1', `territoire_code = '01112'`);
  // Of Québec, what one gains and another loses at once is no change.
  await change(
    `bilan_territoire set conformes = case territoire_code when '01111' then 2 else 0 end`,
    `territoire_code in ('01111', '01121')`,
  );
  await change(`composition_territoire set rls = '0112'`, `territoire_code = '01112'`);
  const [local, quebec] = [await read('RLS', VERSIONS), await read('QUEBEC', VERSIONS)];
  const said = ({ conformes, nonConformes, absents }: Counts) => [conformes, nonConformes, absents];
  expect(local.versions.map(said)).toEqual([
    [2, 0, 12],
    [2, 1, 24],
    [1, 1, 24],
    [2, 0, 24],
  ]);
  expect(quebec.versions.map(said)).toEqual([
    [2, 1, 36],
    [3, 0, 36],
  ]);
  for (const [sorte, { versions, ...now }] of [
    ['RLS', local],
    ['QUEBEC', quebec],
  ] as const) {
    expect(versions[0]).toMatchObject({ ...now, connuJusqua: null });
    for (const [rank, { connuDepuis, connuJusqua, origine, parActe, ...counts }] of versions.entries()) {
      expect({ origine, parActe }).toEqual({ origine: 'DEMONSTRATION', parActe: null });
      if (rank > 0) expect(connuJusqua).toBe(versions[rank - 1]?.connuDepuis);
      // The memory begins before the first was known.
      expect(await read(sorte, '', connuDepuis)).toEqual(counts);
    }
    // As of an instant, the last version is that of then.
    const [, former] = versions;
    const then = await read(sorte, VERSIONS, former!.connuDepuis);
    expect(then.versions[0]).toEqual({ ...former, connuJusqua: null });
  }
});

it('of a bilan whole, of a territory or of a unit, are sums of all that it counts', async () => {
  const bilan = `bilan(campagne: "2025-2026") { ${COUNTS} versions { ${COUNTS} connuDepuis connuJusqua origine } }`;
  const before = new Date().toISOString();
  await level.rows(`insert into sante_quebec.bilan_territoire
    (campagne_code, territoire_code, exigence_code, volet, indicateur_code, conformes, non_conformes, indetermines, sans_verdict, absents)
    values ('2025-2026', '01111', 'A-G7:AAOR', 'en personne', 'I-A-G7', 5, 0, 0, 0, 3)`);
  const { territoire, unite } = await level.data<
    Record<'territoire' | 'unite', { bilan: Counts & { versions: Version[] } }[]>
  >(`{
    territoire: _entities(representations: [{ __typename: "TerritoireClsc", code: "01111" }]) { ... on TerritoireClsc { ${bilan} } }
    unite: ${RESEAU_LOCAL} { ${bilan} } } }`);
  for (const [{ bilan: read }] of [territoire, unite] as [(typeof territoire)[0]][]) {
    const { versions, ...now } = read;
    expect(versions[0]).toMatchObject({ ...now, connuJusqua: null, origine: 'DEMONSTRATION' });
    expect(versions[0]!.connuDepuis >= before).toBe(true);
    expect(versions[0]!.conformes - versions[1]!.conformes).toBe(5);
    expect(versions[0]!.absents - versions[1]!.absents).toBe(3);
  }
  await level.rows(`delete from sante_quebec.bilan_territoire where exigence_code = 'A-G7:AAOR'`);
});

it('are told by a hundred, and the others are asked from the last one told', async () => {
  for (let absents = 1; absents <= 110; absents += 1)
    await change(`bilan_territoire set absents = ${absents}`, `territoire_code = '01111'`);
  for (const ask of [readSum, readTerritoire]) {
    const first = await ask('');
    expect(first).toHaveLength(100);
    const rest = await ask(`(avant: "${first.at(-1)!.connuDepuis}")`);
    const all = [...first, ...rest].map(({ absents }) => absents);
    expect(all.slice(0, 110)).toEqual(Array.from({ length: 110 }, (_, rank) => 110 - rank));
    expect(await ask(`(avant: "${rest.at(-1)!.connuDepuis}")`)).toEqual([]);
    await expect(ask('(avant: "hier")')).rejects.toThrow('« avant »');
  }
});

const readSum = async (asked: string) =>
  (await read('RLS', `versions${asked} { absents connuDepuis }`)).versions;

async function readTerritoire(asked: string) {
  const { _entities } = await level.data<{
    _entities: {
      bilan: { parIndicateur: { parExigence: { versions: Pick<Version, 'absents' | 'connuDepuis'>[] }[] }[] };
    }[];
  }>(`{ _entities(representations: [{ __typename: "TerritoireClsc", code: "01111" }]) { ... on TerritoireClsc {
    bilan(campagne: "2025-2026") { parIndicateur { parExigence { versions${asked} { absents connuDepuis } } } } } } }`);
  return _entities[0]!.bilan.parIndicateur[0]!.parExigence[0]!.versions;
}
