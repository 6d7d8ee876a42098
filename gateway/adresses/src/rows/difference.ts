import { hash } from 'node:crypto';
import { writeJson } from '@palier/calls/json/write-json';
import { Refusal } from '@palier/gateway/errors/errors';
import { ACTION, type Action, type FileRow, type FileTable } from './file-table.ts';

/** A difference keeps a digest of each row: no more rows than this are told apart. */
const MOST_ROWS = 500_000;

/**
 * What differs between a table of two instants: rows that are gone, then rows that are new; one that changed is both. Rows
 * are compared whole, so that nothing is guessed of what identifies one.
 */
export function differenceOf(now: FileTable, then: FileTable): FileTable {
  return {
    name: now.name,
    columns: [ACTION, ...now.columns],
    cuts: new Set(),
    async *rows() {
      const left = await countRows(now);
      refuseCuts(now);
      yield* keep(then, 'RETIREE', (row) => !take(left, rowDigest(row)));
      refuseCuts(then);
      yield* keep(now, 'AJOUTEE', (row) => take(left, rowDigest(row)));
    },
  };
}

/** What leaves a page may still be there, on another. */
function refuseCuts({ cuts }: FileTable): void {
  const [cut] = cuts;
  if (cut === undefined) return;
  throw new Refusal('DIFFERENCE_IMPOSSIBLE', {
    detail: `« ${cut} » est lue en partie : ce qui sort d’une page n’est pas retiré.`,
  });
}

const rowDigest = ({ cells }: FileRow): string => hash('sha256', writeJson(cells), 'base64').slice(0, 24);

async function countRows(table: FileTable): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const batch of table.rows())
    for (const row of batch) {
      const digest = rowDigest(row);
      counts.set(digest, (counts.get(digest) ?? 0) + 1);
      if (counts.size > MOST_ROWS)
        throw new Refusal('DIFFERENCE_IMPOSSIBLE', {
          detail: `Ce tableau a plus de ${MOST_ROWS} lignes : restreignez ses variables.`,
          facts: { limite: MOST_ROWS },
        });
    }
  return counts;
}

/** Whether there was one left. */
function take(counts: Map<string, number>, digest: string): boolean {
  const count = counts.get(digest) ?? 0;
  if (count === 0) return false;
  counts.set(digest, count - 1);
  return true;
}

async function* keep(
  table: FileTable,
  action: Action,
  isKept: (row: FileRow) => boolean,
): AsyncGenerator<readonly FileRow[]> {
  for await (const batch of table.rows()) {
    const kept = batch.filter(isKept);
    if (kept.length > 0) yield kept.map((row) => ({ ...row, action, cells: [action, ...row.cells] }));
  }
}
