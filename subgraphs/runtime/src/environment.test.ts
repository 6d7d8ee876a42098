import { describe, expect, it } from 'vitest';
import { readDataEnvironment, readSubgraphEnvironment } from './environment.ts';
import { StartupError } from './errors.ts';

describe('the environment of a program that opens data', () => {
  it('embeds Postgres in .palier with demonstration data when nothing is said', () => {
    expect(readDataEnvironment({})).toEqual({
      location: { kind: 'folder', folder: '.palier' },
      settings: { demonstration: 'CHARGEE' },
    });
  });

  it('leaves demonstration data out on request, and always beside a server', () => {
    expect(readDataEnvironment({ PALIER_DEMO: '0' }).settings.demonstration).toBe('ABSENTE');
    expect(readDataEnvironment({ DATABASE_URL: 'postgres://localhost/x' }).settings.demonstration).toBe(
      'ABSENTE',
    );
  });

  it('refuses demonstration data beside a server', () => {
    expect(() => readDataEnvironment({ DATABASE_URL: 'postgres://localhost/x', PALIER_DEMO: '1' })).toThrow(
      /PALIER_DEMO=1 est refusé/,
    );
  });

  it('gives each subgraph alone a folder of its own', () => {
    const { location } = readSubgraphEnvironment(
      { PALIER_DOSSIER: 'd' },
      { name: 'msss', defaultPort: 4001 },
    );
    expect(location).toEqual({ kind: 'folder', folder: 'd/msss' });
  });

  it('reports every fault at once, without showing the database address', () => {
    const read = (): unknown =>
      readSubgraphEnvironment(
        { DATABASE_URL: 'mysql://secret@h/x', PALIER_DEMO: 'oui', PORT: '-1' },
        { name: 'msss', defaultPort: 1 },
      );
    expect(read).toThrow(StartupError);
    expect(read).toThrow(/DATABASE_URL[^]*PALIER_DEMO[^]*PORT/);
    expect(read).not.toThrow(/secret/);
  });
});
