import { type SubgraphUnderTest, openToRead } from '@palier/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';
import { readRanges } from './read-ranges.ts';

interface Fait {
  readonly type: string;
  readonly code: string;
  readonly lignes: string;
  readonly section: { readonly code: string };
  readonly entite: { readonly __typename: string } | null;
}

interface Section {
  readonly code: string;
  readonly lignes: string;
  readonly faits: readonly Fait[];
}

let level: SubgraphUnderTest;

beforeAll(async () => {
  level = await openToRead(msss);
});
afterAll(() => level.close());

const READ = `query ($code: ID!) { document(code: $code) { sections { code titre lignes
  faits { type code titre lignes section { code } entite { __typename } } } } }`;

async function readDocument(code: string): Promise<readonly Section[]> {
  const { document } = await level.data<{ document: { sections: readonly Section[] } }>(READ, { code });
  return document.sections;
}

/** Read with what holds them. */
const NEVER_ALONE: ReadonlySet<string> = new Set(['ModificationRecommandee', 'DomainePartenariat']);
/** Their codes are those of an enum. */
const NAMED: ReadonlySet<string> = new Set(['Palier', 'RoleClsc', 'ServiceSocial']);

function writeRoot({ type, code }: Fait): string {
  const field =
    type === 'OrientationMinisterielle' ? 'orientation' : `${type[0]?.toLowerCase()}${type.slice(1)}`;
  return `${field}(code: ${NAMED.has(type) ? code : JSON.stringify(code)})`;
}

/** The range of a fact that begins in the section. */
const beginningIn = ({ lignes }: Fait, [first, last]: readonly [number, number]): number | undefined =>
  readRanges(lignes)
    .map(([from]) => from)
    .find((from) => from >= first && from <= last);

describe.each(['000', '001', '002', '003', '004'])('document %s, read by its sections', (code) => {
  let sections: readonly Section[];

  beforeAll(async () => {
    sections = await readDocument(code);
  });

  it('is in their order, each line in one of them', () => {
    const ranges = sections.map(({ lignes }) => readRanges(lignes)[0] ?? [0, 0]);
    expect(ranges[0]?.[0]).toBe(1);
    ranges.slice(1).forEach(([first], before) => expect(first).toBe((ranges[before]?.[1] ?? 0) + 1));
  });

  it('names facts that are read alone too, each by its code', async () => {
    const faits = sections.flatMap((section) => section.faits).filter(({ type }) => !NEVER_ALONE.has(type));
    const fields = faits.map((fait, rank) => `f${rank}: ${writeRoot(fait)} { code }`);
    const read = await level.data<Record<string, { code: string } | null>>(`{ ${fields.join(' ')} }`);
    expect(Object.values(read).map((one) => one?.code)).toEqual(faits.map(({ code: own }) => own));
  });

  it('gives in each what its lines say, in their order', () => {
    for (const { lignes, faits } of sections) {
      const [range = [0, 0] as const] = readRanges(lignes);
      const lines = faits.map((fait) => beginningIn(fait, range));
      expect(lines).not.toContain(undefined);
      expect(lines).toEqual(lines.toSorted((one, other) => (one ?? 0) - (other ?? 0)));
    }
  });

  it('gives each thing once a section, and the thing itself', () => {
    for (const { faits } of sections) {
      const names = faits.map((fait) => `${fait.type} ${fait.code}`);
      expect(new Set(names).size).toBe(names.length);
      expect(faits.filter(({ type, entite }) => entite?.__typename !== type)).toEqual([]);
    }
  });

  it('leaves out no citation of a thing', async () => {
    const placed = new Set(sections.flatMap(({ faits }) => faits.map((fait) => `${fait.type} ${fait.code}`)));
    const rows = await level.rows<{ type: string; code: string }>(
      `select type, code from msss.recherche where provenance ->> 'document' = '${code}' and provenance ->> 'lignes' is not null and type <> 'SectionDocument'`,
    );
    expect(rows.filter((row) => !placed.has(`${row.type} ${row.code}`))).toEqual([]);
  });
});

it('reads many sections in two statements, however many', async () => {
  const statements = await level.statementsOf(() =>
    level.data('{ document(code: "004") { sections { faits { type code titre lignes } } } }'),
  );
  expect(statements).toHaveLength(3);
});

it('says where other levels hold what they draw from the lines of a section', async () => {
  const { sectionDocument } = await level.data<{ sectionDocument: { ailleurs: unknown } }>(
    '{ sectionDocument(code: "004-3.2.2") { ailleurs { champ palier { code } } } }',
  );
  expect(sectionDocument.ailleurs).toEqual([
    { champ: 'outils', palier: { code: 'SANTE_QUEBEC' } },
    { champ: 'leviersNationaux', palier: { code: 'SANTE_QUEBEC' } },
  ]);
});
