import { describe, expect, it } from 'vitest';
import { readDataEnvironment, readLevelsEnvironment, readSubgraphEnvironment } from './environment.ts';
import { StartupError } from '../base/errors.ts';

describe('the environment of a program that opens data', () => {
  it('embeds Postgres in .palier with demonstration data when nothing is said', () => {
    expect(readDataEnvironment({})).toEqual({
      location: { kind: 'folder', folder: '.palier' },
      settings: { demonstration: 'CHARGEE' },
      keysFolder: '.palier/cles',
    });
  });

  it('keeps the keys of journals beside the data, unless told where', () => {
    expect(readDataEnvironment({ PALIER_DOSSIER: 'd' }).keysFolder).toBe('d/cles');
    expect(readDataEnvironment({ PALIER_DOSSIER: 'd', PALIER_CLES: 'c' }).keysFolder).toBe('c');
    const alone = { name: 'msss', defaultPort: 4001 };
    expect(readSubgraphEnvironment({ PALIER_DOSSIER: 'd' }, alone).keysFolder).toBe('d/cles');
    expect(readSubgraphEnvironment({ PALIER_CLES: 'c' }, alone).keysFolder).toBe('c');
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

describe('whom a subgraph alone answers', () => {
  const KEY = `a:${'A'.repeat(43)}=`;
  const read = (variables: Record<string, string>) =>
    readSubgraphEnvironment(variables, { name: 'msss', defaultPort: 4001 }).calls;

  it('is anyone of this machine when nothing is said, and the gateway alone with its keys', () => {
    expect(read({})).toBeUndefined();
    expect(read({ HOST: '127.0.0.2' })).toBeUndefined();
    const calls = read({ PALIER_CALL_KEYS: `${KEY},b:${'B'.repeat(43)}=`, HOST: '0.0.0.0' });
    expect([...(calls?.keys.keys() ?? [])]).toEqual(['a', 'b']);
    expect(calls?.windowS).toBe(60);
  });

  it('is not anyone of other machines, unless that is said', () => {
    for (const HOST of ['0.0.0.0', '::', '10.0.0.1', 'palier.exemple'])
      expect(() => read({ HOST })).toThrow(`HOST vaut « ${HOST} » sans PALIER_CALL_KEYS`);
    expect(read({ HOST: '0.0.0.0', PALIER_UNSIGNED_CALLS: '1' })).toBeUndefined();
  });

  it('is not said by wrong values, which are not repeated', () => {
    const secret = 'S3CRET'.repeat(8);
    const wrong = {
      PALIER_CALL_KEYS: `${secret},a:S3CRET,${KEY},${KEY}`,
      PALIER_CALL_WINDOW_S: '0',
      PALIER_UNSIGNED_CALLS: 'oui',
    };
    expect(() => read(wrong)).toThrow(
      /n° 1[^]*n° 2[^]*n° 4[^]*PALIER_CALL_WINDOW_S[^]*PALIER_UNSIGNED_CALLS/,
    );
    expect(() => read(wrong)).not.toThrow(/S3CRET/);
    expect(() => read({ PALIER_CALL_KEYS: KEY, PALIER_UNSIGNED_CALLS: '1' })).toThrow(/est refusé avec/);
  });

  it('gives each level the address of its role, on a server whose data are real', () => {
    const variables = {
      DATABASE_URL_MSSS: 'postgres://m@h/x',
      DATABASE_URL_SANTE_QUEBEC: 'postgres://s@h/x',
      DATABASE_URL_ETABLISSEMENTS: 'postgres://e@h/x',
    };
    expect(readDataEnvironment(variables, 'sante-quebec')).toMatchObject({
      location: { kind: 'server', url: 'postgres://s@h/x', givenBy: 'DATABASE_URL_SANTE_QUEBEC' },
      settings: { demonstration: 'ABSENTE' },
    });
    expect(readLevelsEnvironment(variables)).toMatchObject({
      locations: {
        msss: { url: 'postgres://m@h/x', givenBy: 'DATABASE_URL_MSSS' },
        etablissements: { url: 'postgres://e@h/x' },
      },
      settings: { demonstration: 'ABSENTE' },
    });
    expect(readLevelsEnvironment({}).locations).toBeUndefined();
  });

  it('refuses an address for some levels alone, and one for all beside', () => {
    const one = { DATABASE_URL_MSSS: 'postgres://m@h/x' };
    expect(() => readLevelsEnvironment(one)).toThrow(
      /DATABASE_URL_SANTE_QUEBEC, DATABASE_URL_ETABLISSEMENTS : quand un palier a son adresse/,
    );
    expect(() => readDataEnvironment(one, 'etablissements')).toThrow(/donnez DATABASE_URL_ETABLISSEMENTS/);
    expect(() => readDataEnvironment({ ...one, DATABASE_URL: 'postgres://a@h/x' }, 'msss')).toThrow(
      /DATABASE_URL et DATABASE_URL_MSSS sont donnés ensemble/,
    );
    expect(() => readDataEnvironment({ ...one, PALIER_DEMO: '1' }, 'msss')).toThrow(
      /PALIER_DEMO=1 est refusé/,
    );
  });
});
