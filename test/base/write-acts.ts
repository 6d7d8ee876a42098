import { createHash } from 'node:crypto';
import { etablissements } from '@palier/etablissements';
import { act } from '@palier/runtime/acts/act';
import { type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import { openKeyFolder } from '@palier/runtime/journal/journal-keys';
import { verifyLevelJournal } from '@palier/runtime/level/verify-level-journal';
import type { Subgraph, SubgraphDefinition } from '@palier/runtime/subgraph';
import { someoneOf } from '@palier/runtime/testing';
import { santeQuebec } from '@palier/sante-quebec';
import { sql } from 'kysely';
import { type Plan, planEtablissement, planSanteQuebec } from './plan-acts.ts';

/**
 * A program that acts until it is killed, in two levels of one database. It first tells what it finds, then several writers act at
 * once, each telling the act that was just acknowledged, on a line of its own. Each begins by the last that it was told of, asked
 * again. What a writer does is drawn, by its name and its rank: asked again, it is the same.
 */
export interface Order {
  readonly location: DatabaseLocation;
  readonly keys: string;
  readonly seed: number;
  /** The last act that each writer was told of; 0 for none. */
  readonly begins: Readonly<Record<string, number>>;
  /** Whether another program has made the tables. */
  readonly isPrepared: boolean;
}
const { location, keys: folder, seed, begins, isPrepared } = JSON.parse(process.argv[2]!) as Order;
const SETTINGS = { demonstration: 'ABSENTE' } as const;
const tell = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const keys = openKeyFolder(folder);
const database = await openDatabase(location);

interface Opened {
  readonly definition: SubgraphDefinition;
  readonly level: Subgraph;
}

async function open(definition: SubgraphDefinition): Promise<Opened> {
  return { definition, level: await definition.open(database, SETTINGS, { keys, isPrepared }) };
}

/** By the first letter of the name of their writers. */
const levels = new Map([
  ['s', await open(santeQuebec)],
  ['e', await open(etablissements)],
]);

async function find({ definition }: Opened): Promise<object> {
  const { kysely } = database;
  const { level } = definition;
  const { fautes } = await verifyLevelJournal(kysely, definition, keys.publics());
  const { rows: actes } = await sql`select auteur, cle, numero, empreinte, nature
    from ${sql.table(`${level}.journal`)} order by numero`.execute(kysely);
  const { rows: named } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = ${level} and column_name in ('connu_par', 'jusqua_par')`.execute(kysely);
  // Each of these acts changes rows, now or in their past, and each row that an act changed names it.
  const changes = named.map(
    ({ table, column }) =>
      sql`select ${sql.ref(column)} as acte from ${sql.table(`${level}.${table}`)} where ${sql.ref(column)} is not null`,
  );
  const { rows: halves } = await sql`with change as (${sql.join(changes, sql` union `)})
    select journal.numero, change.acte from ${sql.table(`${level}.journal`)} as journal
      full join change on change.acte = journal.numero
    where journal.numero is null or change.acte is null`.execute(kysely);
  return { level, actes, halves, fautes };
}
tell(await Promise.all([...levels.values()].map(find)));

/** A number from 0 to 1, the same each time. */
function draw(...names: readonly (string | number)[]): number {
  const digest = createHash('sha256')
    .update([seed, ...names].join(' '))
    .digest();
  return digest.readUInt32LE() / 2 ** 32;
}

async function write({ level, definition: of }: Opened, auteur: string, from: number): Promise<void> {
  const rank = auteur.charCodeAt(2);
  const plan: Plan = of === santeQuebec ? planSanteQuebec(rank) : planEtablissement(rank);
  const author = { ...someoneOf(of.niveau!, { subject: auteur }), etablissement: plan.etablissement };
  for (let count = 1; ; count += 1) {
    const { nature, contenu } = plan.next((name) => draw(auteur, count, name));
    if (count < from) continue;
    const definition = of.actes.find((one) => one.nature === nature)!;
    const cle = `acte-${count}`;
    const acte = await act(level.createContext(author), {
      definition,
      cle,
      asked: contenu,
      prepare: () => contenu,
    });
    tell({ auteur, count, cle, numero: acte.numero, empreinte: acte.empreinte });
  }
}

const writers: Promise<void>[] = [];
for (const [auteur, from] of Object.entries(begins))
  writers.push(write(levels.get(auteur[0]!)!, auteur, from));
await Promise.all(writers);
