import { type SubgraphUnderTest, openToRead } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { etablissements } from '../subgraph.ts';

let full: SubgraphUnderTest;
let empty: SubgraphUnderTest;
beforeAll(async () => {
  full = await openToRead(etablissements, { demonstration: 'CHARGEE' });
  empty = await openToRead(etablissements, { demonstration: 'ABSENTE' });
});
afterAll(async () => {
  await full.close();
  await empty.close();
});

/** A list that a role or a service has of all that is declared of it, and the same of each territory. */
const LISTS = [
  ['RoleClsc', 'exercices', 'role', 'exerciceRoles', ['NAVIGATEUR', 'COANIMATEUR'], 'E12'],
  ['ServiceSocial', 'offres', 'service', 'offre', ['AAOR', 'CRISE'], 'E4'],
] as const;

const ofCodes = (type: string, codes: readonly string[], asked: string): string =>
  `{ _entities(representations: [${codes.map((code) => `{ __typename: "${type}", code: "${code}" }`).join(', ')}]) {
    ... on ${type} { ${asked} } } }`;

interface Node {
  readonly id: string;
  readonly territoire: { readonly code: string };
}

it.each(LISTS)(
  'what is declared of a %s is read of several in one statement, as each territory says it',
  async (type, field, of, ofTerritoire, codes) => {
    const asked = `list: ${field}(first: 1000) { nodes { id ${of} { code } territoire { code } } }`;
    const statements = await full.statementsOf(async () => {
      const { _entities } = await full.data<{
        _entities: { list: { nodes: (Record<string, { code: string }> & { id: string })[] } }[];
      }>(ofCodes(type, codes, asked));
      for (const [rank, { list }] of _entities.entries()) {
        expect(list.nodes.length).toBeGreaterThan(0);
        expect(new Set(list.nodes.map((node) => node[of]!.code))).toEqual(new Set([codes[rank]]));
      }
    });
    expect(statements).toHaveLength(1);
    const {
      _entities: [first],
    } = await full.data<{ _entities: [{ list: { nodes: Node[] } }] }>(ofCodes(type, [codes[0]], asked));
    const territoires = [...new Set(first.list.nodes.map(({ territoire }) => territoire.code))];
    const { _entities } = await full.data<{
      _entities: { list: { nodes: (Record<string, { code: string }> & { id: string })[] } }[];
    }>(ofCodes('TerritoireClsc', territoires, `list: ${ofTerritoire} { nodes { id ${of} { code } } }`));
    const told = _entities.flatMap(({ list }) => list.nodes.filter((node) => node[of]!.code === codes[0]));
    expect(told.map(({ id }) => id).sort()).toEqual(first.list.nodes.map(({ id }) => id).sort());
  },
);

it.each(LISTS)(
  'where nothing is declared of a %s, says who owes it, and of no territory alone',
  async (type, field, _of, _ofTerritoire, codes, mandat) => {
    const { _entities } = await empty.data<{ _entities: object[] }>(
      ofCodes(
        type,
        codes,
        `list: ${field} { totalCount absence { motif doitRepondre { code } mandat { code } } }`,
      ),
    );
    for (const one of _entities)
      expect(one).toEqual({
        list: {
          totalCount: 0,
          absence: {
            motif: expect.stringMatching(/^Aucun établissement n’a encore déclaré/),
            doitRepondre: { code: 'ETABLISSEMENT' },
            mandat: { code: mandat },
          },
        },
      });
  },
);
