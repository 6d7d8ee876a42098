import { PalierError } from '../base/errors.ts';
import { toInstant } from '../base/instant.ts';
import { type List, defineList } from '../graph/list.ts';
import { defineLoader } from '../request/loader.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import type { Kysely } from 'kysely';
import type { ReadingContext } from '../request/context.ts';
import type { Acte } from '../journal/acte.ts';
import { digestText, type SaidActe, toLeaf, writeContenu } from '../journal/acte-digest.ts';
import type { Recu } from './acte.type.ts';
import { JOURNAL_ORIGINS } from '../journal/checkpoint.ts';
import {
  type ActesChoice,
  type SaidActeRow,
  countActes,
  findActes,
  findContenus,
  findNodes,
  findPointsOf,
  listActes,
} from '../journal/journal.queries.ts';
import type { JournalTables } from '../journal/journal-tables.ts';
import { listReceiptNodes, makeReceipt } from '../journal/receipt.ts';

/** An act as the graph shows it; its content and its receipt are read by their own loaders. */
export interface ActeValue {
  readonly niveau: CodePalier;
  readonly numero: number;
  readonly natureActe: string;
  readonly inscritLe: string;
  readonly auteur: string;
  readonly etablissement: string | null;
  readonly motif: string | null;
  readonly cle: string;
  readonly origine: Acte['origine'];
  readonly versionContenu: number;
  readonly feuille: string;
  readonly empreinte: string;
}

function toActeValue(acte: SaidActe & { readonly empreinte: string }): ActeValue {
  return {
    niveau: acte.niveau,
    numero: acte.numero,
    natureActe: acte.nature,
    inscritLe: acte.inscritLe,
    auteur: acte.auteur,
    etablissement: acte.etablissement,
    motif: acte.motif,
    cle: acte.cle,
    origine: acte.origine,
    versionContenu: acte.version,
    feuille: toLeaf(acte),
    empreinte: acte.empreinte,
  };
}

/** An act as a list of them reads it. */
const toSaidActe = (niveau: CodePalier, { inscrit_le, empreinte_contenu, ...row }: SaidActeRow): ActeValue =>
  toActeValue({ ...row, niveau, inscritLe: toInstant(inscrit_le), empreinteContenu: empreinte_contenu });

/** The act that a mutation just wrote. */
export const showActe = (acte: Acte): ActeValue =>
  toActeValue({ ...acte, empreinteContenu: digestText(writeContenu(acte)) });

/** The journal's tables stand beside those of the level. */
const journalOf = ({ database }: ReadingContext): Kysely<JournalTables> => database as Kysely<JournalTables>;

/** The acts of a level, in the order in which they were written. */
export const defineActesList = (name: string, niveau: CodePalier): List<ActesChoice, ActeValue> =>
  defineList({
    name,
    find: async ({ database }, choice: ActesChoice, { afterKey, limit, order }) => {
      const after = order === undefined ? afterKey : order.after?.value;
      const page = {
        after: after == null ? undefined : Number(after),
        limit,
        isFromLast: order !== undefined,
      };
      return (await listActes(database, choice, page)).map((row) => toSaidActe(niveau, row));
    },
    count: ({ database }, choice) => countActes(database, choice),
    keyOf: ({ numero }) => String(numero),
    orders: { NUMERO: { kind: 'NUMBER', valueOf: ({ numero }) => numero } },
  });

export const contenuLoader = defineLoader<number, string>(async (context, numeros) => {
  const rows = await findContenus(journalOf(context), numeros);
  const byNumero = new Map(rows.map(({ numero, contenu }) => [numero, contenu]));
  return numeros.map((numero) => byNumero.get(numero) ?? new PalierError('ERREUR_INTERNE'));
});

/** The acts that some rows are by. */
export const acteLoader = defineLoader<number, ActeValue | null>(async (context, numeros) => {
  const rows = await findActes(journalOf(context), numeros);
  const byNumero = new Map(rows.map((row) => [row.numero, row]));
  return numeros.map((numero) => {
    const row = byNumero.get(numero);
    return row === undefined ? null : toSaidActe(context.history.niveau, row);
  });
});

/** What names a receipt. */
export type ReceiptAsked = Pick<ActeValue, 'niveau' | 'numero' | 'empreinte'>;

/** The two other levels. */
const WITNESSES = Object.keys(JOURNAL_ORIGINS).length - 1;
const LEVELS = new Map(
  Object.entries(JOURNAL_ORIGINS).map(([niveau, origin]) => [origin, niveau as CodePalier]),
);

/** Two statements, whatever the number of receipts: their checkpoints, and the nodes of their proofs. */
export const recuLoader = defineLoader<ReceiptAsked, Recu | null>(async (context, asked) => {
  const tables = journalOf(context);
  const points = await findPointsOf(
    tables,
    asked.map(({ numero }) => numero),
    WITNESSES,
  );
  const places = asked.flatMap(({ numero }) => {
    const point = points.get(numero);
    return point === undefined ? [] : listReceiptNodes(numero, point.taille);
  });
  const nodes = await findNodes(tables, places);
  return asked.map((one) => {
    const point = points.get(one.numero);
    if (point === undefined) return null;
    const temoins = point.contresignatures.flatMap(({ temoin }) => LEVELS.get(temoin) ?? []);
    return { ...makeReceipt(one, point, nodes), temoins };
  });
});
