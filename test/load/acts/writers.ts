import { act } from '@palier/runtime/acts/act';
import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { createEphemeralKeys } from '@palier/runtime/journal/journal-keys';
import type { Subgraph } from '@palier/runtime/subgraph';
import { openDatabase } from '@palier/runtime/database';
import { someoneOf } from '@palier/runtime/testing';
import { santeQuebec } from '@palier/sante-quebec';
import pg from 'pg';
import { renderTable } from '../../markdown.ts';
import { medianOf } from './median.ts';
import { cpuOfServer, findServer } from './server-process.ts';

/** What was done in the time given. */
interface Sample {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU for one, of this process and of the server. */
  readonly cpuMs: number;
  readonly serverCpuMs: number;
}

type Samples = Record<'acts' | 'bare', Sample[]>;

export interface WritersOptions {
  readonly url: string;
  readonly seconds: number;
  readonly rounds: number;
  readonly writers: readonly number[];
}

/** Acts a second beside bare INSERTs of the same rows by as many connections. The two take turns, so that what else the machine does weighs on both. */
export async function measureWriters({
  url,
  seconds,
  rounds,
  writers: counts,
}: WritersOptions): Promise<string> {
  const database = await openDatabase({ kind: 'server', url });
  try {
    const level = await santeQuebec.open(
      database,
      { demonstration: 'ABSENTE' },
      { keys: createEphemeralKeys() },
    );
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    await pool.query(BARE_TABLES);
    await pool.end();
    const server = await findServer(url);
    const all = new Map<number, Samples>();
    for (let round = -1; round < rounds; round += 1)
      for (const writers of counts) {
        const how = { writers, seconds, server };
        const acts = await measureActs(level, how);
        const bare = await measureBare(url, how);
        // The first round warms both up.
        if (round < 0) continue;
        const samples = all.get(writers) ?? { acts: [], bare: [] };
        samples.acts.push(acts);
        samples.bare.push(bare);
        all.set(writers, samples);
      }
    return renderSamples(all);
  } finally {
    await database.close();
  }
}

interface How {
  readonly writers: number;
  readonly seconds: number;
  /** Its process, where it is on this machine. */
  readonly server: number | undefined;
}

/** As many at once, each going on when it is answered, until the time is over. */
async function measure(
  { writers, seconds, server }: How,
  work: (writer: number, count: number) => Promise<unknown>,
): Promise<Sample> {
  const latencies: number[] = [];
  const own = process.cpuUsage();
  const serverBefore = cpuOfServer(server);
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let count = 1; performance.now() < end; count += 1) {
        const asked = performance.now();
        await work(writer, count);
        latencies.push(performance.now() - asked);
      }
    }),
  );
  const spent = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(own);
  const serverMs = cpuOfServer(server) - serverBefore;
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? NaN;
  return {
    perSecond: latencies.length / spent,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    cpuMs: (user + system) / 1_000 / latencies.length,
    serverCpuMs: serverMs / latencies.length,
  };
}

let runs = 0;

/** An act that makes a canevas: four rows, and what the journal adds. */
function measureActs(level: Subgraph, how: How): Promise<Sample> {
  runs += 1;
  const run = runs;
  const definition = santeQuebec.actes.find(({ nature }) => nature === 'publierCanevas') as ActeDefinition;
  return measure(how, (writer, version) => {
    // An exercice each: nobody makes the version of another out of date.
    const asked = { exercice: `essai-${run}-${writer}`, indicateurs: ['I-A-P5'] };
    const identity = someoneOf('SANTE_QUEBEC', { subject: `essai-${run}-${writer}` });
    return act(level.createContext(identity), {
      definition,
      cle: String(version),
      asked,
      prepare: () => ({ ...asked, version, exigences: ['A-P5:AAOR'] }),
    });
  });
}

/** The same tables and indexes, without what watches over them. */
const TABLES = ['journal', 'journal_noeud', 'canevas', 'canevas_indicateur', 'canevas_exigence'] as const;
/** Those whose rows say since when they are known: here no trigger says it. */
const REMEMBERED = TABLES.filter((table) => table.startsWith('canevas'));
const BARE_TABLES = `create schema nu;
${TABLES.map((table) => `create table nu.${table} (like sante_quebec.${table} including all);`).join('\n')}
${REMEMBERED.map((table) => `alter table nu.${table} alter column connu_depuis set default now();`).join('\n')}`;

/** One transaction an act, one statement a row, prepared; a connection a writer. */
async function measureBare(url: string, how: How): Promise<Sample> {
  const clients = await Promise.all(
    Array.from({ length: how.writers }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const { rows } = await clients[0]!.query<Record<string, unknown>>(
    'select * from sante_quebec.journal order by numero desc limit 1',
  );
  const [acte = {}] = rows;
  await clients[0]!.query(`truncate ${TABLES.map((table) => `nu.${table}`).join(', ')}`);
  let numero = 0;
  const columns = Object.keys(acte);
  const insertJournal = `insert into nu.journal (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`;
  const provenance = JSON.stringify({
    origine: 'SAISIE',
    note: 'acte 1 (publierCanevas), inscrit le 2026-11-28T13:06:02.639Z',
  });
  try {
    return await measure(how, async (writer) => {
      const client = clients[writer]!;
      numero += 1;
      const own = numero;
      const code = `essai-${writer}-V${own}`;
      const insert = (name: string, text: string, given: unknown[]) =>
        client.query({ name, text, values: given });
      await client.query('begin');
      await insert(
        'canevas',
        'insert into nu.canevas (code, version, exercice, nature, provenance) values ($1, $2, $3, $4, $5)',
        [code, own, `essai-${writer}`, 'OFFICIEL', provenance],
      );
      await insert(
        'indicateur',
        'insert into nu.canevas_indicateur (canevas_code, indicateur_code) values ($1, $2)',
        [code, 'I-A-P5'],
      );
      await insert(
        'exigence',
        'insert into nu.canevas_exigence (canevas_code, exigence_code) values ($1, $2)',
        [code, 'A-P5:AAOR'],
      );
      await insert(
        'journal',
        insertJournal,
        columns.map((column) => ({ ...acte, numero: own, cle: String(own) })[column]),
      );
      // A tree has as many inner nodes as leaves, but one.
      await insert('noeud', 'insert into nu.journal_noeud (hauteur, rang, empreinte) values ($1, $2, $3)', [
        1,
        own,
        acte['empreinte'],
      ]);
      await client.query('commit');
    });
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

const HEADER = [
  'writers',
  'acts/s',
  'bare INSERTs/s',
  'ratio',
  'p50 ms',
  'p99 ms',
  'bare p99 ms',
  'CPU ms/act: process',
  'PostgreSQL',
  'bare CPU ms: process',
  'PostgreSQL',
];

function renderSamples(all: ReadonlyMap<number, Samples>): string {
  const rows = [...all].map(([writers, { acts, bare }]) => {
    const of = (samples: readonly Sample[], figure: keyof Sample): number =>
      medianOf(samples.map((sample) => sample[figure]));
    return [
      String(writers),
      of(acts, 'perSecond').toFixed(0),
      of(bare, 'perSecond').toFixed(0),
      (of(acts, 'perSecond') / of(bare, 'perSecond')).toFixed(2),
      of(acts, 'p50Ms').toFixed(1),
      of(acts, 'p99Ms').toFixed(1),
      of(bare, 'p99Ms').toFixed(1),
      of(acts, 'cpuMs').toFixed(2),
      of(acts, 'serverCpuMs').toFixed(2),
      of(bare, 'cpuMs').toFixed(2),
      of(bare, 'serverCpuMs').toFixed(2),
    ];
  });
  return renderTable([HEADER, ...rows], 1);
}
