import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@modelcontextprotocol/client';
import { OPEN_NETWORK_LIMITS } from '@palier/gateway/guard/limits';
import { ANONYMOUS } from '@palier/gateway/request/identity';
import { type House, openHouse } from '@palier/start/open-house';
import { OPERATIONS } from '@palier/start/environment';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotLocation } from '../house.ts';
import { PLANNING } from '../planning.ts';
import { openAssistant, refusalOf, REVISIONS, tell, type Told } from './call-assistant.ts';
import { variablesOf } from '../operation-variables.ts';
import { listPointed } from './pointers.ts';
import { TOOL_OF_QUESTION } from './tool-of-question.ts';

const QUESTIONS = new URL('../questions/', import.meta.url);
const IDS = readdirSync(QUESTIONS).filter((name) => /^Q\d+$/.test(name));
const readQuestion = (id: string, file: string): string =>
  readFileSync(new URL(`${id}/${file}`, QUESTIONS), 'utf8');

const DOCUMENTATION = readFileSync(new URL('../../docs/assistants.md', import.meta.url), 'utf8');
/** What the documentation says no tool is made of: how their names begin, and those that do and are tools all the same. */
const [OF_PAGES = [], TOOLS_ALL_THE_SAME = []] = (
  /sauf celles des pages : ([^.]+) hors\s+([^.]+)\./.exec(DOCUMENTATION) ?? []
)
  .slice(1)
  .map((said) => [...said.matchAll(/`([^`…]+)…?`/g)].map(([, name = '']) => name));
const isToldOfPage = (operation: string): boolean =>
  OF_PAGES.some((start) => operation.startsWith(start)) && !TOOLS_ALL_THE_SAME.includes(operation);

/** Operations whose lists are of every kind: territories, measures, exigences, écarts, bilans, what is due. */
const OWN: ReadonlySet<string> = new Set([
  'bilans-region',
  'campagnes',
  'ecarts-par-serie',
  'exigence-et-sources',
  'exigences-par-filtre',
  'fiche-territoire',
  'imputabilites-territoire',
  'mesures-en-ecart',
  'mesures-par-exigence',
  'quatre-minutes',
  'retards-par-etablissement',
  'serie-territoire',
  'suivi-etablissement',
  'verdicts-par-region',
]);

let house: House;
let url = '';
let auditFolder = '';
let assistant: Client;

// Whoever may ask the registered operations alone, within the limits of an open network, has every tool.
beforeAll(async () => {
  auditFolder = mkdtempSync(join(tmpdir(), 'palier-audit-'));
  house = await openHouse({
    location: snapshotLocation(),
    data: { demonstration: 'CHARGEE' },
    planning: PLANNING,
    logLevel: 'error',
    operationsFolder: OPERATIONS,
    operationsAllowed: 'REGISTERED',
    limits: OPEN_NETWORK_LIMITS,
    audit: { log: false, file: join(auditFolder, 'audit.jsonl') },
    contracts: [{ name: 'public', filter: { include: [], exclude: ['interne'] } }],
  });
  ({ url } = await house.gateway.listen(0, '127.0.0.1'));
  assistant = await openAssistant(url, REVISIONS[0].mode);
});
afterAll(async () => {
  await assistant.close();
  await house.close();
  rmSync(auditFolder, { recursive: true });
});

it('has a tool of what the documentation keeps, and leaves out only names that operations have', async () => {
  const operations = readdirSync(OPERATIONS).map((file) => file.replace('.graphql', ''));
  for (const start of OF_PAGES)
    expect(
      operations.some((name) => name.startsWith(start) && isToldOfPage(name)),
      start,
    ).toBe(true);
  const { tools } = await assistant.listTools();
  expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(TOOLS_ALL_THE_SAME));
});

describe.each(REVISIONS)('in revision $revision', ({ revision, mode }) => {
  it('lists tools that only read, typed in and out, one a registered operation', async () => {
    const client = await openAssistant(url, mode);
    expect(client.getNegotiatedProtocolVersion()).toBe(revision);
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name);
    const operations = readdirSync(OPERATIONS)
      .map((file) => file.replace('.graphql', ''))
      .filter((name) => !isToldOfPage(name));
    expect([...names].sort()).toEqual(
      [...operations, 'rechercher', 'lire_fait', 'verifier', 'trouver_outil'].sort(),
    );
    for (const { name, title, description, inputSchema, outputSchema, annotations } of tools) {
      expect(name).toMatch(/^[\w-]{1,64}$/);
      expect([title, description, outputSchema?.type]).toEqual([
        expect.any(String),
        expect.any(String),
        'object',
      ]);
      expect(description!.length).toBeGreaterThan(40);
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
    }
    await client.close();
  });

  it('answers with the lines cited, the conflicts, what is missing and the mark of demonstration', async () => {
    const client = await openAssistant(url, mode);
    const told = await tell(client, 'quatre-minutes', { territoire: '06112' });
    expect(told).toMatchObject({
      data: { territoireClsc: { nom: 'Pierrefonds' } },
      adresse: '/q/quatre-minutes?territoire=06112',
      demonstration: true,
      avertissement: expect.stringContaining('fictives') as string,
      asOf: null,
    });
    expect(told.citations).toContainEqual(
      expect.objectContaining({ origine: 'TEXTE', document: '003', lignes: 'L2382-2391' }),
    );
    expect(told.conflits.map(({ code }) => code)).toContain('D-02');
    expect(JSON.stringify(told)).not.toContain('_palier');
    await client.close();
  });
});

describe('a question', () => {
  it.each(IDS)('%s finds its tool among the first three by its words', async (id) => {
    const { question } = JSON.parse(readQuestion(id, 'question.json')) as { question: string };
    const { outils = [] } = await tell(assistant, 'trouver_outil', { texte: question });
    expect(outils.slice(0, 3).map(({ nom }) => nom)).toContain(TOOL_OF_QUESTION[id]![0]);
  });

  it('of an établissement finds what came back to it, and why', async () => {
    const texte = 'Qu’est-ce que Santé Québec nous a retourné, et pour quelle raison ?';
    const { outils = [] } = await tell(assistant, 'trouver_outil', { texte });
    expect(outils[0]?.nom).toBe('retours-etablissement');
    const { absences } = await tell(assistant, 'retours-etablissement', { etablissement: '11045127' });
    expect(absences[0]?.motif).toContain('reddition');
  });

  it.each(IDS)('%s is answered with the lines that its own answer cites', async (id) => {
    const [name, ...calls] = TOOL_OF_QUESTION[id]!;
    const told: Told[] = [];
    for (const given of calls) told.push(await tell(assistant, name, given));
    const said = factsIn(told);
    const wanted = factsIn(JSON.parse(readQuestion(id, 'expected.json')));
    const missing = [...wanted].filter((fact) => !said.has(fact));
    expect(missing.filter((fact) => fact.startsWith('lignes='))).toEqual([]);
    expect(told.flatMap(({ citations }) => citations).length).toBeGreaterThan(0);
    // One that cites no line is answered with all that its own answer holds.
    if ([...wanted].some((fact) => fact.startsWith('lignes='))) return;
    expect(wanted.size - missing.length).toBeGreaterThan(10);
    expect([...new Set(missing.map((fact) => fact.split('=')[0]))].sort()).toEqual(TOLD_ELSEWHERE[id] ?? []);
    const isFictitious = wanted.has('origine=DEMONSTRATION');
    expect(told.map(({ demonstration }) => demonstration)).toEqual(told.map(() => isFictitious));
  });
});

/** Of what the answer of a question holds, what its tool leaves to others: the question asks several things. */
const TOLD_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  Q05: ['enonce'],
  Q20: ['abrege', 'code', 'declencheur', 'enonce', 'nom', 'texte', 'totalCount'],
  Q43: ['unite'],
  Q45: ['comparateur', 'declencheur', 'texte'],
  Q47: ['consentieLe'],
  Q49: ['campagne', 'note', 'totalCount', 'version'],
  Q51: ['abrege'],
  Q53: ['texte'],
};

/** What an answer says, each under its name, wherever it does. */
function factsIn(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  JSON.stringify(value, (key, inner: unknown) => {
    if (inner !== null && typeof inner !== 'object') found.add(`${key}=${String(inner)}`);
    return inner;
  });
  return found;
}

const verdictOf = async (adresse: string, valeur: unknown): Promise<string | undefined> =>
  (await tell(assistant, 'verifier', { adresse, valeur })).verdict;

describe('a fact', () => {
  it('is read by its type and its code, with the lines it cites', async () => {
    const told = await tell(assistant, 'lire_fait', { type: 'Exigence', code: 'A-P11:INFO_SOCIAL' });
    expect(told).toMatchObject({
      data: { fait: { code: 'A-P11:INFO_SOCIAL', seuils: [expect.objectContaining({ valeur: 4 })] } },
      adresse: '/fait/exigence/A-P11:INFO_SOCIAL',
    });
    expect(told.conflits.map(({ code }) => code)).toContain('D-02');
    expect(told.citations.some(({ lignes }) => lignes !== null)).toBe(true);
  });

  it('is read of every type that a search finds', async () => {
    const { data } = await tell(assistant, 'rechercher', { texte: 'territoire', first: 200 });
    const { nodes } = data!['recherche'] as { nodes: readonly { type: string; code: string }[] };
    const oneOfEach = [...new Map(nodes.map((node) => [node.type, node])).values()];
    expect(oneOfEach.length).toBeGreaterThan(8);
    for (const { type, code } of oneOfEach) {
      const { data: read, adresse } = await tell(assistant, 'lire_fait', { type, code });
      expect(read, type).toMatchObject({ fait: { code } });
      expect(await verdictOf(`${adresse}#/data/fait/code`, code), adresse).toBe('EXACTE');
      // An address that looks like that of a page is that of a page.
      if (adresse.startsWith('/')) expect((await fetch(`${url}${adresse}`)).status, adresse).toBe(200);
    }
  });

  it('that nobody knows is an absence, not an error', async () => {
    const { data, absences } = await tell(assistant, 'lire_fait', { type: 'Standard', code: 'A-P99' });
    expect([data, absences[0]?.motif]).toEqual([{ fait: null }, expect.stringContaining('A-P99')]);
  });
});

describe('what is missing', () => {
  it('is said of a code that nobody knows', async () => {
    const { data, absences } = await tell(assistant, 'quatre-minutes', { territoire: '99999' });
    expect(data).toMatchObject({ territoireClsc: null });
    expect(absences).toContainEqual(
      expect.objectContaining({
        motif: 'À cet instant, aucune chose de type TerritoireClsc n’a le code "99999".',
        chemins: ['/data/territoireClsc'],
      }),
    );
  });

  it('says which level owes it, and where it is missing', async () => {
    const { absences } = await tell(assistant, 'mesures-par-exigence', {
      exigence: 'A-P11:INFO_SOCIAL',
      exercice: '2031-2032',
    });
    expect(absences[0]).toMatchObject({ motif: expect.any(String) as string, chemins: ['/data/mesures'] });
    const { absences: owed } = await tell(assistant, 'exigences-par-filtre', {
      filtre: { statut: 'REALITES_REGIONALES', sansParticularites: true },
      first: 5,
    });
    expect(owed[0]).toMatchObject({ origine: 'INFERENCE', doitRepondre: { code: 'ETABLISSEMENT' } });
  });
});

it('finds établissements and indicateurs by what they are named, and reads them', async () => {
  for (const [texte, list, type, code] of [
    ['CIUSSS Saguenay', 'etablissements', 'Etablissement', '11045127'],
    ['I-A-P11', 'indicateurs', 'Indicateur', 'I-A-P11'],
  ] as const) {
    const { data } = await tell(assistant, 'rechercher', { texte });
    expect(data![list]).toEqual([expect.objectContaining({ code })]);
    const { data: read } = await tell(assistant, 'lire_fait', { type, code });
    expect(read).toMatchObject({ fait: { code } });
  }
});

describe('a list', () => {
  it('is read page by page, and says where the next one begins', async () => {
    const given = { exigence: 'A-P11:INFO_SOCIAL', first: 2 };
    const first = await tell(assistant, 'mesures-par-exigence', given);
    const next = await tell(assistant, 'mesures-par-exigence', { ...given, after: first.suite });
    expect(first.suite).toEqual(expect.any(String));
    expect(next.data).not.toEqual(first.data);
  });

  it('is of fifty where nobody says of how many', async () => {
    for (const given of [{}, { first: null }]) {
      const { data } = await tell(assistant, 'mesures-par-exigence', {
        exigence: 'A-P11:INFO_SOCIAL',
        ...given,
      });
      expect((data!['mesures'] as { nodes: readonly unknown[] }).nodes).toHaveLength(50);
    }
  });

  it('that is too long is refused, with how to narrow it', async () => {
    const given = { exigence: 'A-P11:INFO_SOCIAL' };
    for (const first of [201, 1000]) {
      const said = await refusalOf(assistant, 'mesures-par-exigence', { ...given, first });
      expect(said).toMatch(/200 éléments au plus.*« after ».*LIMITE_DEPASSEE/s);
    }
    const { tools } = await assistant.listTools();
    for (const { description } of tools)
      expect(description).toMatch(/Taille : une réponse a 200.000 caractères/);
  });

  it('that is of no element is refused, and how long it may be is said once', async () => {
    const given = { exigence: 'A-P11:INFO_SOCIAL' };
    for (const first of [0, -3]) {
      const said = await refusalOf(assistant, 'mesures-par-exigence', { ...given, first });
      expect(said).toMatch(/« first » vaut -?\d\. Attendu : un nombre entier, de 1 à 200\..*BAD_USER_INPUT/s);
    }
    const { tools } = await assistant.listTools();
    const { inputSchema } = tools.find(({ name }) => name === 'mesures-par-exigence')!;
    expect(inputSchema.properties!['first']).toMatchObject({
      minimum: 1,
      maximum: 200,
      default: 50,
      description: 'Nombre d’éléments, de 1 à 200 ; 50 par défaut.',
    });
  });
});

describe('a value', () => {
  const nom = '/q/quatre-minutes?territoire=06112#/data/territoireClsc/nom';

  it('is exact, or was never said', async () => {
    expect(await tell(assistant, 'verifier', { adresse: nom, valeur: 'Pierrefonds' })).toMatchObject({
      verdict: 'EXACTE',
    });
    expect(await tell(assistant, 'verifier', { adresse: nom, valeur: 'Laval' })).toMatchObject({
      verdict: 'JAMAIS_DITE',
      alors: 'Pierrefonds',
    });
  });

  it('is exact whether it is written as a number or as its French text, and says that it is fictitious', async () => {
    const adresse = '/q/quatre-minutes?territoire=06112#/data/territoireClsc/mesures/nodes/0/valeur';
    for (const valeur of [4.5, '4,5'])
      expect(await tell(assistant, 'verifier', { adresse, valeur })).toMatchObject({
        verdict: 'EXACTE',
        demonstration: true,
      });
  });

  it('comes with what contradicts it, by both sides, and the versions that were read', async () => {
    const adresse = '/q/quatre-minutes?territoire=06112#/data/territoireClsc/mesures/nodes/0/valeur';
    const told = await tell(assistant, 'verifier', { adresse, valeur: 4.5 });
    expect(told.conflits.find(({ code }) => code === 'D-02')?.cotes.length).toBeGreaterThan(1);
    expect(told.absences).toEqual([]);
    expect(Object.keys(told.versions ?? {})).toContain('etablissements');
  });

  it('of an element of a list is told by what names it, and most of those that were never said are known for such', async () => {
    const { tools } = await assistant.listTools();
    const counts = { byPlace: { all: 0, told: 0 }, byKey: { all: 0, told: 0 } };
    for (const { name } of tools.filter(({ name }) => OWN.has(name))) {
      const { adresse, data } = await tell(assistant, name, variablesOf(name));
      for (const { value, ...pointers } of listPointed(data).slice(0, 2)) {
        const never = typeof value === 'number' ? 987_654_321 : 'Ce que personne n’a dit';
        for (const way of ['byPlace', 'byKey'] as const) {
          const pointer = pointers[way];
          if (pointer === undefined) continue;
          const at = `${adresse}#${pointer.replaceAll('%', '%25')}`;
          if (way === 'byKey')
            expect([at, (await tell(assistant, 'verifier', { adresse: at, valeur: value })).verdict]).toEqual(
              [at, 'EXACTE'],
            );
          const { verdict } = await tell(assistant, 'verifier', { adresse: at, valeur: never });
          counts[way].all += 1;
          if (verdict === 'JAMAIS_DITE') counts[way].told += 1;
        }
      }
    }
    expect(counts.byKey.all).toBeGreaterThan(10);
    for (const { all, told } of Object.values(counts)) expect(told / all).toBeGreaterThan(0.8);
  });

  it('of several elements at once is refused, with what to add', async () => {
    const adresse =
      '/q/mesures-par-exigence?exigence=A-P11:INFO_SOCIAL&exercice=2025-2026#/data/mesures/nodes';
    expect(
      await refusalOf(assistant, 'verifier', {
        adresse: `${adresse}/[exigence.code=A-P11:INFO_SOCIAL]/valeur`,
        valeur: 1,
      }),
    ).toMatch(/désigne \d+ éléments.*ajoutez/s);
  });

  it.each([
    ['an address of nothing', '/nulle-part#/data/x', /n’est pas une adresse/],
    ['no pointer', '/q/quatre-minutes', /pointeur/],
    ['an operation that nobody registered', '/q/absente#/data/x', /OPERATION_INCONNUE/],
    ['a file', '/q/quatre-minutes.csv#/data/x', /sans « \.csv »/],
    ['a page for a program', '/fait/exigence/A-P5.json#/data/fait', /sans « \.json »/],
    ['a type that is none', '/fait/rien/1#/data/fait', /inconnu/],
  ])('is refused at %s, with what to give', async (_, adresse, said) => {
    expect(await refusalOf(assistant, 'verifier', { adresse, valeur: 1 })).toMatch(said);
  });
});

describe('the past', () => {
  it('is read as it was, and said', async () => {
    const now = await tell(assistant, 'campagnes', {});
    expect(now.asOf).toBeNull();
    const instant = new Date().toISOString();
    expect((await tell(assistant, 'campagnes', { asOf: instant })).asOf).toBe(instant);
    expect((await tell(assistant, 'campagnes', { au: instant })).asOf).toBe(instant);
  });

  it('is read by the tool of an operation that has an instant of its own', async () => {
    const instant = new Date().toISOString();
    const told = await tell(assistant, 'retards-par-etablissement', { asOf: instant });
    expect(told.asOf).toBe(instant);
    const own = await tell(assistant, 'retards-par-etablissement', { au: instant });
    expect([own.asOf, new URL(own.adresse, url).searchParams.get('$au')]).toEqual([null, instant]);
  });

  it('is in the address of what was read, which is verified there', async () => {
    const instant = new Date().toISOString();
    const { adresse, data } = await tell(assistant, 'campagnes', { asOf: instant });
    expect(new URL(adresse, url).searchParams.get('asOf')).toBe(instant);
    expect(await (await fetch(`${url}${adresse}`)).json()).toMatchObject({ data });
    const fact = await tell(assistant, 'lire_fait', { type: 'Campagne', code: '2025-2026', asOf: instant });
    const { statut } = fact.data!['fait'] as { statut: string };
    expect(
      await tell(assistant, 'verifier', { adresse: `${fact.adresse}#/data/fait/statut`, valeur: statut }),
    ).toMatchObject({ verdict: 'EXACTE', asOf: instant });
  });

  it.each([
    ['said twice', { asOf: '2026-05-01', au: '2026-05-01' }, /l’un/],
    ['that is none', { asOf: 'hier' }, /INSTANT_INVALIDE/],
    ['to come', { asOf: '2999-01-01' }, /INSTANT_INVALIDE/],
    ['from before the memory', { asOf: '1999-01-01' }, /INSTANT_HORS_MEMOIRE/],
  ])('is refused when it is %s', async (_, given, said) => {
    expect(await refusalOf(assistant, 'campagnes', given)).toMatch(said);
  });
});

describe('the address of what was read', () => {
  it('is none of a null that stands for a default, which an address leaves out', async () => {
    const all = await tell(assistant, 'mesures-en-ecart', { verdict: null });
    expect(all.adresse).toBe('');
    const chosen = await tell(assistant, 'mesures-en-ecart', { verdict: 'NON_CONFORME' });
    expect(JSON.stringify(chosen.data)).not.toBe(JSON.stringify(all.data));
    expect(chosen.adresse).toBe('/q/mesures-en-ecart?verdict=NON_CONFORME&first=50');
  });
});

describe('the same house', () => {
  it('says of a value that changed since when, by which act, and what it is now', async () => {
    const adresse = '/fait/campagne/2025-2026#/data/fait/statut';
    const { data, adresse: named } = await tell(assistant, 'lire_fait', {
      type: 'Campagne',
      code: '2025-2026',
    });
    expect(adresse).toBe(`${named}#/data/fait/statut`);
    const { statut } = data!['fait'] as { statut: string };
    expect(await tell(assistant, 'verifier', { adresse, valeur: statut })).toMatchObject({
      verdict: 'EXACTE',
    });
    const before = new Date().toISOString();
    const { errors } = await house.gateway.execute({
      query: 'mutation { fermerCampagne(cle: "essai-mcp", campagne: "2025-2026") { acte { numero } } }',
      identity: { ...ANONYMOUS, subject: 'marie', palier: 'SANTE_QUEBEC', key: 'marie' },
      asker: 'PROGRAM',
    });
    expect(errors).toBeUndefined();
    // Until a level that was written in has said its version, nobody knows that what is read of it is of it alone.
    await expect
      .poll(async () =>
        Object.keys(
          (await tell(assistant, 'lire_fait', { type: 'Campagne', code: '2025-2026' })).versions ?? {},
        ),
      )
      .toContain('sante-quebec');
    const told = await tell(assistant, 'verifier', { adresse, valeur: statut });
    expect(told).toMatchObject({
      verdict: 'CHANGEE_DEPUIS',
      maintenant: 'FERMEE',
      changement: { acte: { natureActe: 'fermerCampagne' } },
    });
    // What was said at that instant was said.
    expect(await tell(assistant, 'verifier', { adresse, valeur: statut, asOf: before })).toMatchObject({
      verdict: 'CHANGEE_DEPUIS',
      alors: statut,
      asOf: before,
    });
  });

  it('keeps in the audit what an assistant asked', async () => {
    const client = await openAssistant(url, REVISIONS[0].mode, { 'x-request-id': 'audit-assistant-essai' });
    await tell(client, 'chaines-reddition', {});
    await client.close();
    const readLines = () =>
      readFileSync(join(auditFolder, 'audit.jsonl'), 'utf8')
        .split('\n')
        .filter((line) => line.includes('audit-assistant-essai') && line.includes('ChainesReddition'));
    await expect.poll(() => readLines().length).toBeGreaterThan(0);
    expect(JSON.parse(readLines()[0]!)).toMatchObject({ path: '/mcp', status: 200, kind: 'query' });
  });

  it('shows through a contract what the contract shows, under its own addresses', async () => {
    const client = await openAssistant(`${url}/public`, REVISIONS[0].mode);
    const told = await tell(client, 'quatre-minutes', { territoire: '06112' });
    expect(told.adresse).toBe('/public/q/quatre-minutes?territoire=06112');
    expect(await refusalOf(client, 'lire_fait', { type: 'DemandeModification', code: 'x' })).toMatch(
      /inconnu/,
    );
    const adresse = `${told.adresse}#/data/territoireClsc/nom`;
    expect(await tell(client, 'verifier', { adresse, valeur: 'Pierrefonds' })).toMatchObject({
      verdict: 'EXACTE',
    });
    await client.close();
  });
});
