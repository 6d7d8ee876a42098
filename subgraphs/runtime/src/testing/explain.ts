import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import { type Database, openDatabase } from '../data/database.ts';

/** A database that a test makes on a server, and drops. */
export interface ServerDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** @param server - where to make it: the address of any database of that server */
export async function createServerDatabase(server: string, name: string): Promise<ServerDatabase> {
  const run = async (statement: string): Promise<void> => {
    const database = await openDatabase({ kind: 'server', url: server });
    await sql
      .raw(statement)
      .execute(database.kysely)
      .finally(() => database.close());
  };
  await run(`create database ${name}`);
  return {
    url: server.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${name}`),
    drop: () => run(`drop database if exists ${name} with (force)`),
  };
}

/** Tables that are not read: instead of its rows, each statement gives how the server would run it, with the very values that it is sent with. */
export const explaining = <Tables>({ kysely }: Database, schema: string): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: {
        connect: () =>
          Promise.resolve({
            query: async (text: unknown, values: readonly unknown[]) => {
              const asked = CompiledQuery.raw(`explain (format json) ${String(text)}`, [...values]);
              const { rows } = await kysely.executeQuery(asked);
              return { command: 'SELECT' as const, rowCount: rows.length, rows };
            },
            release: () => undefined,
          } as never),
        end: () => Promise.resolve(),
      },
    }),
  }).withSchema(schema);

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** What a statement that is `explaining` reads: the indexes by their names, and « all of » each table that is read whole. */
export async function readBy(explained: Promise<unknown>): Promise<string[]> {
  const [row] = (await explained) as { 'QUERY PLAN': readonly { readonly Plan: Plan }[] }[];
  const list = (plan: Plan): string[] => [
    ...(plan['Index Name'] === undefined ? [] : [plan['Index Name']]),
    ...(plan['Node Type'] === 'Seq Scan' ? [`all of ${plan['Relation Name']}`] : []),
    ...(plan.Plans ?? []).flatMap(list),
  ];
  return list(row!['QUERY PLAN'][0]!.Plan);
}
