import { readFileSync } from 'node:fs';
import { query } from '../../postgres.ts';

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
