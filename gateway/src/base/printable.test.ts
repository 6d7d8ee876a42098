import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';
import { toPrintable } from './printable.ts';
import { sayFault } from './start-fault.ts';
import { faultsOf } from '../testing/environment-faults.ts';

describe('a line of the log', () => {
  const lineOf = (message: string): string => {
    const lines: string[] = [];
    createLogger('info', (line) => lines.push(line)).info(message, { champ: message });
    return lines.join('');
  };

  it.each([
    ['an escape of terminals', '\u001b[31mrouge'],
    ['controls of the second kind', '\u009b31m\u0085'],
    ['a delete', 'a\u007f'],
    ['directions', '\u202eexe.txt\u202c \u2066a\u2069 \u200f'],
    ['letters without width', 'a\u200bb\u2060c\ufeff'],
    ['ends of lines', 'a\u2028b\u2029c\nd\re'],
    ['marks beyond the first plane', 'a\u{e0041}'],
  ])('shows all that is in it, on one line: %s', (_, text) => {
    const line = lineOf(text);
    expect(line.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(line).toMatch(/^[^\n]*\n$/);
    expect(JSON.parse(line)).toMatchObject({ message: text, champ: text });
  });

  it.each([
    ['redis://util:secret@hote:6379', 'redis://…@hote:6379'],
    ['deux : http://a:b@c/d et http://e@f', 'deux : http://…@c/d et http://…@f'],
    ['https://hote/chemin@2', 'https://hote/chemin@2'],
    ['Montréal « à l’été » 😀', 'Montréal « à l’été » 😀'],
  ])('keeps no password of an address: %s', (text, printed) => {
    expect(toPrintable(text)).toBe(printed);
    expect(lineOf(text)).not.toContain('secret');
  });
});

describe('the fault of a variable', () => {
  const identity = { PALIER_JWT_ISSUER: 'a', PALIER_JWT_AUDIENCE: 'b' };

  it.each([
    { PALIER_JWKS: 'https://util:secret@hote/cles' },
    { PALIER_JWKS: 'https:/util:secret@hote/cles' },
    { PALIER_JWKS: 'https:util:secret@hote' },
    { PALIER_JWKS: '//util:secret@hote/cles' },
    { PALIER_JWKS: 'util:secret@hote/cles' },
    { PALIER_JWKS: 'http://:secret@127.0.0.1/cles' },
    { PALIER_SUBGRAPHS: 'msss=ftp://util:secret@hote/graphql' },
    { PALIER_CORS_ORIGINS: 'https://util:secret@hote/' },
    { PORT: 'redis://util:secret@hote' },
  ])('does not repeat a password: %j', (variables) => {
    const faults = faultsOf({ ...identity, ...variables });
    expect(faults).not.toEqual([]);
    expect(faults.join()).not.toContain('secret');
  });

  it('nor the name of a file that is an address', () => {
    const fault = new Error('Le supergraphe « https://util:secret@hote/s.graphql » est introuvable.');
    expect(sayFault(fault)).toBe('Le supergraphe « https://…@hote/s.graphql » est introuvable.');
  });

  it.each(['Production', 'PRODUCTION', ' production ', 'prod', 'Prod'])(
    'is not needed to be in production: NODE_ENV=%s',
    (value) => {
      const development = {
        ...identity,
        PALIER_JWKS: 'cles.json',
        PALIER_JWT_ISSUER: 'palier-developpement',
      };
      expect(faultsOf({ ...development, NODE_ENV: value })).toHaveLength(1);
      expect(faultsOf({ ...development, NODE_ENV: 'production-like' })).toEqual([]);
    },
  );
});
