import { mkdtempSync, readFileSync, readdirSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { type House, openHouse } from '@palier/start/open-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotLocation } from '../house.ts';
import { PLANNING } from '../planning.ts';
import { readCsv } from './read-files.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const REGISTERED = join(ROOT, 'schema/operations');

/** Operations with variables of every kind, and one that forgets where its figures come from. */
const MORE = {
  essai: `# Un essai des variables.
query Essai($filtre: StandardsFiltre, $service: CodeService, $oui: Boolean = false, $table: ID = "2025-2026-P01:01111:A-P5:AAOR") {
  standards(filtre: $filtre) { code exigences(service: $service) { code @include(if: $oui) } }
  mesure(id: $table) { valeur }
  territoiresClsc(first: 1) { nodes { code populations { annee nombre } } }
}`,
  oublieuse: `query Oublieuse { territoireClsc(code: "06112") { bilan { conformes } } }`,
  ecriture: `mutation Ecriture { fermerCampagne(cle: "a", campagne: "2025-2026") { acte { numero } } }`,
  tierce: `query Tierce($code: ID!) { territoireClsc(code: $code) { nom } demandesModification { totalCount } }`,
};

let house: House;
let url = '';
let folder = '';
let auditFolder = '';

beforeAll(async () => {
  auditFolder = mkdtempSync(join(tmpdir(), 'palier-audit-'));
  folder = mkdtempSync(join(tmpdir(), 'palier-operations-'));
  for (const file of readdirSync(REGISTERED)) copyFileSync(join(REGISTERED, file), join(folder, file));
  for (const [name, text] of Object.entries(MORE)) writeFileSync(join(folder, `${name}.graphql`), text);
  house = await openHouse({
    location: snapshotLocation(),
    data: { demonstration: 'CHARGEE' },
    planning: PLANNING,
    logLevel: 'error',
    operationsFolder: folder,
    audit: { log: false, file: join(auditFolder, 'audit.jsonl') },
    contracts: [{ name: 'public', filter: { include: [], exclude: ['interne'] } }],
  });
  ({ url } = await house.gateway.listen(0, '127.0.0.1'));
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
  rmSync(auditFolder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}${path}`, { headers });

interface Refused {
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

async function refusalOf(path: string): Promise<{ status: number; code: unknown; message: string }> {
  const response = await get(path);
  const { errors } = (await response.json()) as Refused;
  return { status: response.status, code: errors[0]?.extensions['code'], message: errors[0]?.message ?? '' };
}

it('what a QUERY asks by a name says which GET has the same answer', async () => {
  const body = JSON.stringify({ documentId: 'quatre-minutes', variables: { territoire: '06113' } });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const asked = await fetch(`${url}/graphql`, { method: 'QUERY', headers, body });
  const location = asked.headers.get('content-location') ?? '';
  expect(location).toMatch(/^\/graphql\?documentId=quatre-minutes&variables=/);
  const got = await get(location, { accept: 'application/json' });
  expect([got.status, got.headers.get('etag')]).toEqual([200, asked.headers.get('etag')]);
  expect(await got.json()).toEqual(await asked.json());
  const text = JSON.stringify({ query: '{ regions { code } }' });
  const unnamed = await fetch(`${url}/graphql`, { method: 'QUERY', headers, body: text });
  expect([unnamed.status, unnamed.headers.get('content-location')]).toEqual([200, null]);
});

describe('variables', () => {
  it.each([
    ['/q/fiche-territoire.csv?table=territoireClsc.offre.nodes', 'code', 'un code'],
    ['/q/fiche-territoire?code=06112&code=06113', 'code', 'un code'],
    ['/q/essai?service=INCONNU', 'service', 'AAOR'],
    ['/q/essai?oui=1', 'oui', 'true ou false'],
    ['/q/essai?filtre=A-P5', 'filtre', 'un objet JSON'],
    ['/q/essai?filtre={"inconnu":1}', 'filtre', 'un objet JSON'],
    ['/q/mesures-par-exigence.csv?first=beaucoup', 'first', 'un nombre entier'],
    ['/q/mesures-par-exigence.csv?first=3000000000', 'first', 'un nombre entier'],
    ['/q/tableau-territoires.csv?region=06', 'region', 'elle a'],
  ])('are refused by their names, and what was expected: %s', async (path, name, expected) => {
    const { status, code, message } = await refusalOf(path.replace('elle a', ''));
    expect([status, code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(message).toContain(`« ${name} »`);
    if (expected !== 'elle a') expect(message).toContain(expected);
  });

  it('are read as they are declared, from the address as from GraphQL', async () => {
    const filtre = '{"attribut":"ACCESSIBILITE"}';
    const address = `/q/essai?oui=true&service=AAOR&$table=2025-2026-P02:01111:A-P5:AAOR&filtre=${encodeURIComponent(filtre)}`;
    const asked = {
      documentId: 'essai',
      variables: {
        oui: true,
        service: 'AAOR',
        table: '2025-2026-P02:01111:A-P5:AAOR',
        filtre: { attribut: 'ACCESSIBILITE' },
      },
    };
    const posted = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    const answered = (await (await get(address)).json()) as {
      data: { standards: { exigences: unknown[] }[] };
    };
    expect(answered).toEqual(await posted.json());
    expect(answered.data.standards.length).toBeGreaterThan(0);
  });
});

describe('an address', () => {
  it.each([
    ['/q/offre-service.csv', 'Vouliez-vous dire « offres-service » ?'],
    ['/q/quatre-minutes.pdf', '« quatre-minutes » en est une, et « .pdf » n’est pas un format.'],
  ])('of no operation says which was meant: %s', async (path, said) => {
    expect((await refusalOf(path)).message).toContain(said);
  });

  it.each([
    ['/q/mesures-par-exigence.csv?first=1001', 400, 'PAGE_INVALIDE'],
    ['/q/mesures-par-exigence.csv?after=abc', 400, 'PAGE_INVALIDE'],
  ])('says that the caller got it wrong, where a level does: %s', async (path, status, code) => {
    expect(await refusalOf(path)).toMatchObject({ status, code });
  });

  it.each([
    ['/q/inconnue.csv', 404, 'OPERATION_INCONNUE'],
    ['/q/ecriture', 404, 'OPERATION_INCONNUE'],
    ['/q/quatre-minutes.pdf', 404, 'OPERATION_INCONNUE'],
    ['/q/fiche-territoire.csv?code=06112', 400, 'REQUETE_INVALIDE'],
    ['/q/fiche-territoire.csv?code=06112&table=autre', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes?bom=1', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.csv?bom=oui', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.csv?separateur=x', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.csv?decimale=x', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.csv?statuts=oui', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.sdmx.csv?statuts=1', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.metadata.json?statuts=1', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes?statuts=1', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.csv?entete=2', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.xlsx?entete=1', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.parquet?entete=1', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.sdmx.csv?entete=1', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.csv?decimale=,', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.sdmx.csv?separateur=;&decimale=,', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.csv?asOf=hier', 400, 'INSTANT_INVALIDE'],
    ['/q/quatre-minutes.csv?asOf=2020-01-01', 400, 'INSTANT_HORS_MEMOIRE'],
    ['/q/quatre-minutes.csv?updatedAfter=2020-01-01', 400, 'INSTANT_HORS_MEMOIRE'],
    ['/q/quatre-minutes.csv?updatedAfter=2026-02-31', 400, 'INSTANT_INVALIDE'],
    ['/q/quatre-minutes.csv?updatedAfter=2020-01-02&asOf=2020-01-01', 400, 'REQUETE_INVALIDE'],
    ['/q/quatre-minutes.csv?territoire=ABC', 400, 'CODE_INVALIDE'],
  ])('that cannot be answered is refused in French: %s', async (path, status, code) => {
    const refusal = await refusalOf(path);
    expect([refusal.status, refusal.code]).toEqual([status, code]);
    expect(refusal.message.length).toBeGreaterThan(20);
  });

  it('without an ending answers what GET /graphql does', async () => {
    const [own, other] = await Promise.all([
      get('/q/quatre-minutes?territoire=06112'),
      get(`/graphql?documentId=quatre-minutes&variables=${encodeURIComponent('{"territoire":"06112"}')}`),
    ]);
    expect(await own.text()).toBe(await other.text());
    for (const name of ['etag', 'vary', 'cache-control', 'content-type'])
      expect(own.headers.get(name), name).toBe(other.headers.get(name));
  });

  it.each(['', '.json', '.csv', '.xlsx', '.parquet', '.sdmx.csv', '.metadata.json'])(
    'is not sent again to who has it: « %s »',
    async (ending) => {
      const path = `/q/tableau-territoires${ending}`;
      const first = await get(path);
      const etag = first.headers.get('etag') ?? '';
      expect([first.status, etag]).toEqual([200, expect.stringMatching(/^(W\/)?"/)]);
      const again = await get(path, { 'if-none-match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('vary')).toBe(first.headers.get('vary'));
      const other = await get('/q/quatre-minutes.csv', { 'if-none-match': etag });
      expect(other.status).toBe(200);
    },
  );

  it('is not refused, when it is one that the docs give', async () => {
    const pages = ['LISEZMOI.md', 'README.md', 'docs/pages.md', 'docs/tableau-de-bord.md'];
    const given = pages.flatMap((page) =>
      [...readFileSync(join(ROOT, page), 'utf8').matchAll(/(\/q\/[\w-]+\.\w+(?:\?[^\s`)]*)?)[`)]/g)].map(
        ([, address = '']) => address.replace('…', 'A-P11:INFO_SOCIAL'),
      ),
    );
    const own = new Set(given.filter((address) => !address.includes('/tableau-ma-figure.')));
    expect(own.size).toBeGreaterThan(5);
    /** A slow machine is asked again. */
    const statusOf = async (address: string): Promise<number> => {
      const { status } = await get(address);
      return status === 504 ? statusOf(address) : status;
    };
    const statuses = await Promise.all([...own].map(async (address) => [address, await statusOf(address)]));
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
  });

  it('has a head without its body, and no other method', async () => {
    const head = await fetch(`${url}/q/tableau-territoires.csv`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await fetch(`${url}/q/tableau-territoires.csv`, { method: 'POST' })).status).toBe(405);
  });

  it('is not for a page of another site', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://attaquant.exemple' };
    expect((await get('/q/tableau-territoires.csv', foreign)).status).toBe(403);
  });

  /** As a browser does: Node's own fetch says itself how it fetches. */
  const browse = (path: string, headers: Record<string, string>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request(`${url}${path}`, { headers }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode));
      })
        .once('error', reject)
        .end();
    });
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

  it.each(['', '.csv', '.xlsx', '.json'])(
    'is followed from a link of another site: « %s »',
    async (ending) => {
      expect(await browse(`/q/tableau-territoires${ending}`, link)).toBe(200);
    },
  );

  it.each([
    { ...link, 'sec-fetch-dest': 'iframe' },
    { ...link, 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'no-cors' },
    { ...link, 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' },
    { ...link, 'sec-fetch-dest': 'script', 'sec-fetch-mode': 'no-cors' },
    { ...link, origin: 'https://attaquant.exemple' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
  ])('is in no page of another site: %j', async (headers) => {
    expect(await browse('/q/tableau-territoires.csv', headers)).toBe(403);
  });

  it.each(['', '.json', '.xlsx'])('is written in the audit as what asked it: « %s »', async (ending) => {
    const path = `/q/standards-par-service${ending}`;
    expect((await get(path, { 'x-request-id': `audit-de-${ending.slice(1)}-essai` })).status).toBe(200);
    const readLines = () =>
      readFileSync(join(auditFolder, 'audit.jsonl'), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter((line) => line['path'] === path);
    await expect.poll(() => readLines().length).toBe(1);
    const said =
      ending === '' ? { documentId: 'standards-par-service' } : { operation: 'StandardsParService' };
    expect(readLines()[0]).toMatchObject({ status: 200, kind: 'query', ...said });
  });

  it('says that data are of demonstration where its operation forgets to ask', async () => {
    const { rows } = readCsv(await (await get('/q/oublieuse.csv')).text());
    expect(rows).toHaveLength(1);
    expect(rows[0]!['palier.origines']).toContain('DEMONSTRATION');
  });

  it('has a row a measure, as its guide counts them', async () => {
    const path = '/q/mesures-par-exigence.csv?exigence=A-P11:INFO_SOCIAL&exercice=2025-2026';
    const { rows } = readCsv(await (await get(path)).text());
    expect(rows.length).toBeGreaterThan(2_000);
    expect(new Set(rows.map((row) => row['mesures.nodes.id'])).size).toBe(rows.length);
  });

  it.each([
    ['mesures-par-exigence', 'territoire=06112', 'mesures.nodes'],
    ['mesures-en-ecart', '', 'mesures.nodes'],
    [
      'mesures-region',
      'region=13&exigence=A-P11:INFO_SOCIAL&table=region.territoires.mesures.nodes.verdict.parSource',
      'region.territoires.mesures.nodes',
    ],
    [
      'suivi-etablissement',
      'code=11045119&exigence=A-P11:INFO_SOCIAL&table=etablissement.territoires.mesures.nodes.verdict.ecarts',
      'etablissement.territoires.mesures.nodes',
    ],
  ])('%s tells the measures of two volets from each other', async (name, query, list) => {
    const { columns, rows } = readCsv(await (await get(`/q/${name}.csv?${query}`)).text());
    for (const field of ['id', 'volet']) {
      const own = columns.filter((column) => column === `${list}.${field}`);
      expect(own, field).toHaveLength(1);
    }
    expect(rows.length).toBeGreaterThan(0);
  });

  it('shows through a contract what the contract shows', async () => {
    expect((await get('/public/q/quatre-minutes.csv')).status).toBe(200);
    const listed = (await (await get('/public/q')).json()) as { operations: { nom: string }[] };
    expect(listed.operations.map(({ nom }) => nom)).not.toContain('tierce');
    expect((await refusalOf('/public/q/tierce?code=06112')).code).toBe('OPERATION_INCONNUE');
    expect((await get('/q/tierce?code=06112')).status).toBe(200);
  });
});

describe('a CSV with what is said of it', () => {
  const path = '/q/mesures-par-exigence.csv?territoire=06112';
  const headed = async (more = '') => {
    const response = await get(`${path}&entete=1${more}`);
    const text = Buffer.from(await response.arrayBuffer()).toString();
    const lines = text.replace(/^\ufeff/, '').split('\r\n');
    const [, count = ''] = lines[0]!.split(/[,;]/);
    return { response, text, head: lines.slice(0, Number(count)), rest: lines.slice(Number(count)) };
  };

  it('has it on lines of their own before the header, and the same lines after', async () => {
    const { response, head, rest } = await headed();
    expect(head.filter((line) => !line.startsWith('# '))).toEqual([]);
    expect(rest.join('\r\n')).toBe(await (await get(path)).text());
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await get(path)).headers.get('content-type')).toContain('header=present');
  });

  it('says its source, its citations, its versions and its instant, as its metadata do', async () => {
    const { head } = await headed();
    const said = (await (await get(path.replace('.csv', '.metadata.json'))).json()) as {
      versions: Record<string, string>;
      sources: { origine: string; document: string | null; lignes: string | null; rangees: number }[];
      avertissement: string;
    };
    const told = parse(head.join('\r\n'), { cast: (text) => text || null, relax_column_count: true });
    expect(told.find(([name]) => name === '# DEMONSTRATION')?.[1]).toBe(said.avertissement);
    expect(told.find(([name]) => name === '# Opération')?.[1]).toBe('mesures-par-exigence');
    expect(told.find(([name]) => name === '# Instant lu')?.[1]).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    for (const [level, version] of Object.entries(said.versions))
      // A text that a spreadsheet would take for a formula is written behind an apostrophe, a version that begins by « - » too.
      expect(told.find(([name]) => name === `# Version de ${level}`)?.[1]).toBe(
        version.startsWith('-') ? `'${version}` : version,
      );
    const cited = told.slice(told.findIndex(([name]) => name === '# Origine') + 1);
    expect(said.sources.length).toBeGreaterThan(0);
    expect(
      cited.map(([origine, document, , , lignes, rangees]) => [origine, document, lignes, rangees]),
    ).toEqual(
      said.sources.map(({ origine, document, lignes, rangees }) => [
        `# ${origine}`,
        document,
        lignes,
        String(rangees),
      ]),
    );
  });

  it('says the past instant that was asked, and has its mark first', async () => {
    const au = new Date().toISOString();
    const { head, text } = await headed(`&asOf=${au}&bom=1&separateur=;`);
    expect(head).toContain(`# Instant lu;${au}`);
    expect(text.match(/\ufeff/g)).toHaveLength(1);
    expect(text.startsWith('\ufeff# ')).toBe(true);
  });

  it('is not known by the ETag of another', async () => {
    const { response } = await headed();
    const etag = response.headers.get('etag') ?? '';
    expect((await get(`${path}&entete=1`, { 'if-none-match': etag })).status).toBe(304);
    for (const other of ['', '&entete=0', '&statuts=1', '&entete=1&statuts=1'])
      expect((await get(`${path}${other}`, { 'if-none-match': etag })).status, other).toBe(200);
  });
});

describe('what changed', () => {
  const row = async (query: string) =>
    readCsv(await (await get(`/q/tableau-territoires.csv?${query}`)).text()).rows;
  const change = (text: string) => sql.raw(text).execute(house.database.kysely);
  const NAME = 'territoiresClsc.nodes.nom';

  it('is given with what is gone, and applied it gives what is read whole', async () => {
    const before = new Date().toISOString();
    const whole = await row(`asOf=${before}`);
    await change(`update msss.territoire_clsc set nom = 'Autre' where code = '06112'`);
    const differs = await row(`updatedAfter=${before}`);
    expect(differs.map((one) => [one['palier.action'], one[NAME]])).toEqual([
      ['RETIREE', 'Pierrefonds'],
      ['AJOUTEE', 'Autre'],
    ]);
    const withoutAction = differs.map(({ 'palier.action': action, ...cells }) => ({
      action,
      cells: JSON.stringify(cells),
    }));
    const gone = new Set(
      withoutAction.filter(({ action }) => action === 'RETIREE').map(({ cells }) => cells),
    );
    const applied = [
      ...whole.map((one) => JSON.stringify(one)).filter((text) => !gone.has(text)),
      ...withoutAction.filter(({ action }) => action === 'AJOUTEE').map(({ cells }) => cells),
    ];
    expect(applied.sort()).toEqual((await row('')).map((one) => JSON.stringify(one)).sort());
    expect(await row(`asOf=${before}`)).toEqual(whole);
    const sdmx = readCsv(await (await get(`/q/tableau-territoires.sdmx.csv?updatedAfter=${before}`)).text());
    expect(sdmx.rows.map(({ ACTION }) => ACTION)).toEqual(['D', 'A']);
    // What is said of it is that of the same difference.
    const { headers } = await get(`/q/tableau-territoires.csv?updatedAfter=${before}`);
    const [, described = ''] = /^<([^>]+)>/.exec(headers.get('link') ?? '') ?? [];
    expect(await (await get(described)).json()).toMatchObject({ updatedAfter: before, rangees: 2 });
    await change(`update msss.territoire_clsc set nom = 'Pierrefonds' where code = '06112'`);
    expect(await row(`updatedAfter=${before}`)).toEqual([]);
  });

  const MESURES = '/q/mesures-en-ecart.csv?exercice=2025-2026&verdict=NON_CONFORME';
  const suppressed = '2025-2026-P01:06112:A-P11:INFO_SOCIAL';

  it('is kept by nobody where the past of the établissements is in it, and is not told of what is withheld since', async () => {
    const mesure = (set: string) =>
      change(`update etablissements.mesure set ${set} where id = '${suppressed}'`);
    const goneOf = async (response: Response) =>
      readCsv(await response.text()).rows.filter((one) => one['mesures.nodes.id'] === suppressed);
    await mesure('valeur = 77.5');
    const before = new Date().toISOString();
    await mesure('valeur = 1');
    const told = await get(`${MESURES}&updatedAfter=${before}`);
    expect(told.headers.get('cache-control')).toBe('no-store');
    expect((await goneOf(told)).map((one) => one['mesures.nodes.valeur'])).toEqual(['77.5']);
    const etag = told.headers.get('etag') ?? '';
    await mesure(`valeur = null, statut = 'SUPPRIMEE'`);
    const withheld = await refusalOf(`${MESURES}&updatedAfter=${before}`);
    expect([withheld.status, withheld.code]).toEqual([400, 'DIFFERENCE_IMPOSSIBLE']);
    expect(withheld.message).toContain('lisez le fichier entier');
    const since = new Date().toISOString();
    const after = await get(`${MESURES}&updatedAfter=${since}`, { 'if-none-match': etag });
    expect([after.status, await goneOf(after)]).toEqual([200, []]);
    // What the ministry alone says has nothing that is withheld.
    expect((await get(`/q/tableau-territoires.csv?updatedAfter=${before}`)).status).toBe(200);
    await mesure(`valeur = 3, statut = 'FINALE'`);
    expect((await get(`${MESURES}&updatedAfter=${before}`)).status).toBe(200);
  });

  it('is refused where the verdicts of a bilan were withheld since', async () => {
    const bilans = '/q/tableau-verdicts.csv';
    const before = new Date().toISOString();
    const withhold = (isWithheld: boolean) =>
      change(
        `update sante_quebec.bilan_territoire set verdicts_reserves = ${isWithheld} where territoire_code = '06112'`,
      );
    expect((await get(`${bilans}?updatedAfter=${before}`)).status).toBe(200);
    await withhold(true);
    expect((await refusalOf(`${bilans}?updatedAfter=${before}`)).code).toBe('DIFFERENCE_IMPOSSIBLE');
    await withhold(false);
  });

  it('is told forwards alone, whoever says the instant that is read, which the addresses in it keep', async () => {
    const [one, other] = [new Date(Date.now() - 1).toISOString(), new Date().toISOString()];
    const headers = { 'palier-au': one };
    const refused = await get(`/q/tableau-territoires.csv?updatedAfter=${other}`, headers);
    expect(refused.status).toBe(400);
    const { errors } = (await refused.json()) as Refused;
    expect(errors[0]?.message).toContain('doit précéder');
    const said = await get('/q/tableau-territoires.metadata.json', headers);
    expect(said.headers.get('link')).toContain(`asOf=${encodeURIComponent(one)}`);
    const { operation } = (await said.json()) as { operation: { adresse: string } };
    expect(operation.adresse).toContain(`asOf=${encodeURIComponent(one)}`);
  });

  it('is read at the instant that is asked, which every answer says', async () => {
    const now = new Date().toISOString();
    for (const ending of ['', '.csv', '.json', '.metadata.json']) {
      const response = await get(`/q/tableau-territoires${ending}?asOf=${now}`);
      expect([response.status, response.headers.get('palier-au')], ending).toEqual([200, now]);
    }
    const said = (await (await get(`/q/tableau-territoires.metadata.json?asOf=${now}`)).json()) as {
      asOf: string;
    };
    expect(said.asOf).toBe(now);
  });
});

describe('/fichiers', () => {
  const send = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const text = readFileSync(join(REGISTERED, 'quatre-minutes.graphql'), 'utf8');
  const variables = { territoire: '06112' };

  it.each(['csv', 'sdmx.csv', 'json', 'xlsx', 'parquet', 'metadata.json'])(
    'gives of an operation that is sent the file that its address gives: .%s',
    async (format) => {
      const own = await send(`/fichiers/quatre-minutes.${format}`, { query: text, variables });
      const registered = await get(`/q/quatre-minutes.${format}?territoire=06112`);
      expect(own.status).toBe(200);
      for (const name of ['content-type', 'content-disposition'])
        expect(own.headers.get(name), name).toBe(registered.headers.get(name));
      if (format.endsWith('csv')) expect(await own.text()).toBe(await registered.text());
      if (format === 'metadata.json')
        expect(await own.json()).toMatchObject({
          demonstration: true,
          operation: { nom: 'quatre-minutes', variables, requete: text },
        });
    },
  );

  it('says that what differs is of demonstration, though no provenance tells it', async () => {
    await sql
      .raw(`update etablissements.mesure set valeur = valeur + 1 where id = '2025-2026-P02:06112:A-P5:AAOR'`)
      .execute(house.database.kysely);
    const query = '{ differencesEtablissements(type: "Mesure", first: 5) { nodes { code champ apres } } }';
    const { rows } = readCsv(await (await send('/fichiers/differences.csv', { query })).text());
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row['palier.origines']).toBe('DEMONSTRATION');
    expect(await (await send('/fichiers/differences.metadata.json', { query })).json()).toMatchObject({
      demonstration: true,
    });
  });

  it('is never said to be had already, nor kept', async () => {
    const response = await send(
      '/fichiers/quatre-minutes.csv',
      { query: text, variables },
      { 'if-none-match': '*' },
    );
    expect([response.status, (await response.text()).length > 0]).toEqual([200, true]);
    const { headers } = response;
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
  });

  it('reads the operation that is named, at the instant that is asked', async () => {
    const au = new Date().toISOString();
    const query = 'query A { regions { code } } query B { territoireClsc(code: "06112") { nom } }';
    const response = await send(`/fichiers/b.csv?asOf=${au}`, { query, operationName: 'B' });
    expect(response.headers.get('palier-au')).toBe(au);
    expect(readCsv(await response.text()).columns).toEqual([
      'territoireClsc.nom',
      'palier.origines',
      'palier.sources',
    ]);
  });

  it('reads the instant that its body says, as /graphql does', async () => {
    const au = new Date(Date.now() - 1_000).toISOString();
    const query = '{ regions { code } }';
    const response = await send('/fichiers/a.metadata.json', { query, extensions: { au } });
    expect(response.headers.get('palier-au')).toBe(au);
    expect(await response.json()).toMatchObject({ asOf: au });
    const since = new Date().toISOString();
    const backwards = await send(`/fichiers/a.csv?updatedAfter=${since}`, { query, extensions: { au } });
    expect([backwards.status, await backwards.text()]).toEqual([
      400,
      expect.stringContaining('doit précéder'),
    ]);
  });

  it.each([
    ['?asOf=2026-05-01', { extensions: { au: '2026-05-02' } }, 'INSTANT_INVALIDE'],
    ['', { extensions: { au: 'hier' } }, 'INSTANT_INVALIDE'],
    ['', { extensions: [] }, 'REQUETE_INVALIDE'],
    ['', { documentId: 'campagnes' }, 'REQUETE_INVALIDE'],
  ])('refuses what it would pass over: %s %j', async (search, body, code) => {
    const response = await send(`/fichiers/a.csv${search}`, { query: '{ regions { code } }', ...body });
    const { errors } = (await response.json()) as Refused;
    expect([response.status, errors[0]?.extensions['code']]).toEqual([400, code]);
  });

  it.each([
    ['/fichiers/a.pdf', { query: '{ regions { code } }' }, 404, 'ADRESSE_INCONNUE'],
    ['/fichiers', { query: '{ regions { code } }' }, 404, 'ADRESSE_INCONNUE'],
    ['/fichiers/a.csv?code=06112', { query: '{ regions { code } }' }, 400, 'REQUETE_INVALIDE'],
    ['/fichiers/a.csv', {}, 400, 'REQUETE_INVALIDE'],
    ['/fichiers/a.csv', { query: '{ regions { cod } }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['/fichiers/a.csv', { query: '{' }, 400, 'GRAPHQL_PARSE_FAILED'],
    [
      '/fichiers/a.csv',
      { query: 'query($n: Int!) { mesures(first: $n) { totalCount } }' },
      400,
      'BAD_USER_INPUT',
    ],
    ['/fichiers/a.csv', { query: MORE.ecriture }, 405, 'MUTATION_PAR_GET'],
    ['/fichiers/a.csv', { query: '{ regions { code } ruisss { code } }' }, 400, 'REQUETE_INVALIDE'],
    ['/fichiers/a.csv?asOf=hier', { query: '{ regions { code } }' }, 400, 'INSTANT_INVALIDE'],
  ])('refuses in French what cannot be a file: %s %j', async (path, body, status, code) => {
    const response = await send(path, body);
    const { errors } = (await response.json()) as Refused;
    expect([response.status, errors[0]?.extensions['code']]).toEqual([status, code]);
  });

  it('is for pages of its own origin', async () => {
    const response = await send(
      '/fichiers/a.csv',
      { query: '{ regions { code } }' },
      { origin: 'https://ailleurs.example' },
    );
    expect(response.status).toBe(403);
  });

  it('shows through a contract what the contract shows', async () => {
    const response = await send('/public/fichiers/a.csv', {
      query: '{ demandesModification { totalCount } }',
    });
    expect(((await response.json()) as Refused).errors[0]?.extensions['code']).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });
});

describe('/q', () => {
  it('tells through a contract no operation that asks what the contract hides', async () => {
    expect(await (await get('/q')).text()).toContain('demandesModification');
    const shown = await (await get('/public/q')).text();
    expect(shown).toContain('"nom":"fiche-territoire"');
    expect(shown).not.toContain('demandesModification');
  });

  it('lists the operations for programs, with what each expects', async () => {
    const { operations } = (await (await get('/q')).json()) as {
      operations: {
        nom: string;
        description: string;
        variables: unknown[];
        tableaux: string[];
        parPages: boolean;
      }[];
    };
    expect(operations.map(({ nom }) => nom)).toEqual(
      [
        ...readdirSync(REGISTERED).map((file) => file.replace('.graphql', '')),
        'essai',
        'oublieuse',
        'tierce',
      ].sort(),
    );
    expect(operations.find(({ nom }) => nom === 'mesures-par-exigence')?.parPages).toBe(true);
    expect(operations.find(({ nom }) => nom === 'fiche-territoire')?.variables).toEqual([
      {
        nom: 'code',
        type: 'ID!',
        obligatoire: true,
        attendu: 'un code',
        description: null,
        parDefaut: null,
      },
      {
        nom: 'campagne',
        type: 'ID',
        obligatoire: false,
        attendu: 'un code',
        description: 'Code de la campagne, par exemple « 2025-2026 » ; sans lui, la campagne courante.',
        parDefaut: null,
      },
    ]);
    expect(operations.find(({ nom }) => nom === 'bilans-territoires')?.variables).toContainEqual({
      nom: 'first',
      type: 'Int',
      obligatoire: false,
      attendu: 'un nombre entier, de 1 à 1000',
      description: 'Nombre d’éléments, de 1 à 1000 ; 200 par défaut.',
      parDefaut: null,
    });
  });

  it('is a page in French for a browser', async () => {
    const response = await get('/q', { accept: 'text/html' });
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('<html lang="fr-CA">');
    expect(page).toContain('href="/q/tableau-territoires.csv"');
    expect(page).toMatch(/Nombre de territoires montrés, de\s1\sà\s170\s; 10 par défaut/u);
    expect(page).not.toMatch(/<script(?! type="module" src="\/assets\/)/);
  });

  it('leaves those that hold every word, however it is accented, by a form and for programs', async () => {
    const asked = '/q?q=CAMPAGNE+r%C3%A9gion';
    const { operations } = (await (await get(asked)).json()) as {
      operations: { nom: string; description: string }[];
    };
    expect(operations.map(({ nom }) => nom)).toContain('verdicts-par-region');
    expect(operations.map(({ nom }) => nom)).not.toContain('campagnes');
    const page = await (await get(asked, { accept: 'text/html' })).text();
    const [, count, total] =
      /<p role="status">(\d+) des (\d+) opérations contiennent «\u00a0CAMPAGNE région\u00a0»/.exec(page) ??
      [];
    expect([Number(count), page.match(/<h3 /g)?.length]).toEqual([operations.length, operations.length]);
    expect(Number(total)).toBe(readdirSync(REGISTERED).length + 3);
    expect(page).toContain('<a href="/q">Voir toutes les adresses</a>');
    expect(page).toMatch(/<form [^>]*action="\/q" method="get"[^>]*>.*name="q"[^>]* value="CAMPAGNE région"/);
    expect(await (await get('/q', { accept: 'text/html' })).text()).toContain(
      `<p role="status">${total} opérations enregistrées.</p>`,
    );
    const none = await (await get('/q?q=zzzz', { accept: 'text/html' })).text();
    expect(none).toContain(`Aucune des ${total} opérations ne contient`);
  });

  it.each([
    ['/q?qq=campagne', 'Le paramètre « qq » est inconnu. Vouliez-vous dire « q » ?'],
    ['/q?q=a&q=b', 'Le paramètre « q » est donné plusieurs fois.'],
  ])('refuses what it does not take: %s', async (path, said) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(said)]);
    const page = await get(path, { accept: 'text/html' });
    expect([page.status, await page.text()]).toEqual([
      400,
      expect.stringContaining('Cette adresse n’est pas comprise'),
    ]);
  });

  it('is opened from a page of a past instant', async () => {
    expect((await get('/q?au=2026-05-01')).status).toBe(200);
  });
});

describe('of an exigence that is measured by volets', () => {
  it.each([
    ['territoires-par-population', 'populationDe=25000&populationA=26000&exigence=A-G7:AAOR'],
    ['comparer-territoires', 'territoires=06112&territoires=13111&exigence=A-G7:AAOR'],
  ])('%s gives every measure of a year', async (operation, variables) => {
    const answer = await fetch(`${url}/q/${operation}.metadata.json?${variables}`);
    expect(await answer.json()).toMatchObject({ incomplet: false, listesIncompletes: [] });
  });
});
