import { describe, expect, it } from 'vitest';
import { readGatewayEnvironment } from '../environment.ts';
import { faultsOf } from '../testing/environment-faults.ts';

const settingsOf = (variables: Readonly<Record<string, string>>) => {
  const { contracts, fullGraph } = readGatewayEnvironment(variables).settings;
  return { contracts, fullGraph };
};

describe('the contracts of the environment', () => {
  it('are none unless said, and the full graph is open', () => {
    expect(settingsOf({})).toEqual({ contracts: [], fullGraph: 'OPEN' });
    expect(settingsOf({ PALIER_CONTRACTS: '', PALIER_FULL_GRAPH: '' })).toEqual(settingsOf({}));
  });

  it('each have a name, tags to show and tags to leave out', () => {
    expect(settingsOf({ PALIER_CONTRACTS: ' public = +public, -interne ; partenaires=-interne;' })).toEqual({
      contracts: [
        { name: 'public', filter: { include: ['public'], exclude: ['interne'] } },
        { name: 'partenaires', filter: { include: [], exclude: ['interne'] } },
      ],
      fullGraph: 'OPEN',
    });
  });

  it.each([
    'public',
    'public=',
    'public=interne',
    'Public=-interne',
    'a/b=-interne',
    'a=-interne,',
    'a=+b=-c',
  ])('refuse « %s »', (text) => {
    expect(faultsOf({ PALIER_CONTRACTS: text })).toEqual([
      `PALIER_CONTRACTS contient « ${text} » : « nom=+tag,-tag », séparés par des points-virgules, est attendu.`,
    ]);
  });

  it('refuse one name twice, and one tag both shown and left out', () => {
    expect(faultsOf({ PALIER_CONTRACTS: 'a=-x;a=-y' })).toEqual([
      'PALIER_CONTRACTS donne deux fois le contrat « a ».',
    ]);
    expect(faultsOf({ PALIER_CONTRACTS: 'a=+x,-x' })).toEqual([
      'PALIER_CONTRACTS montre et cache « x » dans le contrat « a ».',
    ]);
  });

  it('refuse another word for who may ask the full graph', () => {
    expect(() => settingsOf({ PALIER_FULL_GRAPH: 'ferme' })).toThrow(
      'PALIER_FULL_GRAPH vaut « ferme » : ouvert, authentifie sont possibles.',
    );
    expect(() => settingsOf({ PALIER_FULL_GRAPH: 'authentifie' })).toThrow(
      'PALIER_FULL_GRAPH vaut « authentifie » mais PALIER_JWKS manque : personne ne pourrait être reconnu.',
    );
  });
});
