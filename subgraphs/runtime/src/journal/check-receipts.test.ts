import { describe, expect, it } from 'vitest';
import type { SaidActe } from './acte-digest.ts';
import { digestText, toCanonicalJson, toLeaf } from './acte-digest.ts';
import { sayReserved } from './reserved.ts';
import { checkReceipt, findReceipts } from './check-receipts.ts';
import { writeCheckpoint } from './checkpoint.ts';
import { createEphemeralKeys } from './journal-keys.ts';
import { leafDigest } from './merkle.ts';
import { writeNote } from './signed-note.ts';

const keys = createEphemeralKeys();
const contenu = toCanonicalJson({ exercice: '2026-2027' });
const said: SaidActe = {
  niveau: 'SANTE_QUEBEC',
  numero: 1,
  nature: 'publierCanevas',
  version: 1,
  auteur: 'marie',
  palier: 'SANTE_QUEBEC',
  etablissement: null,
  cle: 'a',
  motif: null,
  inscritLe: '2026-05-01T12:00:00.000Z',
  origine: 'SAISIE',
  demande: digestText('demande'),
  precedente: '',
  empreinteContenu: digestText(contenu),
};

/** The receipt of the only act of a journal, whose leaf is this text. */
function receiptOf(feuille: string, temoins: readonly ('MSSS' | 'ETABLISSEMENT')[] = []) {
  const empreinte = leafDigest(feuille);
  const signer = keys.signerOf('SANTE_QUEBEC');
  const text = writeCheckpoint({ origin: signer.name, size: 1, root: empreinte });
  const signers = [signer, ...temoins.map((niveau) => keys.signerOf(niveau))];
  const signature = writeNote(
    text,
    signers.map((one) => one.sign(text)),
  );
  return { niveau: 'SANTE_QUEBEC', numero: 1, empreinte, racine: empreinte, preuve: [], signature, temoins };
}
const feuille = toLeaf(said);
const recu = receiptOf(feuille);
const acte = { numero: 1, natureActe: 'publierCanevas', auteur: 'marie', contenu, feuille, recu };
const check = (value: unknown) => checkReceipt(findReceipts(value)[0]!, keys.publics());

describe('receipts are found', () => {
  it.each([
    ['alone', recu, 1],
    ['in what a mutation answered', { data: { publierCanevas: { acte } } }, 1],
    ['in a list', { data: { journalSanteQuebec: { nodes: [acte, acte, { recu: null }] } } }, 2],
    ['under another name', { premier: recu }, 1],
    ['nowhere, in what has none', { data: { acte: { numero: 1 } }, errors: ['recu'] }, 0],
    [
      'nowhere, deeper than an answer goes',
      JSON.parse(`${'['.repeat(100)}1${']'.repeat(100)}`) as unknown,
      0,
    ],
  ])('%s', (_where, value, count) => {
    expect(findReceipts(value)).toHaveLength(count);
  });
});

describe('a receipt', () => {
  it('proves the act around it, with its content or without', () => {
    expect(check({ acte })).toMatchObject({ size: 1, feuille: { auteur: 'marie' }, contenu: true });
    expect(check({ acte: { feuille, recu } })).toMatchObject({ contenu: false });
    expect(check({ acte: { ...acte, contenu: sayReserved('« Pas publié ».') } })).toMatchObject({
      contenu: false,
    });
    expect(check(recu)).toMatchObject({ size: 1, feuille: undefined });
  });

  it('names as witnesses those whose signatures hold, in any order, and no other', () => {
    const signed = receiptOf(feuille, ['MSSS', 'ETABLISSEMENT']);
    expect(check({ ...signed, temoins: ['ETABLISSEMENT', 'MSSS'] })).toMatchObject({ size: 1 });
    expect(check({ ...signed, temoins: undefined })).toMatchObject({ size: 1 });
    for (const temoins of [['MSSS'], ['MSSS', 'ETABLISSEMENT', 'X'], ['MSSS', 'MSSS'], [], 'MSSS', null])
      expect(check({ ...signed, temoins })).toMatchObject({
        fault: expect.stringContaining('« temoins » vaut') as unknown,
      });
    expect(check({ ...recu, temoins: ['MSSS'] })).toHaveProperty('fault');
  });

  it.each([
    ['another content', { ...acte, contenu: contenu.replace('2026', '2025') }, 'contenu n’est pas celui'],
    ['a content without its leaf', { contenu, recu }, 'sans la feuille'],
    ['another leaf', { ...acte, feuille: feuille.replace('marie', 'paul!') }, 'feuille a été changée'],
    ['a leaf that is not that of an act', { feuille: 'x', recu: receiptOf('x') }, 'n’est pas le texte'],
    ['another author', { ...acte, auteur: 'paul' }, '« auteur » vaut "paul"'],
    ['another nature', { ...acte, natureActe: 'autre' }, '« natureActe » vaut "autre"'],
    [
      'the leaf of another act',
      { feuille: toLeaf({ ...said, numero: 2 }), recu: receiptOf(toLeaf({ ...said, numero: 2 })) },
      '« numero » vaut 1 dans le fichier, et 2 dans la feuille',
    ],
    [
      'the leaf of another level',
      { feuille: toLeaf({ ...said, niveau: 'MSSS' }), recu: receiptOf(toLeaf({ ...said, niveau: 'MSSS' })) },
      '« niveau »',
    ],
    ['part of its fields', { recu: { numero: 1 } }, 'Ce n’est pas un reçu'],
  ])('with %s proves nothing', (_what, value, told) => {
    expect(check({ acte: value })).toMatchObject({ fault: expect.stringContaining(told) as unknown });
  });
});
