import type { Kysely } from 'kysely';
import type { CodePalier } from '../vocabulary/paliers.ts';
import { digestActe, digestText } from './acte-digest.ts';
import { JOURNAL_ORIGINS, writeCheckpoint } from './checkpoint.ts';
import type { JournalTables } from './journal-tables.ts';
import { listCountersignatures, listNodes, listPoints, listWholeActes, toActe } from './journal.queries.ts';
import { foldPeaks, GrowingTree, nodeKey } from './merkle.ts';
import { listSigners, type NoteVerifier, parseNote, writeNote } from './signed-note.ts';

/** What a whole reading of a journal found; no fault when all of it holds. */
export interface JournalVerdict {
  readonly actes: number;
  readonly points: number;
  readonly contresignatures: number;
  /** One French sentence each, the first acts first. */
  readonly fautes: readonly string[];
  /** How many faults are not told one by one. */
  readonly autresFautes: number;
}

export interface VerifyOptions {
  readonly tables: Kysely<JournalTables>;
  readonly niveau: CodePalier;
  /** The public keys, of this level and of its witnesses. */
  readonly keys: readonly NoteVerifier[];
  /** What others know of this journal. */
  readonly known?: readonly KnownPoint[];
}

/** What somebody knows that a journal came to, besides its own tables: a witness, or who holds a receipt. */
export interface KnownPoint {
  /** Who knows, as a fault names it: « ce qu’en a vu msss », « le reçu de l’acte 3 ». */
  readonly par: string;
  readonly taille: number;
  readonly racine: string;
}

const PAGE = 500;
/** Faults told: one act removed makes every one that follows wrong. */
const MOST_FAULTS = 20;

/**
 * Reads a journal from its first act, makes its digests, its tree and its checkpoints again, and says which act was changed,
 * removed, moved or added behind its back.
 */
export async function verifyJournal({
  tables,
  niveau,
  keys,
  known = [],
}: VerifyOptions): Promise<JournalVerdict> {
  const origin = JOURNAL_ORIGINS[niveau];
  const fautes = createFaults();
  const tree = new GrowingTree(0, []);
  const roots = new Map<number, string>();
  const nodes = new Map<string, string>();
  let precedente = '';
  let before = '';
  for (let after = 0; ;) {
    const page = await listWholeActes(tables, { after, limit: PAGE });
    for (const row of page) {
      const acte = toActe(row, niveau);
      const expected = tree.size + 1;
      if (acte.numero !== expected)
        fautes.tell(`L’acte ${expected} manque : le suivant porte le numéro ${acte.numero}.`);
      if (acte.precedente !== precedente)
        fautes.tell(
          `L’acte ${acte.numero} ne suit pas celui qui le précède : un acte a été changé, retiré ou déplacé.`,
        );
      // Its digest is made of milliseconds: what is finer says nothing, and is not ours.
      if (FINER_THAN_MILLISECONDS.test(row.inscrit_le))
        fautes.tell(`L’acte ${acte.numero} (${acte.nature}) a été changé : son instant n’est plus le sien.`);
      if (acte.inscritLe < before)
        fautes.tell(`L’acte ${acte.numero} est inscrit avant celui qui le précède.`);
      if (digestActe({ ...acte, empreinteContenu: digestText(acte.contenu) }) !== acte.empreinte)
        fautes.tell(
          `L’acte ${acte.numero} (${acte.nature}) a été changé : son empreinte n’est plus la sienne.`,
        );
      for (const node of tree.append(acte.empreinte))
        if (node.height > 0) nodes.set(nodeKey(node), node.digest);
      roots.set(tree.size, tree.root());
      precedente = acte.empreinte;
      before = acte.inscritLe;
      after = acte.numero;
    }
    if (page.length < PAGE) break;
  }
  const points = await listPoints(tables);
  const countersigned = await listCountersignatures(tables);
  if (fautes.told.length === 0) {
    const last = points.at(-1)?.taille ?? 0;
    // Nodes of acts that are no more there say nothing that the count does not.
    if (last === tree.size) fautes.tell(...checkNodes(await listNodes(tables), nodes));
    else fautes.tell(`Le dernier point de contrôle compte ${last} actes, et le journal ${tree.size}.`);
  }
  for (const { taille, racine, sommets, signature } of points) {
    const root = roots.get(taille);
    const text = writeCheckpoint({ origin, size: taille, root: racine });
    if (root === undefined)
      fautes.tell(
        `Le point de contrôle ${taille} compte plus d’actes que le journal : les derniers manquent.`,
      );
    else if (root !== racine)
      fautes.tell(
        `Le point de contrôle ${taille} n’est pas celui des actes jusqu’à l’acte ${taille} : l’un d’eux a été changé.`,
      );
    if (foldPeaks(sommets) !== racine)
      fautes.tell(
        `Les sommets du point de contrôle ${taille} ne mènent pas à sa racine : l’un d’eux a été changé, et aucun acte ne peut suivre.`,
      );
    if (!isSignedBy(text, signature, origin, keys))
      fautes.tell(`La signature du point de contrôle ${taille} n’est pas reconnue.`);
  }
  const racines = new Map(points.map(({ taille, racine }) => [taille, racine]));
  for (const { taille, temoin, signature } of countersigned) {
    const racine = racines.get(taille);
    const text = racine === undefined ? undefined : writeCheckpoint({ origin, size: taille, root: racine });
    if (text === undefined || !isSignedBy(text, signature, temoin, keys))
      fautes.tell(`${temoin} n’a pas signé le point de contrôle ${taille} tel qu’il est.`);
  }
  fautes.tell(...known.flatMap((point) => sayForgotten(point, roots) ?? []));
  return {
    actes: tree.size,
    points: points.length,
    contresignatures: countersigned.length,
    fautes: fautes.told,
    autresFautes: fautes.untold,
  };
}

/** The first faults are told, the others counted. */
function createFaults() {
  const faults = {
    told: [] as string[],
    untold: 0,
    tell: (...some: readonly string[]): void => {
      const first = some.slice(0, MOST_FAULTS - faults.told.length);
      faults.told.push(...first);
      faults.untold += some.length - first.length;
    },
  };
  return faults;
}

const FINER_THAN_MILLISECONDS = /\.\d{4}/;

export const sayActes = (count: number): string => `${count} ${count < 2 ? 'acte' : 'actes'}`;

function sayForgotten(
  { par, taille, racine }: KnownPoint,
  roots: ReadonlyMap<number, string>,
): string | undefined {
  if (taille > roots.size)
    return `D’après ${par}, ce journal a compté ${sayActes(taille)}, et il en a ${roots.size} : les derniers ont été retirés.`;
  return taille === 0 || roots.get(taille) === racine
    ? undefined
    : `Les actes jusqu’à l’acte ${taille} ne sont plus ceux que dit ${par} : l’un d’eux a été changé, retiré ou déplacé.`;
}

function isSignedBy(text: string, line: string, name: string, keys: readonly NoteVerifier[]): boolean {
  const note = parseNote(writeNote(text, [line]));
  return note !== undefined && listSigners(note, keys).includes(name);
}

function checkNodes(
  kept: readonly { readonly hauteur: number; readonly rang: number; readonly empreinte: string }[],
  made: ReadonlyMap<string, string>,
): string[] {
  const keys = new Set(kept.map(({ hauteur, rang }) => nodeKey({ height: hauteur, rank: rang })));
  const wrong = kept.filter(
    ({ hauteur, rang, empreinte }) => made.get(nodeKey({ height: hauteur, rank: rang })) !== empreinte,
  );
  const missing = [...made.keys()].filter((key) => !keys.has(key));
  if (wrong.length === 0 && missing.length === 0) return [];
  return [
    `L’arbre gardé n’est pas celui des actes (nœuds faux : ${wrong.length} ; manquants : ${missing.length}). Les actes eux-mêmes sont intacts.`,
  ];
}
