import { readFileSync } from 'node:fs';
import { ERRORS, type ErrorEntry } from '@palier/gateway/errors/errors';
import { SUBGRAPH_ERRORS } from '@palier/runtime/errors';
import { describe, expect, it } from 'vitest';

const PAGE = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

/** What of an error the page and the code must both say. */
interface SaidError {
  readonly code: string;
  readonly message: string;
  readonly retry: boolean;
}

describe('the page of errors', () => {
  it('says the gateway’s errors as the code does, and no other', () => {
    const entries: [string, ErrorEntry][] = Object.entries(ERRORS);
    const coded = entries.map(([code, { message, status, retryable }]) => ({
      code,
      message,
      status: String(status),
      retry: retryable === true,
    }));
    const said = rowsOf('Of the gateway').map(([code, message, status, retry]) => ({
      ...toSaid(code, message, retry),
      status,
    }));
    expect(said).toEqual(coded);
  });

  it('says the levels’ errors as the code does, and no other', () => {
    const coded = Object.entries(SUBGRAPH_ERRORS).map(([code, { message, retryable }]) => ({
      code,
      message,
      retry: retryable,
    }));
    const said = rowsOf('Of the levels').map(([code, message, retry]) => toSaid(code, message, retry));
    expect(said).toEqual(coded);
  });

  it('says of each when it comes and what to do', () => {
    const rows = [...rowsOf('Of the gateway'), ...rowsOf('Of the levels')];
    expect(rows.filter((cells) => cells.slice(-2).some((cell) => cell === ''))).toEqual([]);
  });
});

function toSaid(code = '', message = '', retry = ''): SaidError {
  return { code: code.replaceAll('`', ''), message, retry: retry === 'yes' };
}

/** The cells of each row of the table under a title. */
function rowsOf(title: string): string[][] {
  const section = PAGE.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
