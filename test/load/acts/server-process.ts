import { readFileSync } from 'node:fs';
import { query } from '../../postgres.ts';
import { costOf } from '../processes.ts';

/** The process of a PostgreSQL server, whose children answer, where it runs on this machine. */
export async function findServer(url: string): Promise<number | undefined> {
  const { rows } = await query(url, "select pid from pg_stat_activity where backend_type = 'checkpointer'");
  const { pid } = (rows as { pid: number }[])[0] ?? {};
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, parent] = /^PPid:\s+(\d+)/m.exec(status) ?? [];
    return /^Name:\s+postgres/m.test(status) && parent !== undefined ? Number(parent) : undefined;
  } catch {
    return undefined;
  }
}

const MS_PER_TICK = 10;

/** CPU of a server since its start, in milliseconds, what its ended connections used included; nothing where it is not known. */
export function cpuOfServer(server: number | undefined): number {
  if (server === undefined) return NaN;
  const text = readFileSync(`/proc/${server}/stat`, 'utf8');
  // The numbers of proc(5), less the two that come before the state.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return costOf(server).cpuMs + (Number(fields[13]) + Number(fields[14])) * MS_PER_TICK;
}
