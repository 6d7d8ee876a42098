import { expect, it } from 'vitest';
import { readGatewayEnvironment } from '../environment.ts';
import { faultsOf } from '../testing/environment-faults.ts';

const TRUST = {
  PALIER_JWKS: 'cles.json',
  PALIER_JWT_ISSUER: 'https://e.test',
  PALIER_JWT_AUDIENCE: 'palier',
};

it('knows nobody unless it is told whose tokens to believe', () => {
  const { identity, allowedCallers } = readGatewayEnvironment({}).settings;
  expect([identity, allowedCallers]).toEqual([undefined, 'EVERYONE']);
});

it('believes one issuer, for one audience, by asymmetric signatures', () => {
  expect(readGatewayEnvironment({ ...TRUST, PALIER_AUTH_REQUIRED: '1' }).settings).toMatchObject({
    identity: {
      keys: { path: 'cles.json' },
      issuer: 'https://e.test',
      audience: 'palier',
      algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
      clockToleranceSeconds: 30,
      maxAgeSeconds: 86_400,
      maxBytes: 8_192,
    },
    allowedCallers: 'AUTHENTICATED',
  });
});

it.each(['https://e.test/jwks', 'http://127.0.0.1:9000/jwks', 'http://[::1]/jwks'])(
  'takes keys at %s',
  (url) => {
    const { identity } = readGatewayEnvironment({ ...TRUST, PALIER_JWKS: url }).settings;
    expect(identity?.keys).toEqual({ url: new URL(url) });
  },
);

it.each([
  ['http://e.test/jwks', 'en clair'],
  ['http://127.0.0.1.e.test/jwks', 'en clair'],
  ['https://moi:secret@e.test/jwks', 'avec un mot de passe'],
  ['ftp://e.test/jwks', 'd’un autre protocole'],
  ['https://', 'sans hôte'],
])('refuses keys at %s: %s', (url) => {
  const faults = faultsOf({ ...TRUST, PALIER_JWKS: url });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/^PALIER_JWKS n’est ni un fichier/);
  expect(faults[0]).not.toContain('secret');
});

it('says what is missing beside the keys', () => {
  expect(faultsOf({ PALIER_JWKS: 'cles.json', PALIER_JWT_ISSUER: ' ' })).toEqual([
    'PALIER_JWT_ISSUER manque : l’émetteur des jetons (« iss »), exigé dès que PALIER_JWKS est donné.',
    'PALIER_JWT_AUDIENCE manque : le destinataire des jetons (« aud »), exigé dès que PALIER_JWKS est donné.',
  ]);
  expect(faultsOf({ PALIER_AUTH_REQUIRED: '1' })).toEqual([
    'PALIER_AUTH_REQUIRED vaut 1 mais PALIER_JWKS manque : personne ne pourrait être reconnu.',
  ]);
});

it.each(['none', 'HS256', 'HS512', 'rs256', 'dir', 'ES256K'])('refuses %s as an algorithm', (algorithm) => {
  const faults = faultsOf({ ...TRUST, PALIER_JWT_ALGORITHMS: `RS256,${algorithm}` });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(`PALIER_JWT_ALGORITHMS contient « ${algorithm} »`);
});

it.each([
  ['PALIER_JWT_CLOCK_TOLERANCE', '3600'],
  ['PALIER_JWT_MAX_AGE', '0'],
  ['PALIER_JWT_MAX_BYTES', '1000000'],
  ['PALIER_JWKS_REFRESH', '0'],
  ['PALIER_AUTH_REQUIRED', 'oui'],
])('refuses %s=%s', (name, value) => {
  expect(faultsOf({ ...TRUST, [name]: value })).toEqual([
    expect.stringContaining(`${name} vaut « ${value} »`),
  ]);
});

it('takes no development token in production', () => {
  const variables = { ...TRUST, PALIER_JWT_ISSUER: 'palier-developpement' };
  expect(faultsOf(variables)).toEqual([]);
  expect(faultsOf({ ...variables, NODE_ENV: 'production' })).toEqual([
    'PALIER_JWT_ISSUER vaut « palier-developpement » : les jetons de développement sont refusés en production.',
  ]);
});
