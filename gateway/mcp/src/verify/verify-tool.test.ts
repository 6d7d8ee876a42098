import { Bytes } from '@palier/gateway/base/bytes';
import type { OperationRequest } from '@palier/gateway/request/operation';
import { publishGraph } from '@palier/gateway/request/published-graph';
import { buildSchema, parse } from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import { toVerifyTool } from './verify-tool.ts';

const LEVELS = ['Msss', 'SanteQuebec', 'Etablissements'];
const schema = buildSchema(`
  type Query { chiffre: Int nom: String mesure: Mesure bilan: Bilan lieu(code: ID!): Lieu
    derniereSuppressionMesures: String
    ${LEVELS.map((level) => `journal${level}(first: Int): Page differences${level}(first: Int, de: String, a: String): Page`).join(' ')} }
  type Page { totalCount: Int }
  type Lieu { nom: String etat: String ecarts: [Ecart!]! absence: Absence versions: [VersionLieu!] lieux: [Lieu!]! }
  type Ecart { code: ID! titre: String cotes: [Cote!]! }
  type Cote { source: String! dit: String! }
  type Absence { motif: String! doitRepondre: Palier }
  type Palier { code: ID! }
  type VersionLieu { nom: String connuDepuis: String! connuJusqua: String parActe: Acte finiParActe: Acte }
  type Acte { niveau: String! numero: Int! natureActe: String! }
  type Bilan { conformes: Int verdictsReserves: Boolean! }
  type Mesure { valeur: Int statut: StatutFigure }
  enum StatutFigure { FINALE SUPPRIMEE }`);
const text =
  'query Chiffre { chiffre nom mesure { valeur statut } bilan { conformes } lieu(code: "06") { nom etat lieux { nom } } }';
const operations = [{ id: 'chiffre', text, document: parse(text) }];
const graph = publishGraph({ digest: '', schema, operations, shipped: [] });

/** Whether it is known now, and what it was before each change, the latest first. */
interface Past {
  readonly now: Said;
  /** When it is read a second time. */
  readonly nowAgain?: Said;
  readonly before?: readonly Said[];
  /** A level that does not tell what it came to know. */
  readonly untold?: string;
  /** When a figure was withheld. */
  readonly withheld?: string;
  readonly onRead?: () => void;
}
type Said = number | null | 'DOWN' | 'BEFORE_MEMORY' | 'REFUSED' | 'SUPPRESSED' | 'OF_THE_DAY';

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
  const bilan = (conformes: number, isReserved: boolean) => ({
    conformes,
    ...(query.includes('_palierReserve') && { _palierReserve: isReserved }),
  });
  if (said === 'SUPPRESSED')
    return { data: { mesure: { valeur: null, ...worth('SUPPRIMEE') }, bilan: bilan(0, true) } };
  if (said === 'OF_THE_DAY') {
    const body = Bytes.ofText(JSON.stringify({ data: { chiffre: 5 } }));
    return { sealed: { body, cacheControl: 'no-store' } };
  }
  const mesure = { valeur: said, ...worth('FINALE') };
  const lieu = {
    nom: `lieu ${said}`,
    etat: `état ${said}`,
    _palierEcarts: [CONFLICT],
    _palierAbsence: ABSENCE,
    lieux: [{ nom: 'autre', _palierEcarts: [{ code: 'D-03' }] }],
  };
  return { data: { chiffre: said, nom: 'Palier', mesure, bilan: bilan(said ?? 0, false), lieu } };
}

const CONFLICT = {
  code: 'D-02',
  titre: 'Deux seuils',
  cotes: [
    { source: 'FICHE', dit: 'quatre' },
    { source: 'ANNEXE_II', dit: 'cinq' },
  ],
};
const ABSENCE = { motif: 'Rien n’est reçu.', doitRepondre: { code: 'ETABLISSEMENT' } };

/** When the change of that rank was made, the latest first: they are a day apart. */
const dayOf = (rank: number): string => new Date(FIRST - rank * DAY).toISOString();

function requestOf({ now, nowAgain = now, before = [], untold, withheld, onRead }: Past) {
  let reads = 0;
  const acts = before.map((_, rank) => ({
    inscritLe: dayOf(rank),
    niveau: 'MSSS',
    numero: 9 - rank,
    natureActe: 'x',
  }));
  const readAside = ({ query = '', au }: OperationRequest) => {
    onRead?.();
    const at = au === undefined ? Infinity : Date.parse(au);
    if (query.includes('derniereSuppression'))
      return Promise.resolve({ data: { derniereSuppressionMesures: withheld ?? null } });
    if (query.includes('thing:')) {
      const states = [now, ...before].map((said, rank) => ({
        nom: `lieu ${String(said)}`,
        connuDepuis: dayOf(rank),
        connuJusqua: rank === 0 ? null : dayOf(rank - 1),
        parActe: acts[rank] ?? null,
        finiParActe: acts[rank - 1] ?? null,
      }));
      return Promise.resolve({ data: { thing: { versions: states } } });
    }
    if (query.includes('page:')) {
      if (untold !== undefined && query.includes(untold)) return Promise.resolve(failed('DELAI_DEPASSE'));
      const nodes = query.includes('journalMsss')
        ? acts.filter(({ inscritLe }) => Date.parse(inscritLe) <= at)
        : [];
      return Promise.resolve({ data: { page: { totalCount: nodes.length, nodes } } });
    }
    const rank = before.findLastIndex((_, one) => Date.parse(dayOf(one)) > at);
    if (rank >= 0) return Promise.resolve(answer(before[rank]!, query));
    reads += 1;
    return Promise.resolve(answer(reads > 1 ? nowAgain : now, query));
  };
  return { path: '/mcp', headers: {}, graph: () => graph, readAside } as never;
}

const verify = (
  valeur: unknown,
  past: Past,
  { pointer = 'chiffre', asOf }: { pointer?: string; asOf?: string } = {},
) =>
  toVerifyTool('verifier', { names: [], named: (slug) => slug, ask: () => ({}) as never }).call(
    { adresse: `/q/chiffre#/data/${pointer}`, valeur, ...(asOf !== undefined && { asOf }) },
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
    [4, 'bilan/conformes'],
  ])('neither said nor denied, of %j, once its figure is suppressed', async (valeur, pointer) => {
    const past = { now: 'SUPPRESSED', before: ['SUPPRESSED'] } as const;
    expect(await verify(valeur, past, { pointer })).toMatchObject({ verdict: 'INDETERMINEE', etatsLus: 0 });
    const since = { now: 5, before: ['SUPPRESSED'] } as const;
    expect(await verify(valeur, since, { pointer })).toMatchObject({ verdict: 'INDETERMINEE' });
  });

  it('said of a figure that is suppressed, that it has no value', async () => {
    expect(await verify(null, { now: 'SUPPRESSED' }, { pointer: 'mesure/valeur' })).toMatchObject({
      verdict: 'EXACTE',
    });
  });

  it.each<[string, Past]>([
    ['4,5 min', { now: 5, before: [4] }],
    ['quatre', { now: 5, before: [4] }],
    ['4,5 min', { now: null, before: [4] }],
    ['4,5 min', { now: null, before: [null, 6, 4] }],
  ])('not to be verified, of a number given as « %s », of %j', async (valeur, past) => {
    await expect(verify(valeur, past)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    // After the oldest of its states.
    const asOf = new Date(FIRST - 10 * DAY).toISOString();
    await expect(verify(valeur, past, { asOf })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('said as of before it was read', async () => {
    const before = new Date('2026-11-03T00:00:00.000Z');
    vi.useFakeTimers({ toFake: ['Date'], now: before });
    const told = await verify(4, { now: 4, onRead: () => vi.setSystemTime('2026-11-04') });
    vi.useRealTimers();
    expect(told).toMatchObject({ verdict: 'EXACTE', lu: before.toISOString() });
  });

  it('never said of what one thing is remembered of, however much is written beside', async () => {
    const past = { now: 5, before: [6, 7], untold: 'page:' } as const;
    expect(await verify('lieu 4', past, { pointer: 'lieu/nom' })).toMatchObject({ verdict: 'JAMAIS_DITE' });
    expect(await verify('lieu 7', past, { pointer: 'lieu/nom' })).toMatchObject({
      verdict: 'CHANGEE_DEPUIS',
      changement: { instant: dayOf(1), acte: { numero: 8 } },
    });
    // Of what its versions do not hold, all that was written is looked at.
    expect(await verify('état 4', past, { pointer: 'lieu/etat' })).toMatchObject({ verdict: 'INDETERMINEE' });
    expect(await verify('lieu 4', past, { pointer: 'lieu/lieux/0/nom' })).toMatchObject({
      verdict: 'INDETERMINEE',
    });
  });

  it('neither said nor denied of what may count a figure that was withheld', async () => {
    const past = { now: 5, before: [6, 7] } as const;
    expect(await verify(4, { ...past, withheld: dayOf(0) })).toMatchObject({ verdict: 'INDETERMINEE' });
    expect(await verify(7, { ...past, withheld: dayOf(0) })).toMatchObject({ verdict: 'CHANGEE_DEPUIS' });
  });

  it('told with what contradicts it, by both sides, and what is missing around it', async () => {
    const said = {
      conflits: [{ ...CONFLICT, nombre: 1, chemins: ['/data/lieu'] }],
      absences: [{ ...ABSENCE, origine: null, mandat: null, nombre: 1, chemins: ['/data/lieu'] }],
      versions: {},
    };
    expect(await verify('lieu 5', { now: 5 }, { pointer: 'lieu/nom' })).toMatchObject(said);
    expect(await verify(5, { now: 5 })).toMatchObject({ conflits: [], absences: [] });
    expect(await verify('autre', { now: 5 }, { pointer: 'lieu/lieux/0/nom' })).toMatchObject({
      conflits: [{ code: 'D-02' }, { code: 'D-03' }],
    });
  });

  it('told beside what was not', async () => {
    expect(await verify('Palier', { now: 'DOWN' }, { pointer: 'nom' })).toMatchObject({ verdict: 'EXACTE' });
  });
});

describe('of a past instant, a value is', () => {
  // 3 until the first, then 4, 5, 6.
  const past: Past = { now: 6, before: [5, 4, 3] };
  const asOf = new Date(FIRST - 1.5 * DAY).toISOString();

  it.each<[string, unknown, object]>([
    [
      'said then, and another since',
      4,
      { verdict: 'CHANGEE_DEPUIS', alors: 4, changement: { instant: dayOf(1) } },
    ],
    ['said before', 3, { verdict: 'CHANGEE_DEPUIS', alors: 4, changement: { instant: dayOf(2) } }],
    ['said after it alone', 5, { verdict: 'CHANGEE_DEPUIS', alors: 4, changement: { instant: dayOf(0) } }],
    ['said now alone', 6, { verdict: 'CHANGEE_DEPUIS', alors: 4, maintenant: 6, changement: null }],
    ['never said', 7, { verdict: 'JAMAIS_DITE', alors: 4 }],
  ])('%s', async (_, valeur, told) => {
    const { explication, ...judged } = (await verify(valeur, past, { asOf })) as { explication: string };
    expect(judged).toMatchObject(told);
    expect(/n’a jamais dit/.test(explication)).toBe(valeur === 7);
    expect(/en dit une autre depuis/.test(explication)).toBe(valeur !== 6 && valeur !== 7);
  });

  it.each<[string, Past]>([
    ['a state after it', { now: 6, before: ['DOWN', 4, 4, 3] }],
    ['a state before it', { now: 6, before: [5, 4, 'DOWN'] }],
  ])('neither said nor denied when %s was not read', async (_, unread) => {
    expect(await verify(7, unread, { asOf })).toMatchObject({ verdict: 'INDETERMINEE', changement: null });
  });
});

describe('what ended a value is not told, as another may have,', () => {
  it.each<[string, Past]>([
    ['when a later state was not read', { now: 5, before: ['DOWN', 4] }],
    ['when a later state was refused', { now: 5, before: ['REFUSED', 4] }],
    ['when a memory was begun anew since', { now: 5, before: ['BEFORE_MEMORY', 4] }],
    ['when a level does not tell its changes', { now: 5, before: [4], untold: 'differencesSanteQuebec' }],
  ])('%s', async (_, past) => {
    expect(await verify(4, past)).toMatchObject({ verdict: 'CHANGEE_DEPUIS', changement: null });
  });

  it('unless its changes are all told, its acts being too many', async () => {
    expect(await verify(4, { now: 5, before: [4], untold: 'journalSanteQuebec' })).toMatchObject({
      verdict: 'CHANGEE_DEPUIS',
      changement: { instant: dayOf(0) },
    });
  });
});
