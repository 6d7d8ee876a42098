import { readFileSync, readdirSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HouseOfPeople, openHouseOfPeople, type Person } from '../people.ts';

/** The whole graph as it was known between the acts of a reddition de comptes, by Marie of Santé Québec and Luc of an établissement. */
const BAS_SAINT_LAURENT = '11045119';
const CAMPAGNE = '2026-2027';
const P01 = '2026-2027-P01';
const MESURE = `${P01}:01111:A-P5:AAOR`;

let people: HouseOfPeople;
let marie: Person;
let luc: Person;
let anyone: Person;

const ACTE = 'acte { numero inscritLe }';
interface Act {
  readonly acte: { readonly numero: number; readonly inscritLe: string };
}

/** What the three levels say, of all that the acts below change. */
const SEEN = `query {
  territoireClsc(code: "01111") { nom mesures(campagne: "${CAMPAGNE}") { totalCount nodes { id valeur version statut } } }
  canevas { nodes { code cellules { exigenceCode } } }
  campagnes { nodes { code statut courante canevas { code } echeance } }
  campagne(code: "${CAMPAGNE}") { code transmissions { version } }
  etablissement(code: "${BAS_SAINT_LAURENT}") { redditions { totalCount nodes { id etat version revision
    examen { statut cellules { mesureId motif } } lignes { totalCount nodes { mesureId valeur } } } } }
  journalSanteQuebec { totalCount nodes { numero natureActe inscritLe recu { racine temoins } } }
  journalEtablissements { totalCount nodes { numero natureActe inscritLe recu { racine temoins } } }
}`;

const STEPS: readonly [what: string, who: 'marie' | 'luc', query: string][] = [
  [
    'a canevas is published',
    'marie',
    `mutation { publierCanevas(cle: "m-1", exercice: "${CAMPAGNE}", indicateurs: ["I-A-P5"]) { ${ACTE} } }`,
  ],
  [
    'a campagne is opened',
    'marie',
    `mutation { ouvrirCampagne(cle: "m-2", code: "${CAMPAGNE}", canevas: "${CAMPAGNE}-V1", periodes: ["${P01}"], echeance: "2097-05-01") { ${ACTE} } }`,
  ],
  [
    'measures are entered',
    'luc',
    `mutation { saisirMesures(cle: "m-3", campagne: "${CAMPAGNE}", mesures: [{ territoire: "01111", exigence: "A-P5:AAOR", periode: "${P01}", valeur: 30 }]) { ${ACTE} } }`,
  ],
  [
    'they are submitted',
    'luc',
    `mutation { soumettreReddition(cle: "m-4", campagne: "${CAMPAGNE}") { ${ACTE} } }`,
  ],
  [
    'they are sent back',
    'marie',
    `mutation { retournerReddition(cle: "m-5", reddition: "${CAMPAGNE}:${BAS_SAINT_LAURENT}:V1", cellules: [{ mesure: "${MESURE}", motif: "Trop haut", attendu: "Vérifiez" }]) { ${ACTE} } }`,
  ],
  [
    'a measure is corrected',
    'luc',
    `mutation { saisirMesures(cle: "m-6", campagne: "${CAMPAGNE}", mesures: [{ territoire: "01111", exigence: "A-P5:AAOR", periode: "${P01}", valeur: 20 }]) { ${ACTE} } }`,
  ],
  [
    'and submitted again',
    'luc',
    `mutation { soumettreReddition(cle: "m-7", campagne: "${CAMPAGNE}", reponses: [{ mesure: "${MESURE}", justification: "Relue" }]) { ${ACTE} } }`,
  ],
  [
    'the canevas is published again',
    'marie',
    `mutation { publierCanevas(cle: "m-8", exercice: "${CAMPAGNE}", indicateurs: ["I-A-P5", "I-A-G7"]) { ${ACTE} } }`,
  ],
];

/** What was seen at an instant, when it was now. */
interface Moment {
  readonly what: string;
  readonly au: string;
  readonly seen: unknown;
}
const moments: Moment[] = [];

const QUESTIONS = new URL('../../questions/', import.meta.url);
const IDS = readdirSync(QUESTIONS).filter((name) => /^Q\d+$/.test(name));
const question = (id: string): string => readFileSync(new URL(`${id}/query.graphql`, QUESTIONS), 'utf8');
const expected = (id: string): unknown =>
  JSON.parse(readFileSync(new URL(`${id}/expected.json`, QUESTIONS), 'utf8'));

const now = (): string => new Date().toISOString();
const at = (au: string) => ({ 'palier-au': au });
const read = (query: string, headers: Readonly<Record<string, string>> = {}) =>
  anyone.read<unknown>(query, {}, headers);
const later = () => new Promise((resolve) => setTimeout(resolve, 5));

/** What countersigns goes on by itself: an instant is noted once nothing is under way. */
async function note(what: string): Promise<void> {
  for (;;) {
    const seen = await read(SEEN);
    await later();
    const au = now();
    await later();
    if (JSON.stringify(await read(SEEN)) !== JSON.stringify(seen)) continue;
    moments.push({ what, au, seen });
    return;
  }
}

beforeAll(async () => {
  people = await openHouseOfPeople();
  marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
  luc = await people.person({ sub: 'luc', palier: 'ETABLISSEMENT', etablissement: BAS_SAINT_LAURENT });
  anyone = await people.person();
  await note('nothing was done');
  for (const [what, who, query] of STEPS) {
    const [{ acte }] = Object.values(
      await (who === 'marie' ? marie : luc).read<Record<string, Act>>(query),
    ) as [Act];
    // An act is known from its own instant on.
    const known = await read(
      '{ journalSanteQuebec { totalCount } journalEtablissements { totalCount } }',
      at(acte.inscritLe),
    );
    expect(known).toMatchObject({
      [who === 'marie' ? 'journalSanteQuebec' : 'journalEtablissements']: { totalCount: acte.numero },
    });
    await note(what);
  }
});
afterAll(() => people.close());

describe('the whole graph, as it was known', () => {
  it('is at each instant what it was then', async () => {
    expect(new Set(moments.map(({ seen }) => JSON.stringify(seen))).size).toBe(STEPS.length + 1);
    for (const { what, au, seen } of moments.toReversed())
      expect(await read(SEEN, at(au)), what).toEqual(seen);
  });

  it('answers the sixty-four questions as it did before the acts', async () => {
    for (const id of IDS) {
      expect(await read(question(id), at(moments[0]!.au)), id).toEqual(expected(id));
    }
  });

  it('answers them at the last instant as now', async () => {
    const { au } = moments.at(-1)!;
    for (const id of IDS) expect(await read(question(id), at(au)), id).toEqual(await read(question(id)));
  });

  it('can be gone through page by page', async () => {
    const pageAfter = (after: string | null): string =>
      `{ mesures(campagne: "2025-2026", first: 1000, territoire: "01111"${after === null ? '' : `, after: "${after}"`}) { pageInfo { hasNextPage endCursor } nodes { id } } }`;
    const pages = async (headers: Readonly<Record<string, string>>) => {
      const ids: string[] = [];
      for (let after: string | null = null; ;) {
        const query = pageAfter(after);
        const page = (await read(query, headers)) as {
          mesures: { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { id: string }[] };
        };
        ids.push(...page.mesures.nodes.map(({ id }) => id));
        if (!page.mesures.pageInfo.hasNextPage) return ids;
        after = page.mesures.pageInfo.endCursor;
      }
    };
    expect(await pages(at(moments[0]!.au))).toEqual(await pages({}));
  });
});

describe('an instant', () => {
  const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${people.url}/graphql${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const COUNT = '{ canevas { nodes { code } } }';
  const NONE = { data: { canevas: { nodes: [{ code: '2025-2026-V1' }] } } };
  /** Of a level that withholds nothing of its past. */
  const MINISTRY = '{ exigences(first: 1) { totalCount nodes { code texte } } }';

  it('is said by the header, the address or the body, and told back', async () => {
    const { au } = moments[0]!;
    const shifted = `${au.replace('Z', '')}+00:00`;
    const answers = await Promise.all([
      post('', { query: COUNT }, at(au)),
      post(`?au=${encodeURIComponent(shifted)}`, { query: COUNT }),
      post('', { query: COUNT, extensions: { au } }),
      post('', { query: COUNT, extensions: { palierAu: au } }),
      fetch(`${people.url}/graphql?query=${encodeURIComponent(COUNT)}&au=${au}`),
    ]);
    for (const answer of answers) {
      expect(answer.headers.get('palier-au')).toBe(au);
      expect(await answer.json()).toEqual(NONE);
    }
    expect(await (await post('', { query: COUNT })).json()).not.toEqual(NONE);
  });

  it('has an ETag, and is not sent again', async () => {
    const ask = (headers: Readonly<Record<string, string>> = {}) =>
      fetch(`${people.url}/graphql?query=${encodeURIComponent(MINISTRY)}&au=${moments[0]!.au}`, { headers });
    const before = await ask();
    const again = await ask({ 'if-none-match': before.headers.get('etag')! });
    expect(again.status).toBe(304);
    expect(before.headers.get('vary')).toContain('palier-au');
  });

  it('is kept by nobody where a level may yet withhold what it said', async () => {
    const { headers } = await post('', { query: COUNT }, at(moments[0]!.au));
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is kept, whatever is written since', async () => {
    const { au } = moments[1]!;
    const ask = async (query: string, headers: Readonly<Record<string, string>>) => {
      const answer = await post('', { query }, headers);
      return { cache: answer.headers.get('cache-status'), text: await answer.text() };
    };
    // While the version of the data is read again after a write, nothing kept is given.
    const askUntilKept = async (
      query: string,
      headers: Readonly<Record<string, string>> = {},
    ): Promise<string> => {
      for (let tries = 0; tries < 500; tries += 1) {
        const { cache, text } = await ask(query, headers);
        if (cache === 'Palier; hit') return text;
        await later();
      }
      throw new Error('Never kept');
    };
    const kept = await askUntilKept(MINISTRY, at(au));
    expect(kept).toContain('"totalCount":402');
    const present = await askUntilKept(COUNT);
    const ministry = await askUntilKept(MINISTRY);
    const { house } = people;
    let statements = 0;
    const stop = house.database.onStatement((text) => (statements += text.includes('"exigence"') ? 1 : 0));
    await marie.read(
      `mutation { publierCanevas(cle: "m-9", exercice: "${CAMPAGNE}", indicateurs: ["I-A-G7"]) { ${ACTE} } }`,
    );
    await sql`update msss.exigence set texte = 'Autre texte'`.execute(house.database.kysely);
    expect(await askUntilKept(COUNT)).not.toBe(present);
    expect(await askUntilKept(MINISTRY)).not.toBe(ministry);
    statements = 0;
    expect(await askUntilKept(MINISTRY, at(au))).toBe(kept);
    stop();
    expect(statements).toBe(0);
  });

  it.each([
    ['that is none', 'hier', 'INSTANT_INVALIDE'],
    ['of an hour that Québec saw twice', '2026-11-01T01:30:00', 'INSTANT_INVALIDE'],
    ['of a day that is none', '2026-02-31', 'INSTANT_INVALIDE'],
    ['to come', '2201-01-01T00:00:00Z', 'INSTANT_INVALIDE'],
    ['said empty', '', 'INSTANT_INVALIDE'],
  ])('%s is refused in French', async (_what, au, code) => {
    const answer = await post('', { query: COUNT }, at(au));
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as {
      errors: { message: string; extensions: { code: string } }[];
    };
    expect(errors[0]?.extensions.code).toBe(code);
    expect(errors[0]?.message).toMatch(/instant/);
  });

  it('said twice otherwise is refused', async () => {
    const answer = await post(`?au=${moments[1]!.au}`, { query: COUNT }, at(moments[0]!.au));
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'INSTANT_INVALIDE' } }] });
  });

  it('from before the memory is refused by each level, for its own fields', async () => {
    const { data, errors } = await anyone.ask(
      '{ territoireClsc(code: "01111") { nom } campagnes { totalCount } mesures { totalCount } }',
      {},
      at('2020-01-01'),
    );
    expect(data).toEqual({ territoireClsc: null, campagnes: null, mesures: null });
    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual(
      expect.arrayContaining([
        [['territoireClsc'], 'INSTANT_HORS_MEMOIRE'],
        [['campagnes'], 'INSTANT_HORS_MEMOIRE'],
        [['mesures'], 'INSTANT_HORS_MEMOIRE'],
      ]),
    );
    expect(errors?.[0]?.message).toContain('commence le');
  });

  it('lets nobody act, nor offers to', async () => {
    const { au } = moments[2]!;
    const refused = await marie.ask(STEPS[0]![2], {}, at(au));
    // Of a trial, by the level itself.
    const tried = await luc.ask(`{ validerReddition(campagne: "${CAMPAGNE}") { mesures } }`, {}, at(au));
    for (const { errors } of [refused, tried])
      expect(errors?.[0]).toMatchObject({
        message: 'Le passé se lit, et ne se change pas : agissez sans demander d’instant.',
        extensions: {
          code: 'ACTE_DANS_LE_PASSE',
          regle: 'AGIR_AU_PRESENT',
          origineRegle: 'INFERENCE',
          remede: 'Agissez sans demander d’instant.',
        },
      });
    const { campagne } = await marie.read<{
      campagne: { actionsPossibles: { motifSiRefusee: string | null }[] };
    }>(`{ campagne(code: "${CAMPAGNE}") { actionsPossibles { nom motifSiRefusee } } }`, {}, at(au));
    expect(campagne.actionsPossibles.length).toBeGreaterThan(0);
    for (const { motifSiRefusee } of campagne.actionsPossibles)
      expect(motifSiRefusee).toContain('Le passé se lit');
  });
});
