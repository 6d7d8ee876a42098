import { readFileSync } from 'node:fs';
import { ERRORS, type ErrorEntry } from '@palier/gateway/errors/errors';
import { statusOfError } from '@palier/gateway/errors/status-of-error';
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
      status: String(statusOfError({ extensions: { code } })),
      retry: retryable,
    }));
    const said = rowsOf('Of the levels').map(([code, message, status, retry]) => ({
      ...toSaid(code, message, retry),
      status,
    }));
    expect(said).toEqual(coded);
  });

  it('lays to nobody but Palier what a caller got wrong, and asks again for what may pass', () => {
    const statuses = Object.entries(SUBGRAPH_ERRORS).map(
      ([code, { retryable }]) => [code, retryable, statusOfError({ extensions: { code } })] as const,
    );
    expect(statuses.filter(([, , status]) => status === 500).map(([code]) => code)).toEqual([
      'ERREUR_INTERNE',
    ]);
    expect(statuses.filter(([, retryable, status]) => retryable && status !== 503)).toEqual([]);
    // Of a code that no table knows yet.
    expect(statusOfError({ extensions: { code: 'INCONNU', retryable: true } })).toBe(503);
    expect(statusOfError({ extensions: { code: 'INCONNU', retryable: false } })).toBe(500);
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
