import type { Kysely } from 'kysely';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import DataLoader from 'dataloader';
import { isRefusal, PalierError, tellRegle } from '../base/errors.ts';
import { toLocalDay } from '../base/local-day.ts';
import { tablesOf } from '../data/tables-of.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import type { Acte, ActeDefinition, ActeDemande, Acteur, OrigineActe } from './acte.ts';
import { digestActe, digestDemande, digestText, drawSel, readContenu, writeContenu } from './acte-digest.ts';
import { writeCheckpoint } from './checkpoint.ts';
import type { JournalTable, JournalTables } from './journal-tables.ts';
import {
  type ActeName,
  type Head,
  findActesByNames,
  findHead,
  insertGroup,
  lockJournal,
  toActe,
} from './journal.queries.ts';
import { GrowingTree, type MerkleNode } from './merkle.ts';
import { latestInstantOf, noteInstant } from '../data/clock.ts';
import { atOnce } from '../data/postgres/at-once.ts';
import type { Awaitable } from '../base/awaitable.ts';
import { RepeatedStatement, repeatedByLevel } from '../data/postgres/repeated-statement.ts';
import { sendingAhead } from '../data/postgres/sent-ahead.ts';
import type { NoteSigner } from './signed-note.ts';

/** What somebody asks to be written. */
export interface Demande {
  readonly definition: ActeDefinition;
  readonly acteur: Acteur;
  readonly cle: string;
  readonly motif: string | null;
  /** What the caller sent: the same key with the same is the same act. */
  readonly asked: unknown;
  /** The same as an act of before says it was asked, where it says less than `asked`; undefined for an act that says as much. */
  readonly askedBefore?: ((contenu: never) => unknown) | undefined;
  /** What is written: what was sent, and what had to be read elsewhere to judge it. */
  readonly contenu: unknown;
}

/** Where the acts of one level are written. */
export interface Journal {
  /**
   * Writes an act and what it changes, all or nothing; on the disk when it answers. A key already used for the same gives the
   * act it named. Raises what refuses it, CLE_REPRISE for a key used for something else.
   */
  write(demande: Demande): Promise<Acte>;
  /** The act that a key already names, if what it was given for is the same. Raises CLE_REPRISE if it is not. */
  recall(demande: Omit<Demande, 'contenu'>): Promise<Acte | undefined>;
  /** Called each time acts were written, with how many there are. Returns what ends the listening. */
  onWritten(listener: (size: number) => void): () => void;
}

export interface JournalOptions {
  readonly database: Kysely<unknown>;
  /** The Postgres schema of the level. */
  readonly level: string;
  readonly niveau: CodePalier;
  readonly origine: OrigineActe;
  readonly signer: NoteSigner;
  readonly now?: () => Date;
}

/** Acts written in one transaction at most: what one commit to the disk is shared by. */
const LARGEST_GROUP = 256;

interface Waiting {
  readonly demande: Demande;
  /** Drawn where what it holds may be withheld. */
  readonly sel: string | undefined;
  readonly digest: string;
  readonly resolve: (acte: Acte) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly acte: Acte } | { readonly error: unknown };

/**
 * Acts that arrive while others are being written wait, and are written together: one transaction, one commit, one signature,
 * so that the chain is no queue of commits.
 */
export function createJournal(options: JournalOptions): Journal {
  const waiting: Waiting[] = [];
  const listeners = new Set<(size: number) => void>();
  let isWriting = false;
  // Those who ask in the same turn are answered by one statement.
  const acts = new DataLoader<ActeName, JournalTable | undefined, string>(
    (names) => findKnown(options, names),
    {
      cache: false,
      cacheKeyFn: nameKey,
    },
  );

  const writeWaiting = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      // What arrives in the same turn is written together, and so is what those who were just answered ask next.
      await nextTurn();
      const group = waiting.splice(0, LARGEST_GROUP);
      await writeGroup(options, group).then(
        ({ outcomes, size }) => {
          outcomes.forEach((outcome, index) => settle(group[index]!, outcome));
          if (size !== undefined) for (const listener of listeners) listener(size);
        },
        (error: unknown) => group.forEach(({ reject }) => reject(error)),
      );
    }
    isWriting = false;
  };

  return {
    write: (demande) =>
      new Promise((resolve, reject) => {
        const sel = demande.definition.reserve === undefined ? undefined : drawSel();
        waiting.push({ demande, sel, digest: digestAsked(demande, sel), resolve, reject });
        if (!isWriting) void writeWaiting();
      }),
    recall: async (demande) => {
      const row = await acts.load({ auteur: demande.acteur.sub, cle: demande.cle });
      return row && sameOrRefused(readActe(row, options.niveau), demande);
    },
    onWritten: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function findKnown(
  { database, level }: JournalOptions,
  names: readonly ActeName[],
): Promise<(JournalTable | undefined)[]> {
  const tables = tablesOf<JournalTables>(sendingAhead(database), level);
  const rows = new Map((await findActesByNames(tables, names)).map((row) => [nameKey(row), row]));
  return names.map((name) => rows.get(nameKey(name)));
}

const settle = ({ resolve, reject }: Waiting, outcome: Outcome): void =>
  'acte' in outcome ? resolve(outcome.acte) : reject(outcome.error);

const digestAsked = (
  { definition, acteur, motif, asked }: Omit<Demande, 'contenu'>,
  sel: string | undefined,
): string =>
  digestDemande({
    nature: definition.nature,
    etablissement: acteur.etablissement,
    motif,
    asked,
    ...(sel === undefined ? {} : { sel }),
  });

/** What a group came to; no size when nothing was written. */
interface GroupOutcome {
  readonly outcomes: readonly Outcome[];
  readonly size: number | undefined;
}

/**
 * An act that its rules refuse has written nothing, and the others go on. What fails in any other way may have: all is undone,
 * and each is then tried apart, behind a savepoint of its own.
 */
async function writeGroup(options: JournalOptions, group: readonly Waiting[]): Promise<GroupOutcome> {
  const together = writeAll(options, group, { write: writeTogether, ahead: toWaves(group)[0] ?? [] });
  if (group.length === 1) return together;
  // Nothing is judged ahead, where what fails would be the failure of all.
  return together.catch(() => writeAll(options, group, { write: writeApart, ahead: [] }));
}

/** A group under way: its transaction, and what was judged of its first acts at the instant that they were thought to have. */
interface Writing {
  readonly transaction: Kysely<unknown>;
  readonly options: JournalOptions;
  readonly pen: Pen;
  /** The acts that a name already names, those of this group that are written included. */
  readonly written: Map<string, Acte>;
  readonly judged: Judged;
}

type WriteActs = (writing: Writing, group: readonly Waiting[]) => Promise<Outcome[]>;

interface Writer {
  /** Writes them one after the other. */
  readonly write: WriteActs;
  /** Those that may be judged before it is known what they follow. */
  readonly ahead: readonly Waiting[];
}

/**
 * They have the instant that follows the hour of the database, read once it is their turn: whatever clock a program has, it writes
 * nothing at an instant that another has answered of. A clock that went back does not put an act before the one it follows; and
 * each group has an instant of its own.
 */
function writeAll(
  options: JournalOptions,
  group: readonly Waiting[],
  { write, ahead }: Writer,
): Promise<GroupOutcome> {
  const { database, level, niveau, signer } = options;
  return database.transaction().execute(async (transaction) => {
    await lockJournal(level).executeAhead(transaction);
    const { now = () => new Date() } = options;
    // Judged by the way, on the day that they will most likely have.
    const [{ head, known, clock }, judged] = await atOnce(transaction, (reading) =>
      Promise.all([
        findHead(reading, level, group.map(nameOf)),
        judgeAll(reading, options, ahead, now().toISOString()),
      ]),
    );
    const instant = Math.max(Date.parse(head.inscritLe), clock) + 1;
    const pen = createPen(head, new Date(instant).toISOString());
    const written = new Map(known.map((row) => readActe(row, niveau)).map((acte) => [nameKey(acte), acte]));
    const outcomes = await write({ transaction, options, pen, written, judged }, group);
    if (pen.actes.length === 0) return { outcomes, size: undefined };
    await insertGroup(transaction, level, { ...pen, point: toPoint(pen, signer) });
    return { outcomes, size: pen.tree.size };
  });
}

/** Acts that are judged together, each by what none of the others changes. */
function toWaves(group: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const waves: Waiting[][] = [];
  let touched: Set<string> | undefined;
  for (const one of group) {
    const { definition, acteur, contenu } = one.demande;
    const thing = definition.touches?.({ contenu, etablissement: acteur.etablissement });
    if (thing === undefined || touched === undefined || touched.has(thing)) {
      waves.push([one]);
      touched = thing === undefined ? undefined : new Set([thing]);
    } else {
      waves.at(-1)?.push(one);
      touched.add(thing);
    }
  }
  return waves;
}

/** What refuses each act, or nothing; and the instant at which it was judged. */
interface Judged {
  readonly inscritLe: string;
  readonly refusals: ReadonlyMap<Waiting, PalierError | undefined>;
}

async function judgeAll(
  reading: Kysely<unknown>,
  options: JournalOptions,
  wave: readonly Waiting[],
  inscritLe: string,
): Promise<Judged> {
  const tables = reading.withSchema(options.level);
  const refusals = await Promise.all(
    wave.map(
      async (one) => [one, await findRefusal(tables, toDemande(options, inscritLe, one), one)] as const,
    ),
  );
  return { inscritLe, refusals: new Map(refusals) };
}

async function findRefusal(
  tables: Kysely<unknown>,
  demande: ActeDemande,
  { demande: { definition } }: Waiting,
): Promise<PalierError | undefined> {
  try {
    await definition.check(tables, demande);
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

/** What they write is sent ahead: what fails then is the failure of all. */
const writeTogether: WriteActs = async (given, group) => {
  const writing = { ...given, transaction: sendingAhead(given.transaction) };
  const outcomes: Outcome[] = [];
  for (const wave of toWaves(group)) {
    const judged = await judgeWave(writing, wave);
    for (const one of wave) outcomes.push(await writeJudged(writing, one, judged));
  }
  return outcomes;
};

function judgeWave(
  { transaction, options, pen, judged }: Writing,
  wave: readonly Waiting[],
): Awaitable<Judged> {
  const isSameDay = toLocalDay(judged.inscritLe) === toLocalDay(pen.inscritLe);
  const isJudged = isSameDay && wave.every((one) => judged.refusals.has(one));
  if (isJudged) return judged;
  return atOnce(transaction, (reading) => judgeAll(reading, options, wave, pen.inscritLe));
}

async function writeJudged(writing: Writing, one: Waiting, judged: Judged): Promise<Outcome> {
  const { written, options, pen } = writing;
  const known = written.get(nameKey(nameOf(one)));
  if (known !== undefined) return giveAgain(known, one);
  const error = judged.refusals.get(one);
  if (error !== undefined) return { error };
  const acte = await applyOne(writing, one, toDemande(options, pen.inscritLe, one));
  written.set(nameKey(acte), acte);
  return { acte };
}

/**
 * Whatever happens to an act leaves nothing behind, and the others of its group are written. Each write is waited for: the pen
 * keeps no act that the database refuses.
 */
const writeApart: WriteActs = async (writing, group) => {
  const outcomes: Outcome[] = [];
  for (const one of group) outcomes.push(await writeBehindSavepoint(writing, one));
  return outcomes;
};

const SAVEPOINT = new RepeatedStatement(() => sql`savepoint acte`);

async function writeBehindSavepoint(writing: Writing, one: Waiting): Promise<Outcome> {
  const { transaction, options, pen } = writing;
  await SAVEPOINT.executeAhead(transaction);
  try {
    const judged = await atOnce(transaction, (reading) => judgeAll(reading, options, [one], pen.inscritLe));
    const outcome = await writeJudged(writing, one, judged);
    await sql`release savepoint acte`.execute(transaction);
    return outcome;
  } catch (error) {
    // What it had sent ahead may have failed as well.
    await sql`select 1`.execute(transaction).catch(() => undefined);
    await sql`rollback to savepoint acte`.execute(transaction);
    return { error };
  }
}

const nameOf = ({ demande: { acteur, cle } }: Waiting): ActeName => ({
  auteur: acteur.sub,
  cle,
});

const nameKey = ({ auteur, cle }: ActeName): string => JSON.stringify([auteur, cle]);

function giveAgain(known: Acte, { demande }: Waiting): Outcome {
  try {
    return { acte: sameOrRefused(known, demande) };
  } catch (error) {
    return { error };
  }
}

/** Asked once more, the same is answered the same; something else under the same key is not written. */
function sameOrRefused(known: Acte, demande: Omit<Demande, 'contenu'>): Acte {
  if (known.demande === digestAsked(demande, known.sel)) return known;
  const before = demande.askedBefore?.(known.contenu as never);
  if (before !== undefined && known.demande === digestAsked({ ...demande, asked: before }, known.sel))
    return known;
  const remede = 'Donnez une autre clé à un autre acte.';
  // What was done in another's name is not told to who acts for this one.
  const named =
    known.etablissement === demande.acteur.etablissement
      ? `Elle nomme déjà l’acte ${known.numero} (${known.nature}), dont le contenu diffère.`
      : 'Vous l’avez donnée à un acte fait au nom d’un autre établissement.';
  throw new PalierError(
    'CLE_REPRISE',
    `${named} ${remede}`,
    tellRegle({ code: 'UNE_CLE_UN_ACTE', origine: 'INFERENCE' }, remede),
  );
}

function readActe(row: JournalTable, niveau: CodePalier): Acte {
  const acte = toActe(row, niveau);
  return { ...acte, ...readContenu(acte.contenu) };
}

/** What a group adds, as it is made. */
interface Pen {
  readonly tree: GrowingTree;
  readonly actes: Acte<string>[];
  readonly nodes: MerkleNode[];
  readonly inscritLe: string;
  /** Digest of the act before. */
  precedente: string;
}

/** What is added to a tree that is not the one that was signed would be proved to nobody, for ever. */
function createPen({ taille, racine, sommets, empreinte }: Head, inscritLe: string): Pen {
  const tree = new GrowingTree(taille, sommets);
  if (tree.root() !== racine)
    throw new Error(
      `Les sommets du point de contrôle ${taille} ne mènent pas à sa racine. Rien n’a été écrit : « npm run journal -- verifier » dit ce qui a été changé.`,
    );
  return { tree, actes: [], nodes: [], inscritLe, precedente: empreinte };
}

function toDemande(
  { niveau, origine }: JournalOptions,
  inscritLe: string,
  { demande: { definition, acteur, cle, motif, contenu }, sel, digest }: Waiting,
): ActeDemande {
  return {
    niveau,
    nature: definition.nature,
    version: definition.version,
    auteur: acteur.sub,
    palier: acteur.palier,
    etablissement: acteur.etablissement,
    cle,
    motif,
    inscritLe,
    origine: definition.origine ?? origine,
    contenu,
    ...(sel === undefined ? {} : { sel }),
    demande: digest,
  };
}

async function applyOne(
  { transaction, options, pen }: Writing,
  { demande: { definition } }: Waiting,
  demande: ActeDemande,
): Promise<Acte> {
  const sealed = seal(pen, demande);
  await signRows(transaction, options.level, sealed);
  const acte = { ...sealed, contenu: demande.contenu };
  await definition.apply(transaction.withSchema(options.level), acte);
  keep(pen, sealed);
  return acte;
}

/**
 * Says to the database whose act the rows are that follow, for whom it is done, and since when they are known; and for whom acts are
 * added, all together, at the end of the transaction.
 */
export async function signRows(
  transaction: Kysely<unknown>,
  level: string,
  { etablissement, numero, inscritLe }: Pick<Acte, 'etablissement' | 'numero' | 'inscritLe'>,
): Promise<void> {
  await signingRows(level).executeAhead(transaction, [
    etablissement ?? '',
    etablissement ?? '',
    String(numero),
    inscritLe,
    latestInstantOf(level),
    Date.parse(inscritLe),
  ]);
}

const signingRows = repeatedByLevel(
  (level) => sql`select set_config('palier.etablissement', ${''}, true),
    set_config('palier.inscrits', concat_ws(',', nullif(current_setting('palier.inscrits', true), ''), ${''}::text), true),
    set_config('palier.acte', ${''}, true), set_config('palier.instant', ${''}, true), ${noteInstant(level, 0)}`,
);

function seal({ tree, precedente }: Pen, demande: ActeDemande): Acte<string> {
  const contenu = writeContenu(demande);
  const unsealed = { ...demande, contenu, numero: tree.size + 1, precedente };
  return { ...unsealed, empreinte: digestActe({ ...unsealed, empreinteContenu: digestText(contenu) }) };
}

function keep(pen: Pen, acte: Acte<string>): void {
  pen.actes.push(acte);
  pen.nodes.push(...pen.tree.append(acte.empreinte));
  pen.precedente = acte.empreinte;
}

function toPoint({ tree, inscritLe }: Pen, signer: NoteSigner) {
  const root = tree.root();
  return {
    taille: tree.size,
    racine: root,
    sommets: tree.peaks.map(({ digest }) => digest),
    signature: signer.sign(writeCheckpoint({ origin: signer.name, size: tree.size, root })),
    signe_le: inscritLe,
  };
}
