import { Bytes } from '@palier/gateway/base/bytes';
import type { OperationRequest } from '@palier/gateway/request/operation';
import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { toVerifyTool } from './verify-tool.ts';

const LEVELS = ['Msss', 'SanteQuebec', 'Etablissements'];
const schema = buildSchema(`
  type Query { chiffre: Int nom: String mesure: Mesure
    ${LEVELS.map((level) => `journal${level}(first: Int): Page differences${level}(first: Int, de: String, a: String): Page`).join(' ')} }
  type Page { totalCount: Int }
  type Mesure { valeur: Int statut: StatutFigure }
  enum StatutFigure { FINALE SUPPRIMEE }`);
const text = 'query Chiffre { chiffre nom mesure { valeur statut } }';
const graph = { schema, operations: [{ id: 'chiffre', text, document: parse(text) }] };

/** Whether it is known now, and what it was before each change, the latest first. */
interface Past {
  readonly now: Said;
  /** When it is read a second time. */
  readonly nowAgain?: Said;
  readonly before?: readonly Said[];
}
type Said = number | 'DOWN' | 'BEFORE_MEMORY' | 'REFUSED' | 'SUPPRESSED' | 'OF_THE_DAY';

const DAY = 86_400_000;
const FIRST = Date.parse('2026-11-01T00:00:00.000Z');

const failed = (code: string) => ({
  data: { chiffre: null, nom: 'Palier' },
  errors: [{ message: code, extensions: { code } }],
});

/** What a figure is worth is told where it is asked. */
function answer(said: Said, query: string) {
  const worth = (status: string) => (query.includes('_palierStatut') ? { _palierStatut: status } : {});
  if (said === 'DOWN') return failed('SERVICE_INJOIGNABLE');
  if (said === 'BEFORE_MEMORY') return failed('INSTANT_HORS_MEMOIRE');
  if (said === 'REFUSED') return { ...failed('TROP_DE_REQUETES'), data: null };
  if (said === 'SUPPRESSED') return { data: { mesure: { valeur: null, ...worth('SUPPRIMEE') } } };
  if (said === 'OF_THE_DAY') {
    const body = Bytes.ofText(JSON.stringify({ data: { chiffre: 5 } }));
    return { sealed: { body, cacheControl: 'no-store' } };
  }
  return { data: { chiffre: said, nom: 'Palier', mesure: { valeur: said, ...worth('FINALE') } } };
}

/** Changes are a day apart, the latest first. */
function requestOf({ now, nowAgain = now, before = [] }: Past) {
  let reads = 0;
  const instants = before.map((_, rank) => new Date(FIRST - rank * DAY).toISOString());
  const acts = instants.map((inscritLe, rank) => ({
    inscritLe,
    niveau: 'MSSS',
    numero: 9 - rank,
    natureActe: 'x',
  }));
  const readAside = ({ query = '', au }: OperationRequest) => {
    const nodes = query.includes('journalMsss') ? acts : [];
    if (query.includes('page:'))
      return Promise.resolve({ data: { page: { totalCount: nodes.length, nodes } } });
    const rank = instants.findIndex(
      (instant) => au !== undefined && Date.parse(au) === Date.parse(instant) - 1,
    );
    if (rank >= 0) return Promise.resolve(answer(before[rank]!, query));
    reads += 1;
    return Promise.resolve(answer(reads > 1 ? nowAgain : now, query));
  };
  return { path: '/mcp', headers: {}, graph: () => graph, readAside } as never;
}

const verify = (valeur: unknown, past: Past, pointer = 'chiffre') =>
  toVerifyTool('verifier', { names: [], named: (slug) => slug, ask: () => ({}) as never }).call(
    { adresse: `/q/chiffre#/data/${pointer}`, valeur },
    requestOf(past),
  );

describe('a value is', () => {
  it.each<[string, unknown, Past, string]>([
    ['said', 4, { now: 4 }, 'EXACTE'],
    ['said before the last change', 4, { now: 5, before: [4] }, 'CHANGEE_DEPUIS'],
    ['said before another', 4, { now: 5, before: [6, 4] }, 'CHANGEE_DEPUIS'],
    ['never said', 4, { now: 5, before: [6, 7] }, 'JAMAIS_DITE'],
  ])('%s', async (_, valeur, past, verdict) => {
    expect(await verify(valeur, past)).toMatchObject({ verdict });
  });

  it.each<[string, unknown, Past]>([
    ['a level is down', 4, { now: 'DOWN', before: [4] }],
    ['a level is down, whose null is not what Palier says', null, { now: 'DOWN' }],
    ['a state of before was not read', 4, { now: 5, before: [6, 'DOWN'] }],
    ['a state of before was refused', 4, { now: 5, before: ['REFUSED', 6] }],
    ['a memory was begun anew after an act', 4, { now: 5, before: [6, 'BEFORE_MEMORY'] }],
    ['the day changes it', 4, { now: 'OF_THE_DAY', before: [6] }],
    ['now is read no more', 4, { now: 5, nowAgain: 'DOWN', before: [6] }],
  ])('not told when %s', async (_, valeur, past) => {
    expect(await verify(valeur, past)).toMatchObject({ verdict: 'INDETERMINEE', changement: null });
  });

  it('said once, by no act that is known, where the day changes it', async () => {
    expect(await verify(4, { now: 'OF_THE_DAY', before: [4] })).toMatchObject({
      verdict: 'CHANGEE_DEPUIS',
      changement: null,
    });
  });

  it.each([
    [4, 'mesure/valeur'],
    ['FINALE', 'mesure/statut'],
    [{ valeur: 4 }, 'mesure'],
  ])('neither said nor denied, of %j, once its figure is suppressed', async (valeur, pointer) => {
    const past = { now: 'SUPPRESSED', before: ['SUPPRESSED'] } as const;
    expect(await verify(valeur, past, pointer)).toMatchObject({ verdict: 'INDETERMINEE', etatsLus: 0 });
    const since = { now: 5, before: ['SUPPRESSED'] } as const;
    expect(await verify(valeur, since, pointer)).toMatchObject({ verdict: 'INDETERMINEE' });
  });

  it('said of a figure that is suppressed, that it has no value', async () => {
    expect(await verify(null, { now: 'SUPPRESSED' }, 'mesure/valeur')).toMatchObject({ verdict: 'EXACTE' });
  });

  it.each(['4,5 min', 'quatre'])('not to be verified, of a number given as « %s »', async (valeur) => {
    await expect(verify(valeur, { now: 5, before: [4] })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('told beside what was not', async () => {
    expect(await verify('Palier', { now: 'DOWN' }, 'nom')).toMatchObject({ verdict: 'EXACTE' });
  });
});
