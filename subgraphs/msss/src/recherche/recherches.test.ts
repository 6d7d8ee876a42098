import { readJson } from '@palier/runtime/birth';
import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';

/** A thing of the graph; or any whose citation meets these lines. */
interface Entite {
  readonly type: string;
  readonly code: string;
}
interface Passage {
  readonly document: string;
  readonly lignes: string;
}

/** What somebody types, what they must find among the first three, and what they must not find at all. */
interface Recherche {
  readonly texte: string;
  readonly attendus: readonly (Entite | Passage)[];
  readonly exclus?: readonly Entite[];
}

interface Resultat extends Entite {
  readonly provenance: {
    readonly document: { readonly code: string } | null;
    readonly lignes: string | null;
  };
}

const RECHERCHES = readJson<readonly Recherche[]>(new URL('recherches.json', import.meta.url));
/** Most of them: what is left out is shown, so that it is known. */
const AIM = 57;

let level: SubgraphUnderTest;

beforeAll(async () => {
  level = await openForTest(msss);
});
afterAll(() => level.close());

async function search(texte: string): Promise<readonly Resultat[]> {
  const { recherche } = await level.data<{ recherche: { readonly nodes: readonly Resultat[] } }>(
    'query ($texte: String!) { recherche(texte: $texte) { nodes { type code provenance { document { code } lignes } } } }',
    { texte },
  );
  return recherche.nodes;
}

function readRanges(lignes: string): (readonly [number, number])[] {
  return [...lignes.matchAll(/L(\d+)(?:-(\d+))?/g)].map(([, first, last]) => [
    Number(first),
    Number(last ?? first),
  ]);
}

function isFound(attendu: Entite | Passage, { type, code, provenance }: Resultat): boolean {
  if ('code' in attendu) return attendu.type === type && attendu.code === code;
  if (provenance.document?.code !== attendu.document) return false;
  const cited = readRanges(provenance.lignes ?? '');
  return readRanges(attendu.lignes).some(([first, last]) =>
    cited.some(([from, to]) => from <= last && to >= first),
  );
}

async function listMisses({ texte, attendus, exclus = [] }: Recherche): Promise<string[]> {
  const found = await search(texte);
  const first = found.slice(0, 3);
  const shown = first.map(({ type, code }) => `${type} ${code}`).join(', ');
  const missed = attendus.filter((attendu) => !first.some((one) => isFound(attendu, one)));
  const unwanted = exclus.filter((exclu) => found.some((one) => isFound(exclu, one)));
  return [...missed, ...unwanted].map((one) => `« ${texte} » : ${JSON.stringify(one)} ; trouvés : ${shown}`);
}

it('finds among the first three what people look for, in their words', async () => {
  const misses: string[][] = [];
  for (const recherche of RECHERCHES) misses.push(await listMisses(recherche));
  const answered = misses.filter(({ length }) => length === 0);
  expect(RECHERCHES).toHaveLength(60);
  expect(answered.length, misses.flat().join('\n')).toBeGreaterThanOrEqual(AIM);
});
