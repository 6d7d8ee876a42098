import { type SubgraphUnderTest, openForTest } from '@palier/runtime/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { msss } from '../subgraph.ts';
import { importTexte } from '../texte/import-texte.ts';
import { toLines } from '../texte/text-lines.ts';
import { MADE_UP, expectText } from '../texte/made-up-text.ts';

const LINES = toLines(MADE_UP);

let level: SubgraphUnderTest;
beforeAll(async () => {
  // It writes: no other file may read what it makes of a document.
  level = await openForTest(msss);
  await level.rows(expectText('004', MADE_UP));
});
afterAll(() => level.close());

const give = (document: string, text: string) =>
  level.database.kysely.transaction().execute((transaction) => importTexte(transaction, document, text));

interface Passage {
  readonly texte: string | null;
  readonly lignesOmises: number;
  readonly absence: { readonly motif: string } | null;
}

async function ask(codes: readonly string[], au?: string): Promise<(Passage | null)[]> {
  const representations = codes.map((code) => ({ __typename: 'Passage', code }));
  const { _entities } = await level.data<{ _entities: (Passage | null)[] }>(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Passage { texte lignesOmises absence { motif } } } }`,
    { representations },
    undefined,
    au,
  );
  return _entities;
}

const countMarks = async () => level.rows('select max(numero) as n from msss.version_donnees');

it('says of a passage whose text was not imported that it was not', async () => {
  const [passage] = await ask(['003:L1-2']);
  expect(passage).toMatchObject({ texte: null, lignesOmises: 0 });
  expect(passage?.absence?.motif).toContain('n’a pas été importé');
});

it('refuses another text, with what was expected and what was given, and keeps nothing of it', async () => {
  const outcome = await give('004', MADE_UP.replace('9', '8'));
  expect(outcome).toMatchObject({
    etat: 'AUTRE_TEXTE',
    attendu: { lignes: 30 },
    recu: { lignes: 30 },
    ligne: undefined,
  });
  expect(await give('004', `${LINES[0]}\n${MADE_UP}`)).toMatchObject({ recu: { lignes: 31 }, ligne: 4 });
  expect(await give('999', MADE_UP)).toMatchObject({ etat: 'DOCUMENT_INCONNU' });
  expect(await level.rows('select from msss.ligne_texte')).toEqual([]);
});

it('gives the cited lines once their text is imported, in one statement for all, and not as of before', async () => {
  const before = new Date().toISOString();
  const marks = await countMarks();
  expect(await give('004', MADE_UP.replaceAll('\n', '\r\n'))).toMatchObject({
    etat: 'IMPORTE',
    coupe: 'CELLE_DU_FICHIER',
  });
  // What was kept of the former answers goes with the version of the data.
  expect(await countMarks()).not.toEqual(marks);
  const statements = await level.statementsOf(async () => {
    expect(await ask(['004:L2-4', '004:L1, L6', 'faux'])).toEqual([
      { texte: LINES.slice(1, 4).join('\n'), lignesOmises: 0, absence: null },
      { texte: `${LINES[0]}\n[…]\n${LINES[5]}`, lignesOmises: 0, absence: null },
      null,
    ]);
  });
  // Lines in one, and in another what is expected of the texts.
  expect(statements).toHaveLength(2);
  const [then] = await ask(['004:L2-4'], before);
  expect(then?.texte).toBeNull();
});

it('changes nothing when the same text comes again', async () => {
  const marks = await countMarks();
  expect(await give('004', MADE_UP)).toMatchObject({ etat: 'DEJA_IMPORTE' });
  expect(await countMarks()).toEqual(marks);
});

it('says which lines a text does not have, and how many more than it gives are cited', async () => {
  const [beyond, long] = await ask(['004:L29-31', '004:L1-999']);
  expect(beyond?.texte).toBe(LINES.slice(28).join('\n'));
  expect(beyond?.absence?.motif).toContain('a 30 lignes');
  expect(long).toMatchObject({ lignesOmises: 799 });
});

it('follows the citation of a fact', async () => {
  const { mandat } = await level.data<{ mandat: { provenance: { lignes: string; passage: unknown } } }>(
    '{ mandat: document(code: "004") { provenance { lignes passage { lignes document { code texte { etat } } } } } }',
  );
  expect(mandat.provenance.passage).toEqual({
    lignes: mandat.provenance.lignes,
    document: { code: '004', texte: { etat: 'IMPORTE' } },
  });
});

it('gives back no line once the citations count those of another text, until it is imported', async () => {
  const other = MADE_UP.split('\n').toReversed().join('\n');
  await level.rows(expectText('004', other));
  const [passage] = await ask(['004:L2-4']);
  expect(passage?.texte).toBeNull();
  expect(passage?.absence?.motif).toContain('n’est plus celui');
  // The same words in one line are cut as the citations count them.
  expect(await give('004', other.replaceAll(/\n+/g, ' '))).toMatchObject({
    etat: 'REMPLACE',
    coupe: 'CELLE_DES_CITATIONS',
  });
  const [after] = await ask(['004:L2-3']);
  expect(after?.texte).toBe(toLines(other).slice(1, 3).join('\n'));
});
