import type { ContractDefinition } from '@palier/federation/contract/contract-view';
import type { VariableReader, Variables } from '../base/variable-reader.ts';

/** Which parts of the graph are shown apart, and to whom all of it is. */
export interface ContractSettings {
  /** Each at a path of its own, `/<name>/graphql`. */
  readonly contracts: readonly ContractDefinition[];
  /** Who may ask the full graph over HTTP: anybody, or those whose identity was verified. */
  readonly fullGraph: 'OPEN' | 'AUTHENTICATED';
}

export const DEFAULT_CONTRACTS: ContractSettings = { contracts: [], fullGraph: 'OPEN' };

const FORM = '« nom=+tag,-tag », séparés par des points-virgules, est attendu';
const ENTRY = /^([a-z][a-z0-9-]*)\s*=\s*(\S[^=]*)$/;
const TAG = /^[+-][A-Za-z0-9_][\w/-]*$/;

/** `public=+public,-interne;partenaires=-interne`: `+` shows only what bears the tag, `-` leaves out what does. */
export function readContractSettings(variables: Variables, reader: VariableReader): ContractSettings {
  const entries = (variables['PALIER_CONTRACTS'] ?? '').split(';').map((entry) => entry.trim());
  const contracts = entries.filter((entry) => entry !== '').flatMap((entry) => readEntry(entry, reader));
  const names = contracts.map(({ name }) => name);
  for (const name of new Set(names.filter((name, rank) => names.indexOf(name) !== rank)))
    reader.report(`PALIER_CONTRACTS donne deux fois le contrat « ${name} ».`);
  return { contracts, fullGraph: readFullGraph(variables, reader) };
}

function readFullGraph(variables: Variables, reader: VariableReader): ContractSettings['fullGraph'] {
  const word = reader.oneOf('PALIER_FULL_GRAPH', ['ouvert', 'authentifie'], 'ouvert');
  if (word === 'ouvert') return 'OPEN';
  if (!variables['PALIER_JWKS']) {
    reader.report(
      'PALIER_FULL_GRAPH vaut « authentifie » mais PALIER_JWKS manque : personne ne pourrait être reconnu.',
    );
  }
  return 'AUTHENTICATED';
}

function readEntry(entry: string, reader: VariableReader): readonly ContractDefinition[] {
  const [, name = '', list = ''] = ENTRY.exec(entry) ?? [];
  const tags = list.split(',').map((tag) => tag.trim());
  if (name === '' || !tags.every((tag) => TAG.test(tag))) {
    reader.report(`PALIER_CONTRACTS contient « ${entry} » : ${FORM}.`);
    return [];
  }
  const include = tagsAfter('+', tags);
  const exclude = tagsAfter('-', tags);
  const both = include.filter((tag) => exclude.includes(tag));
  if (both.length > 0)
    reader.report(`PALIER_CONTRACTS montre et cache « ${both.join(', ')} » dans le contrat « ${name} ».`);
  return [{ name, filter: { include, exclude } }];
}

const tagsAfter = (sign: '+' | '-', tags: readonly string[]): readonly string[] =>
  tags.filter((tag) => tag.startsWith(sign)).map((tag) => tag.slice(1));

/** Where the full graph is asked. */
export const FULL_GRAPH_PATH = '/graphql';

/** Where the clients of a contract ask. */
export const pathOfContract = (name: string): string => `/${name}/graphql`;
